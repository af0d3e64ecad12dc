// What a reader keeps: pinned cards, the last ones opened, notes, and how far they have come in learning. It stands
// in this browser alone, under the cards' names, which are the same in every language. Where nothing may be
// stored, writing returns false.

import { joined, packed, progressOf, read as readProgress, write as writeProgress } from "../learn/progress.js";
import { KEYS, keep, kept, parsed, table, texts } from "../storage.js";
import { isSlug, slugs } from "./names.js";

/**
 * @import { Progress } from "../learn/progress.js"
 * @typedef {{pins: string[], recent: string[], notes: Record<string, string>, learning: Progress}} Kept
 */

const OURS = [KEYS.pins, KEYS.recent, KEYS.notes]; // card.js writes the second.
const FORMAT = "handbook-mine";
const LONGEST = 2000;
const MOST = 500;

/**
 * Notes by card, of whatever a file or the storage holds.
 * @param {unknown} value
 * @returns {Record<string, string>}
 */
function notesOf(value) {
  /** @type {[string, string][]} */
  const found = Object.entries(table(value)).flatMap(([slug, text]) =>
    isSlug(slug) && typeof text === "string" && text.trim() ? [[slug, text.slice(0, LONGEST)]] : [],
  );
  return Object.fromEntries(found.slice(0, MOST));
}

/**
 * All that is kept.
 * @returns {Kept}
 */
export function read() {
  return {
    pins: slugs(kept(KEYS.pins).split(" ")),
    recent: slugs(kept(KEYS.recent).split(" ")),
    notes: notesOf(parsed(kept(KEYS.notes))),
    learning: readProgress(),
  };
}

/**
 * A card's note, or "".
 * @param {Kept} all
 * @param {string} slug
 */
export const noteOf = ({ notes }, slug) => (Object.hasOwn(notes, slug) ? notes[slug] : "");

/**
 * Whether anything is kept that can be shown as a list.
 * @param {Kept} all
 */
export const isEmpty = ({ pins, recent, notes }) => !pins.length && !recent.length && !Object.keys(notes).length;

/**
 * Keep a change; false where the browser refuses, and then nothing of it is kept.
 * @param {Kept} all
 */
export function write({ pins, recent, notes, learning }) {
  const wanted = [pins.join(" "), recent.join(" "), Object.keys(notes).length ? JSON.stringify(notes) : ""];
  const before = OURS.map((key) => kept(key));
  /** @param {string[]} values */
  const put = (values) => OURS.every((key, at) => keep(key, values[at]));
  if (put(wanted) && writeProgress(learning)) return true;
  // What was there could be kept before; if not now, there is nothing to be done.
  put(before);
  return false;
}

/**
 * All of it as the text of a file.
 * @param {Kept} all
 */
export const exported = ({ learning, ...lists }) =>
  `${JSON.stringify({ format: FORMAT, version: 1, ...lists, learning: packed(learning) }, null, 2)}\n`;

/**
 * What is kept together with what a file brings; null where the file is not one of ours.
 * @param {Kept} all
 * @param {string} text
 * @returns {Kept | null}
 */
export function merged(all, text) {
  const given = table(parsed(text));
  if (given.format !== FORMAT || given.version !== 1) return null;
  const notes = { ...all.notes };
  for (const [slug, note] of Object.entries(notesOf(given.notes))) {
    const own = noteOf(all, slug);
    if (!own) notes[slug] = note;
    else if (!own.includes(note)) notes[slug] = `${own}\n${note}`.slice(0, LONGEST);
  }
  return {
    pins: slugs([...all.pins, ...texts(given.pins)]),
    recent: slugs([...all.recent, ...texts(given.recent)]).slice(0, 8),
    notes,
    learning: joined(all.learning, progressOf(given.learning)),
  };
}
