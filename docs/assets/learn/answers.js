// What is offered where a sentence is to be chosen. What is better said is nearly always longer than what had better
// not be: one beside the other, the length would tell which is which. So an answer may have a second entry of the
// card, a good one, and they are put together so that whoever always takes the longest or the shortest, or what has
// the most or the fewest sentences, is right as often as by chance; and so that no sentence stands in two of them, as
// far as a card has enough.

/**
 * @import { Choice } from "./questions.js"
 *
 * @typedef {object} Answer
 * @property {string} text
 * @property {Choice | null} bad the entry in it that had better not be said, if there is one.
 * @property {number} count of its sentences.
 * @property {Choice[]} entries of the card that it is put together of.
 */

const OFFERED = 3;
// So many ways to put them together are tried.
const TRIES = 240;
// What each fault of a try weighs. Two answers without a bad entry leave less to choose from than two with one, so
// the number of entries would tell more there.
const WEIGHTS = { length: 2, sentences: 1.5, repeated: 1.6, entries: 1.6, entriesOfTwoGood: 3 };
// Where a sentence ends.
const END = /[.!?…]+(?=[\s"'”»’)]|$)/g;

/** Whether a card has enough sentences. @param {Choice[]} good @param {Choice[]} bad */
export const enough = (good, bad) => good.length >= OFFERED && bad.length > 0;

/** How long a reader sees it: brackets are not shown. @param {Answer} answer */
export const lengthOf = ({ text }) => text.replace(/[[\]]/g, "").length;

/**
 * A sentence that another can follow: in some languages its full stop stands outside the quotation marks.
 * @param {Choice} choice
 */
const ended = ([text]) => (/[.!?…]\]?$/.test(text) ? text : `${text}.`);

/**
 * @param {Choice[]} lines
 * @param {Choice | null} [bad]
 * @returns {Answer}
 */
function joined(lines, bad = null) {
  const text = lines.map(ended).join(" ");
  return { text, bad, count: text.match(END)?.length ?? 0, entries: lines };
}

/** Whether nothing follows an entry but what the customer says to it: it ends by asking. @param {Choice} choice */
const asks = ([text]) => /\?\]?$/.test(text);

/** All answers without a bad entry. @param {Choice[]} good */
function allFine(good) {
  const twos = good.flatMap((one, at) => good.slice(at + 1).map((other) => [one, other])); // In the card's order.
  return [...good.map((one) => [one]), ...twos.filter(([one]) => !asks(one))].map((lines) => joined(lines));
}

/** All answers with a bad one. @param {Choice} one @param {Choice[]} good */
function allSpoilt(one, good) {
  const twos = good.flatMap((other) => [
    [one, other],
    [other, one],
  ]);
  return [[one], ...twos.filter(([first]) => !asks(first))].map((lines) => joined(lines, one));
}

/**
 * How far what is asked for is from the place by length that it is to have.
 * @param {Answer[]} made what is asked for first.
 * @param {number} place how many are to be longer.
 */
function off([asked, ...others], place) {
  return Math.abs(others.filter((answer) => lengthOf(answer) > lengthOf(asked)).length - place);
}

/**
 * How likely it is guessed by whoever always takes what has the most, or the least.
 * @param {Answer[]} made what is asked for first.
 * @param {(answer: Answer) => number} measure
 * @param {(...values: number[]) => number} extreme
 */
function guessed(made, measure, extreme) {
  const values = made.map(measure);
  const taken = values.filter((value) => value === extreme(...values));
  return values[0] === taken[0] ? 1 / taken.length : 0;
}

/**
 * How far it is from being guessed as often as is wished.
 * @param {Answer[]} made what is asked for first.
 * @param {(answer: Answer) => number} measure
 * @param {{least: number, most: number}} wished by whoever takes the least, and the most.
 */
function told(made, measure, { least, most }) {
  return Math.abs(guessed(made, measure, Math.min) - least) + Math.abs(guessed(made, measure, Math.max) - most);
}

/** How many entries stand in several answers, each as often as it does so. @param {Answer[]} made */
function repeated(made) {
  const all = made.flatMap(({ entries }) => entries);
  return all.length - new Set(all).size;
}

/**
 * Answers to choose from; the first is what is asked for.
 * @param {boolean} wantsBad whether that is the one with a bad sentence.
 * @param {Choice[]} good
 * @param {Choice[]} bad
 * @param {<T>(list: T[]) => T[]} shuffled the list in another order.
 */
export function answers(wantsBad, good, bad, shuffled) {
  const fine = allFine(good);
  const spoilt = bad.map((one) => allSpoilt(one, good));
  const tried = Array.from({ length: TRIES }, () => {
    const withBad = shuffled(spoilt)
      .slice(0, wantsBad ? 1 : OFFERED - 1)
      .map((list) => shuffled(list)[0]);
    const without = shuffled(fine).slice(0, wantsBad ? OFFERED - 1 : 1);
    return wantsBad ? [...withBad, ...without] : [...without, ...withBad];
  });
  const places = [...tried[0].keys()];
  const [place] = shuffled(places);
  // The shortest has the fewest sentences, the others have not: then each share is that of chance.
  const isLast = place === places.length - 1;
  const wished = { least: isLast ? 1 : 0, most: isLast ? 0 : 1 / (places.length - 1) };
  const faults = tried.map((made) => {
    const ofSentences = told(made, ({ count }) => count, wished);
    const ofEntries = told(made, ({ entries }) => entries.length, wished);
    return (
      WEIGHTS.length * off(made, place) +
      WEIGHTS.sentences * ofSentences +
      WEIGHTS.repeated * repeated(made) +
      (wantsBad ? WEIGHTS.entriesOfTwoGood : WEIGHTS.entries) * ofEntries
    );
  });
  return tried[faults.indexOf(Math.min(...faults))];
}
