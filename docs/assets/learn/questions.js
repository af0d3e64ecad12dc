// The questions as the build has made them of the cards (hooks/handbook/site/questions.py), and one of them
// as it is asked: which answers are offered, in which order.

import { addressOf, fetched } from "../desk/words.js";

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
 * @property {{text: string, reason: string, right: boolean}[]} options of recalled ones all that is right.
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
 * Sentences in such an order that those come first which their length does not give away: what is better said is
 * mostly longer than what is better left unsaid.
 * @param {Kind} kind
 * @param {Choice[]} list
 * @param {Choice[]} others among which they are offered.
 * @returns {Choice[]}
 */
function evenly(kind, list, others) {
  const mixed = shuffled(list);
  if (kind === "decide") return mixed;
  const usual = others.reduce((sum, [text]) => sum + text.length, 0) / Math.max(1, others.length);
  const off = (/** @type {Choice} */ [text]) => Math.abs(text.length - usual);
  // One of the nearer half, not always the same.
  const nearer = mixed.toSorted((one, other) => off(one) - off(other)).slice(0, Math.ceil(mixed.length / 2));
  return [...shuffled(nearer), ...mixed.filter((choice) => !nearer.includes(choice))];
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
  const good = kind === "recall" ? right : evenly(kind, right, wrong).slice(0, 1);
  const bad = shuffled(kind === "avoid" ? evenly(kind, wrong, right).slice(0, OFFERED) : wrong).slice(0, OFFERED - 1);
  const isUsual = kind !== "decide" || good[0]?.[0] === card.decision;
  const options = [
    ...good.map(([text, reason = ""]) => ({ text, reason, right: true })),
    ...bad.map(([text, reason = ""]) => ({ text, reason, right: false })),
  ];
  return {
    card: name,
    kind,
    title: card.title,
    url: addressOf(card),
    // These are the signs of what the card comes to at first; in any other case they may say the opposite.
    customer: isUsual ? shuffled(card.customer).slice(0, QUOTED) : [],
    signs: isUsual ? card.signs : [],
    inCase: good[0]?.[2] ?? "",
    options: kind === "recall" ? options : shuffled(options),
  };
}
