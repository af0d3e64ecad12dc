// Where the site's words stand: the parts of its pages, by form and by lemma.

import { length, PARTS } from "./weights.js";

/**
 * @typedef {[string, string, string, string, string, string, [string, string][], string, number[], number[]]} Row
 *   a page as the index has it: as Page, and at the end the number of words in each part.
 *
 * @typedef {object} Index as hooks/handbook/search/index.py writes it.
 * @property {number} format
 * @property {string} language
 * @property {number} shard how many pages' texts a file has.
 * @property {string[]} prefixes
 * @property {Record<string, string>} words what the box says.
 * @property {Record<string, string>} decisions
 * @property {[string, string, string][]} doors each with its name, address and family.
 * @property {{ways: [string, string][], report: string | null}} help
 * @property {Record<string, [number, number]>} weights of pages by kind, for all and for who asks from one.
 * @property {Row[]} pages
 * @property {string[]} endings
 * @property {string} terms
 * @property {string} places
 * @property {Record<string, number[]>} synonyms lemma -> the lemmas used instead.
 *
 * @typedef {object} Page
 * @property {string} url relative to the language's folder.
 * @property {string} title
 * @property {string} kind
 * @property {string} decision
 * @property {string} answer
 * @property {string} say
 * @property {[string, string][]} sections each with its id and its title.
 * @property {string} parts a letter for the kind of each part.
 * @property {number[]} inSections for each part the number of its section.
 */

/** The pages of an index, and the parts of them that a form or a lemma stands in. */
export class Occurrences {
  /**
   * @param {Index} index
   * @param {import("./lexicon.js").Lexicon} lexicon
   */
  constructor(index, lexicon) {
    this.lexicon = lexicon;
    this.places = index.places.split("\n");
    /** @type {Page[]} */
    this.pages = [];
    /** @type {number[]} for each page the number of its first part. */
    this.starts = [];
    /** @type {number[]} for each part of each page: the page, */
    this.pageOf = [];
    /** @type {string[]} the kind of part, */
    this.kindOf = [];
    /** @type {number[]} its weight. */
    this.weightOf = [];
    for (const [url, title, kind, decision, answer, say, sections, parts, inSections, sizes] of index.pages) {
      this.starts.push(this.pageOf.length);
      for (let at = 0; at < parts.length; at++) {
        this.pageOf.push(this.pages.length);
        this.kindOf.push(parts[at]);
        this.weightOf.push(PARTS[parts[at]] * length(sizes[at]));
      }
      this.pages.push({ url, title, kind, decision, answer, say, sections, parts, inSections });
    }
    /** @type {Map<number, number[]>} what was worked out once. */
    this.ofKeys = new Map();
    /** @type {Map<number, Set<number>>} likewise. */
    this.ofTerms = new Map();
  }

  /**
   * The parts a form stands in.
   * @param {string} key
   * @returns {number[]}
   */
  parts(key) {
    const number = this.lexicon.numbers.get(key);
    if (number === undefined) return [];
    let parts = this.ofKeys.get(number);
    if (!parts) {
      let last = 0;
      parts = this.places[number].split(" ").map((step) => {
        last += Number(step);
        return last;
      });
      this.ofKeys.set(number, parts);
    }
    return parts;
  }

  /**
   * The pages a lemma stands on, in any form.
   * @param {number} term
   * @returns {Set<number>}
   */
  of(term) {
    let pages = this.ofTerms.get(term);
    if (!pages) {
      pages = new Set();
      for (const { key } of this.lexicon.used[term]) {
        for (const part of this.parts(key)) pages.add(this.pageOf[part]);
      }
      this.ofTerms.set(term, pages);
    }
    return pages;
  }
}
