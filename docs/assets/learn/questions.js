// The questions as the build has made them of the cards (hooks/handbook/site/questions.py), and one of them
// as it is asked: which answers are offered, in which order.

import { addressOf, fetched } from "../desk/words.js";
import { answers, enough } from "./answers.js";

/**
 * @import { Kind } from "./progress.js"
 *
 * @typedef {[text: string, reason?: string, inCase?: string]} Choice an answer, what the card says of it, and the
 *   case in which alone it is right.
 *
 * @typedef {object} Card
 * @property {string} url
 * @property {string} title
 * @property {string[]} customer what a customer says.
 * @property {string} decision what the card comes to at first.
 * @property {string[]} signs by which the situation is recognised.
 * @property {Partial<Record<Kind, [right: Choice[], wrong: Choice[]]>>} questions
 *
 * @typedef {object} Questions
 * @property {Record<string, string>} words
 * @property {{name: string, cards: string[]}[]} families
 * @property {Record<string, Card>} cards
 * @property {{url: string, title: string, lang: string, only: string}[]} waiting cards that the language does not
 *   have yet.
 *
 * @typedef {object} Asked
 * @property {string} card its name.
 * @property {Kind} kind
 * @property {string} title
 * @property {string} url
 * @property {string[]} customer
 * @property {string[]} signs
 * @property {string} inCase the case that is asked about, or nothing.
 * @property {Option[]} options of recalled ones all that is right.
 *
 * @typedef {object} Option
 * @property {string} text
 * @property {boolean} right
 * @property {string} reason what the card says of it, or nothing.
 * @property {string} about the sentence in it that the reason is about, where it has two.
 */

const OFFERED = 4;
// What a card holds for one thing that a customer says need not answer another: so several are told.
const QUOTED = 3;

/**
 * All questions of the page's language.
 * @returns {Promise<Questions>}
 */
export const load = () => fetched("learn.json");

/**
 * A list in another order.
 * @template T
 * @param {T[]} list
 * @returns {T[]}
 */
export function shuffled(list) {
  const mixed = [...list];
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = Math.floor(Math.random() * (at + 1));
    [mixed[at], mixed[other]] = [mixed[other], mixed[at]];
  }
  return mixed;
}

/**
 * The answers that are offered this time.
 * @param {Kind} kind
 * @param {Choice[]} right
 * @param {Choice[]} wrong
 * @returns {Option[]}
 */
function offered(kind, right, wrong) {
  const wantsBad = kind === "avoid";
  const [good, bad] = wantsBad ? [wrong, right] : [right, wrong];
  if ((kind === "choose" || wantsBad) && enough(good, bad)) {
    return answers(wantsBad, good, bad, shuffled).map(({ text, bad }, at) => {
      return { text, right: at === 0, about: bad?.[0] ?? "", reason: bad?.[1] ?? "" };
    });
  }
  const first = kind === "recall" ? right : shuffled(right).slice(0, 1);
  return [
    ...first.map(([text, reason = ""]) => ({ text, reason, right: true, about: "" })),
    ...shuffled(wrong)
      .slice(0, OFFERED - 1)
      .map(([text, reason = ""]) => ({ text, reason, right: false, about: "" })),
  ];
}

/**
 * A question as it is asked this time; null where the card has none of this kind any more.
 * @param {Questions} all
 * @param {string} name the card's.
 * @param {Kind} kind
 * @returns {Asked | null}
 */
export function asked(all, name, kind) {
  const card = all.cards[name];
  const found = card.questions[kind];
  if (!found) return null;
  const [right, wrong] = found;
  const cases = kind === "decide" ? shuffled(right).slice(0, 1) : right;
  const isUsual = kind !== "decide" || cases[0]?.[0] === card.decision;
  const options = offered(kind, cases, wrong);
  return {
    card: name,
    kind,
    title: card.title,
    url: addressOf(card),
    // These are the signs of what the card comes to at first; in any other case they may say the opposite.
    customer: isUsual ? shuffled(card.customer).slice(0, QUOTED) : [],
    signs: isUsual ? card.signs : [],
    inCase: kind === "decide" ? (cases[0]?.[2] ?? "") : "",
    options: kind === "recall" ? options : shuffled(options),
  };
}
