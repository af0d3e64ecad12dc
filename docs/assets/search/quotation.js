// The pages that are quoted: all that was typed stands in one title, heading, phrase or what one customer says.

/**
 * @import { Understood } from "./interpreter.js"
 * @import { Lexicon } from "./lexicon.js"
 * @import { Occurrences } from "./occurrences.js"
 */

/** Title, customer's words, phrases, headings: the parts that people know by heart. */
const QUOTED = "tcsh";

/**
 * The pages that have all typed words in one such part. A word that no part has and the lexicon lacks is passed over.
 * @param {Understood[]} asked
 * @param {Lexicon} lexicon
 * @param {Occurrences} occurrences
 * @returns {Set<number>}
 */
export function quoted(asked, lexicon, occurrences) {
  const { pageOf, pages, starts } = occurrences;
  /** @param {number} part */
  const isQuoted = (part) => QUOTED.includes(pages[pageOf[part]].parts[part - starts[pageOf[part]]]);
  /** @type {Set<number> | null} */
  let common = null;
  for (const { readings } of asked) {
    const meant = readings.filter(({ way }) => way !== "kin");
    const parts = meant.flatMap(({ term }) => lexicon.used[term].flatMap(({ key }) => occurrences.parts(key)));
    /** @type {Set<number>} */
    const here = new Set(parts.filter((part) => (common ? common.has(part) : isQuoted(part))));
    if (here.size > 0 || meant.some(({ way }) => way === "form")) common = here;
  }
  return new Set([...(common ?? [])].map((part) => pageOf[part]));
}
