// What this browser keeps for a reader. Anything may stand there, as whoever shares the address can write
// it: each value is looked at before it is used. And a browser may refuse both reading and writing.

/** The keys of the whole handbook; what stands under each is told where it is read. */
export const KEYS = {
  also: "handbook.also",
  found: "handbook.found",
  keysOff: "handbook.keys-off",
  language: "handbook.language",
  learning: "handbook.learning",
  notes: "handbook.notes",
  pins: "handbook.pins",
  recent: "handbook.recent",
  scheme: "handbook.scheme",
  tall: "handbook.tall",
};

const MOST = 500;

/** @typedef {() => Storage} Place where to look; a function, as the mere mention may be refused. */

/** @type {Place} */
const lasting = () => localStorage;
/** @type {Place} */
const ofTab = () => sessionStorage;

/**
 * The text under a key; "" where there is none, or it may not be read.
 * @param {string} key
 * @param {Place} [place]
 * @returns {string}
 */
export function kept(key, place = lasting) {
  try {
    const text = place().getItem(key);
    return typeof text === "string" ? text : "";
  } catch {
    return "";
  }
}

/**
 * Keep a text under a key; "" removes it.
 * @param {string} key
 * @param {string} text
 * @param {Place} [place]
 * @returns {boolean} whether the browser did it.
 */
export function keep(key, text, place = lasting) {
  try {
    if (text) place().setItem(key, text);
    else place().removeItem(key);
    return true;
  } catch {
    return false;
  }
}

/**
 * The value that a text of JSON stands for; null where it is none.
 * @param {string} text
 * @returns {unknown}
 */
export function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * A value as a table of names; an empty one where it is something else.
 * @param {unknown} value
 * @returns {Record<string, unknown>}
 */
export function table(value) {
  return value && typeof value === "object" && !Array.isArray(value) ? { ...value } : {};
}

/**
 * A value as a list of texts; what is none is left out.
 * @param {unknown} value
 * @returns {string[]}
 */
export function texts(value) {
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}

/** Whether the reader keeps anything of cards: pinned ones, the last ones, notes. */
export function keepsCards() {
  return [KEYS.pins, KEYS.recent, KEYS.notes].some((key) => kept(key) !== "");
}

/**
 * The cards that were found last, in this tab: paths of this site, and the words they were found by.
 * @returns {{paths: string[], words: string}}
 */
export function lastFound() {
  const { urls, words } = table(parsed(kept(KEYS.found, ofTab)));
  const paths = texts(urls).flatMap((url) => {
    if (!URL.canParse(url, location.href)) return [];
    const { origin, protocol, pathname } = new URL(url, location.href);
    const ours = origin === location.origin && protocol === location.protocol;
    // "//host/" as a path would lead to another host.
    return ours && !pathname.startsWith("//") ? [pathname] : [];
  });
  return { paths: paths.slice(0, MOST), words: typeof words === "string" ? words : "" };
}

/**
 * Keep what was found for call mode; where it is refused, that goes through the family.
 * @param {string[]} urls
 * @param {string} [words] what was searched for.
 */
export function keepFound(urls, words) {
  keep(KEYS.found, JSON.stringify({ urls, words }), ofTab);
}
