// What is shown of a page that was found: its titles and answers as results, and an excerpt with the words to mark.

import { words } from "./analyser.js";
import { STAFF } from "./occurrences.js";

// An excerpt begins a little before the first word that matches.
const BEFORE = 6;
const EXCERPT = 28;
// So many words are marked on the page that is opened.
const MARKED = 12;

/**
 * @import { Engine } from "./engine.js"
 * @import { Hit } from "./ranking.js"
 * @import { Outcome } from "./service.js"
 *
 * @typedef {[string, boolean][]} Text pieces, each with whether it matches.
 *
 * @typedef {object} Detail
 * @property {Text} excerpt
 * @property {boolean} customer whether a customer says it.
 * @property {string} staff what staff say that comes nearest, where that led to the page, else "".
 * @property {string[]} marked the words to mark on the page.
 *
 * @typedef {object} Result
 * @property {string} url relative to the language's folder, without its section.
 * @property {string} anchor the section, or "".
 * @property {string} kind
 * @property {string} language that of a page which this one does not have yet, else "".
 * @property {string} only what says so.
 * @property {string} decision its name for readers, or "".
 * @property {string} decisionId
 * @property {Text} title
 * @property {Text} section
 * @property {Text} answer
 * @property {Text} say
 */

/**
 * What is known of a page at once.
 * @param {Engine} engine
 * @param {Hit} hit
 * @param {Outcome} outcome
 * @returns {Result}
 */
export function result(engine, { page: number, part }, outcome) {
  const page = engine.pages[number];
  /** @param {string} text */
  const mark = (text) => engine.marked(text, outcome);
  const card = page.kind === "card";
  const [anchor, section] = page.sections[page.inSections[part - engine.occurrences.starts[number]]] ?? ["", ""];
  return {
    url: page.url,
    anchor: card ? "" : anchor,
    kind: page.kind,
    language: page.language,
    only: page.only,
    decisionId: page.decision,
    decision: engine.first.decisions[page.decision] ?? "",
    title: mark(page.title),
    section: card ? [] : mark(section),
    // Where a section of a long page answers, the page's own summary does not.
    answer: card || !section ? mark(page.answer) : [],
    say: mark(page.say),
  };
}

/**
 * What its texts tell besides.
 * @param {Engine} engine
 * @param {Hit} hit
 * @param {Outcome} outcome
 * @param {string[]} texts those of the page's parts.
 * @param {string} told what staff say of the page that comes nearest.
 * @returns {Detail}
 */
export function detail(engine, { page, part }, outcome, texts, told) {
  const at = part - engine.occurrences.starts[page];
  const { parts, inSections, answer, say } = engine.pages[page];
  const kind = parts[at];
  const above = kind === "a" ? answer : kind === "s" ? say : "";
  const shown = kind === "t" || words(above).some((word) => engine.matches(word, outcome));
  // A heading is shown as such; below it stands what it is about.
  const below =
    kind === STAFF
      ? -1
      : "hv".includes(kind)
        ? [...parts].findIndex((other, place) => "ba".includes(other) && inSections[place] === inSections[at])
        : at;
  /** @type {Set<string>} */
  const marked = new Set();
  for (const text of texts) {
    for (const word of words(text)) {
      if (marked.size < MARKED && !marked.has(word) && engine.matches(word, outcome)) marked.add(word);
    }
  }
  return {
    excerpt: shown || below < 0 ? [] : excerpt(engine.marked(texts[below], outcome)),
    customer: kind === "c",
    staff: kind === STAFF ? told : "",
    marked: [...marked],
  };
}

/**
 * The words around the first one that matches.
 * @param {Text} text
 * @returns {Text}
 */
function excerpt(text) {
  const places = text.flatMap(([piece], at) => (/[\p{L}\p{N}]/u.test(piece) ? [at] : []));
  const first = text.findIndex(([, matches]) => matches);
  const middle = Math.max(0, places.indexOf(first));
  const start = middle <= BEFORE + 2 ? 0 : places[middle - BEFORE];
  const last = places[Math.min(places.length, places.indexOf(Math.max(start, places[0])) + EXCERPT)] ?? text.length;
  /** @type {Text} */
  const found = text.slice(start, last);
  if (start > 0) found.unshift(["… ", false]);
  if (last < text.length) found.push(["…", false]);
  return found;
}
