// What the tools at the desk say in the page's language, and the cards it has; fetched when first needed.

import { one } from "../dom.js";
import { element } from "../element.js";

/**
 * @typedef {Record<string, string>} Words what one tool says, by name.
 * @typedef {{url: string, title: string, lang: string, only?: string}} Card where a card is, in which language,
 *   and what is said of one that the reader's language does not have yet.
 * @typedef {{keys: Words, mine: Words, cards: Record<string, Card>}} Desk
 */

const site = new URL(one(".finding", HTMLElement).dataset.base ?? "", location.href);
/** @type {Promise<Desk> | undefined} */
let loading;

/**
 * A file that the build has made for the page's language.
 * @param {string} name
 * @returns {Promise<any>}
 * @throws {Error} it is not there, or cannot be had.
 */
export async function fetched(name) {
  const answer = await fetch(new URL(`${document.documentElement.lang}/${name}`, site));
  if (!answer.ok) throw new Error(`${answer.status}: ${answer.url}`);
  return answer.json();
}

/** The words by tool, and under "cards" each card by its name. */
export function words() {
  loading ??= fetched("desk.json");
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}

/**
 * The full address of a card.
 * @param {{url: string}} card
 */
export const addressOf = (card) => new URL(card.url, site).href;

/** @type {Promise<unknown> | undefined} */
let style;

/** The style sheet of all tools at the desk; the promise is kept once it is there, or cannot be had. */
export function styled() {
  style ??= new Promise((done) => {
    const href = new URL("./desk.css", import.meta.url).href;
    document.head.append(element("link", { rel: "stylesheet", href, "data-desk": true, load: done, error: done }));
  });
  return style;
}
