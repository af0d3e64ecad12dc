// The search itself: from an index and a query to the pages, the best first. Knows no page and no
// worker; worker.js runs it, or box.js where there are no workers.
//
// query -> analyser -> interpreter (lexicon, slips) -> ranking (occurrences, weights) -> hits

import { fold, pieces, words } from "./analyser.js";
import { Evidence } from "./evidence.js";
import { Examples } from "./examples.js";
import { Interpreter, likely } from "./interpreter.js";
import { Kinship } from "./kinship.js";
import { Lexicon } from "./lexicon.js";
import { Occurrences } from "./occurrences.js";
import { Ranking } from "./ranking.js";
import { together } from "./tiers.js";
import { COMMON } from "./weights.js";

/**
 * @import { Understood } from "./interpreter.js"
 * @import { Page } from "./occurrences.js"
 * @import { Hit } from "./ranking.js"
 * @import { First, Rest } from "./tiers.js"
 *
 * @typedef {{terms: Set<number>, starts: string[]}} Marks the lemmas and beginnings of words to mark.
 *
 * @typedef {object} Found
 * @property {Understood[]} asked
 * @property {Hit[]} hits the pages.
 * @property {[string, string][]} corrected typed words and what they were taken for.
 * @property {string[]} unknown words nothing was found for.
 */

/** The format this code reads; hooks/handbook/search/index.py has the same number. */
export const FORMAT = 5;

const NEAREST = 3;
/** The ways to what a word surely is, or surely may become. */
const KNOWN = new Set(["form", "completion"]);

/** One language's index, ready to be asked: the first tier of it, or all. */
export class Engine {
  /**
   * @param {First} first
   * @param {Rest} [rest]
   */
  constructor(first, rest) {
    const { format, edition, prefixes, weights } = first;
    if (format !== FORMAT) throw new Error(`search index of format ${format}, not ${FORMAT}`);
    if (rest && rest.edition !== edition) throw new Error(`search index of edition ${edition}, not ${rest.edition}`);
    this.first = first;
    this.isWhole = rest !== undefined;
    const index = together(first, rest);
    this.lexicon = new Lexicon(index, prefixes);
    this.occurrences = new Occurrences(index, this.lexicon);
    const kinship = new Kinship(this.lexicon.lemmas);
    this.interpreter = new Interpreter(this.lexicon, this.occurrences, index.synonyms, kinship);
    /** What is said of the pages; null while the rest is awaited. */
    this.examples = rest ? new Examples(rest.examples) : null;
    const evidence = new Evidence(this.lexicon, this.occurrences, kinship, this.examples);
    this.ranking = new Ranking(this.lexicon, this.occurrences, weights, evidence);
    /** @type {Map<string, {folded: string, readings: number[]}>} the lemmas of words in texts, worked out once. */
    this.read = new Map();
  }

  /** @type {Page[]} */
  get pages() {
    return this.occurrences.pages;
  }

  /**
   * Search.
   * @param {string} query as typed; the last word counts as unfinished unless something follows it.
   * @param {string} [from] the kind of page that is asked from.
   * @returns {Found & Marks}
   */
  search(query, from = "") {
    const typed = words(query);
    const unfinished = /[\p{L}\p{N}]$/u.test(query) ? typed.length - 1 : -1;
    const asked = typed.map((word, at) => this.interpreter.understand(fold(word), at === unfinished));
    return {
      asked,
      hits: this.ranking.rank(asked, from),
      terms: this.#telling(asked.flatMap(({ readings }) => likely(readings).map(({ term }) => term))),
      starts: asked.flatMap(({ start }) => (start ? [start] : [])),
      corrected: typed.flatMap((word, at) => (asked[at].taken ? [[word, asked[at].taken]] : [])),
      unknown: typed.filter((_, at) => asked[at].readings.length === 0),
    };
  }

  /**
   * Whether the rest of the index would read the words of a search alike: none of them is a guess.
   * @param {Found} found
   */
  understands({ asked }) {
    return this.isWhole || asked.every(({ readings, taken }) => !taken && readings.some(({ way }) => KNOWN.has(way)));
  }

  /**
   * Of the lemmas to mark those that tell something, if there are any: not "nie" of "nikt nie oddzwonił".
   * @param {number[]} terms
   */
  #telling(terms) {
    const some = terms.filter((term) => this.occurrences.of(term).size <= this.pages.length * COMMON);
    return new Set(some.length > 0 ? some : terms);
  }

  /**
   * What of a query stands in a part of a page, as lemmas.
   * @param {number} part
   * @param {Understood[]} asked
   * @returns {string[]}
   */
  inPart(part, asked) {
    const { lexicon, occurrences } = this;
    const page = occurrences.staffPart.indexOf(part);
    /** @param {{term: number}} reading */
    const here = ({ term }) =>
      page < 0
        ? lexicon.used[term].some(({ key }) => occurrences.parts(key).includes(part))
        : occurrences.said(term).has(page);
    const found = asked.map(({ readings }) => readings.filter(here).sort((a, b) => b.weight - a.weight)[0]);
    return [...new Set(found.flatMap((reading) => (reading ? [lexicon.lemmas[reading.term]] : [])))];
  }

  /**
   * The lemmas that look most like a word nothing was found for.
   * @param {string} word
   * @returns {string[]}
   */
  nearest(word) {
    const folded = fold(word);
    const slips = Math.max(2, Math.min(4, Math.floor(folded.length / 2)));
    return [...this.lexicon.near(folded, slips)]
      .sort(([a, { cost: x }], [b, { cost: y }]) => x - y || this.occurrences.of(b).size - this.occurrences.of(a).size)
      .slice(0, NEAREST)
      .map(([term]) => this.lexicon.lemmas[term]);
  }

  /**
   * A text in pieces, each with whether it matches.
   * @param {string} text
   * @param {Marks} outcome
   * @returns {[string, boolean][]}
   */
  marked(text, outcome) {
    return pieces(text).map((piece) => [piece.text, piece.word !== "" && this.matches(piece.word, outcome)]);
  }

  /**
   * Whether a word is one of the lemmas, or begins so.
   * @param {string} word
   * @param {Marks} outcome
   */
  matches(word, { terms, starts }) {
    const { folded, readings } = this.read.get(word) ?? this.#read(word);
    return starts.some((start) => folded.startsWith(start)) || readings.some((term) => terms.has(term));
  }

  /** @param {string} word */
  #read(word) {
    const folded = fold(word);
    const known = { folded, readings: this.lexicon.readings(folded) };
    this.read.set(word, known);
    return known;
  }
}
