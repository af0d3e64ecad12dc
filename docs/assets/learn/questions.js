// The questions as the build has made them of the cards (hooks/handbook/site/questions.py), and one of them
// as it is asked: which answers are offered, in which order.

import { addressOf, fetched } from "../desk/words.js";

/**
 * @import { Kind } from "./progress.js"
 *
 * @typedef {[text: string, reason?: string]} Choice an answer, and what the card says of it.
 *
 * @typedef {object} Card
 * @property {string} url
 * @property {string} title
 * @property {string[]} customer what a customer says.
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
 * @property {string} customer
 * @property {string[]} signs
 * @property {{text: string, reason: string, right: boolean}[]} options of recalled ones all that is right.
 */

const OFFERED = 4;

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
  const good = kind === "recall" ? right : shuffled(right).slice(0, 1);
  const bad = shuffled(wrong).slice(0, OFFERED - 1);
  const options = [
    ...good.map(([text, reason = ""]) => ({ text, reason, right: true })),
    ...bad.map(([text, reason = ""]) => ({ text, reason, right: false })),
  ];
  return {
    card: name,
    kind,
    title: card.title,
    url: addressOf(card),
    customer: shuffled(card.customer)[0] ?? "",
    signs: kind === "decide" ? card.signs : [],
    options: kind === "recall" ? options : shuffled(options),
  };
}
