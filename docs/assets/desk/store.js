// What a reader keeps: pinned cards, the last ones opened, notes. It stands in this browser alone, under
// the cards' names, which are the same in every language. Where nothing may be stored, writing returns false.

const PINS = "handbook.pins";
const RECENT = "handbook.recent"; // Written by card.js.
const NOTES = "handbook.notes";
const KEYS = [PINS, RECENT, NOTES];

const FORMAT = "handbook-mine";
const SLUG = /^[a-z0-9][a-z0-9/-]{0,120}$/;
const LONGEST = 2000;
const MOST = 500;

const slugs = (all) => [...new Set(all.filter((slug) => typeof slug === "string" && SLUG.test(slug)))].slice(0, MOST);

function stored(key) {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function notesOf(value) {
  const entries = Object.entries(value && typeof value === "object" ? value : {});
  return Object.fromEntries(
    entries.filter(([slug, text]) => SLUG.test(slug) && typeof text === "string" && text.trim()).slice(0, MOST),
  );
}

/** All that is kept: {pins, recent, notes}. */
export function read() {
  return {
    pins: slugs(stored(PINS).split(" ")),
    recent: slugs(stored(RECENT).split(" ")),
    notes: notesOf(parsed(stored(NOTES))),
  };
}

/** Whether anything is kept. */
export const isEmpty = ({ pins, recent, notes }) => !pins.length && !recent.length && !Object.keys(notes).length;

/** Keep a change; false where the browser refuses, and then nothing of it is kept. */
export function write({ pins, recent, notes }) {
  const texts = [pins.join(" "), recent.join(" "), Object.keys(notes).length ? JSON.stringify(notes) : ""];
  const before = KEYS.map(stored);
  const put = (all) => KEYS.forEach((key, at) => (all[at] ? localStorage.setItem(key, all[at]) : localStorage.removeItem(key)));
  try {
    put(texts);
    return true;
  } catch {
    try {
      put(before);
    } catch {
      // What was there could be kept before; if not now, there is nothing to be done.
    }
    return false;
  }
}

/** All of it as the text of a file. */
export const exported = (kept) => `${JSON.stringify({ format: FORMAT, version: 1, ...kept }, null, 2)}\n`;

/** What is kept together with what a file brings; null where the file is not one of ours. */
export function merged(kept, text) {
  const given = parsed(text);
  if (given?.format !== FORMAT || given.version !== 1) return null;
  const list = (value) => (Array.isArray(value) ? value : []);
  const notes = { ...kept.notes };
  for (const [slug, note] of Object.entries(notesOf(given.notes))) {
    const own = notes[slug];
    if (!own) notes[slug] = note.slice(0, LONGEST);
    else if (!own.includes(note)) notes[slug] = `${own}\n${note}`.slice(0, LONGEST);
  }
  return {
    pins: slugs([...kept.pins, ...list(given.pins)]),
    recent: slugs([...kept.recent, ...list(given.recent)]).slice(0, 8),
    notes,
  };
}
