// What is offered where a sentence is to be chosen. What is better said is nearly always longer than what had better
// not be: one beside the other, the length would tell which is which. So an answer may have a second, good sentence,
// and they are put together so that what is asked for is as often the longest as any other.

/**
 * @import { Choice } from "./questions.js"
 *
 * @typedef {object} Answer
 * @property {string} text
 * @property {Choice | null} bad the sentence in it that had better not be said, if there is one.
 * @property {number} count of its sentences.
 */

const OFFERED = 3;
// So many ways to put them together are tried.
const TRIES = 60;

/** Whether a card has enough sentences. @param {Choice[]} good @param {Choice[]} bad */
export const enough = (good, bad) => good.length >= OFFERED && bad.length > 0;

/** How long a reader sees it: brackets are not shown. @param {Answer} answer */
export const lengthOf = ({ text }) => text.replace(/[[\]]/g, "").length;

/**
 * A sentence that another can follow: in some languages its full stop stands outside the quotation marks.
 * @param {Choice} choice
 */
const ended = ([text]) => (/[.!?…]$/.test(text) ? text : `${text}.`);

/**
 * @param {Choice[]} lines
 * @param {Choice | null} [bad]
 * @returns {Answer}
 */
const joined = (lines, bad = null) => ({ text: lines.map(ended).join(" "), bad, count: lines.length });

/**
 * One way to put answers together: what is asked for, and the others.
 * @param {boolean} wantsBad whether the answer with the bad sentence is asked for.
 * @param {Choice[]} good
 * @param {Choice[]} bad
 * @param {<T>(list: T[]) => T[]} shuffled
 * @returns {Answer[]} what is asked for first.
 */
function together(wantsBad, good, bad, shuffled) {
  const twos = good.flatMap((one, at) => good.slice(at + 1).map((other) => [one, other])); // In the card's order.
  const fine = shuffled([...good.map((one) => [one]), ...twos]).map((lines) => joined(lines));
  const beside = shuffled(good);
  const spoilt = shuffled(bad).map((one, at) => {
    const [lines] = shuffled([[one], shuffled([one, beside[at % beside.length]])]);
    return joined(lines, one);
  });
  return wantsBad ? [spoilt[0], ...fine.slice(0, OFFERED - 1)] : [fine[0], ...spoilt.slice(0, OFFERED - 1)];
}

/**
 * Answers to choose from; the first is what is asked for.
 * @param {boolean} wantsBad whether that is the one with a bad sentence.
 * @param {Choice[]} good
 * @param {Choice[]} bad
 * @param {<T>(list: T[]) => T[]} shuffled the list in another order.
 */
export function answers(wantsBad, good, bad, shuffled) {
  const tried = Array.from({ length: TRIES }, () => together(wantsBad, good, bad, shuffled));
  const [wanted] = shuffled([...tried[0].keys()]);
  /** How far the one that is asked for is from the place by length that it is to have. @param {Answer[]} made */
  const off = ([asked, ...others]) => {
    const longer = others.filter((answer) => lengthOf(answer) > lengthOf(asked)).length;
    return Math.abs(longer - wanted);
  };
  return tried.toSorted((one, other) => off(one) - off(other))[0];
}
