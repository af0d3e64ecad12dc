// Where the site's words stand: the parts of its pages, by form and by lemma.

import { unpack } from "./steps.js";
import { length, PARTS, SAID } from "./weights.js";

/**
 * @import { Index } from "./tiers.js"
 *
 * @typedef {object} Page
 * @property {string} url relative to the language's folder.
 * @property {string} title
 * @property {string} kind
 * @property {string} decision
 * @property {string} answer
 * @property {string} say
 * @property {[string, string][]} sections each with its id and its title; none while the rest is awaited.
 * @property {string} parts a letter for the kind of each part.
 * @property {number[]} inSections for each part the number of its section.
 * @property {string} language that of a page which the language of the index does not have yet, else "".
 * @property {string} only what says so.
 */

/** The kind of the part that holds what staff say. */
export const STAFF = "k";

/** The pages of an index, and the parts of them that a form or a lemma stands in. */
export class Occurrences {
  /**
   * @param {Index} index
   * @param {import("./lexicon.js").Lexicon} lexicon
   */
  constructor(index, lexicon) {
    this.lexicon = lexicon;
    this.places = index.places;
    this.staff = index.staff;
    /** @type {Page[]} */
    this.pages = [];
    /** @type {number[]} for each page the number of its first part. */
    this.starts = [];
    /** @type {number[]} for each part of each page: the page, */
    this.pageOf = [];
    /** @type {number[]} its weight. */
    this.weightOf = [];
    /** @type {number[]} for each page how much staff say of it, */
    this.told = [];
    /** @type {number[]} and the part for that, or -1. */
    this.staffPart = [];
    for (const [number, row] of index.pages.entries()) {
      const [url, title, kind, decision, answer, say, parts, inSections, sizes, language = "", only = ""] = row;
      const sections = index.sections[number] ?? [];
      const start = this.pageOf.length;
      const told = parts.indexOf(STAFF);
      this.starts.push(start);
      this.told.push(told < 0 ? 0 : sizes[told]);
      this.staffPart.push(told < 0 ? -1 : start + told);
      for (let at = 0; at < parts.length; at++) {
        this.pageOf.push(this.pages.length);
        this.weightOf.push(PARTS[parts[at]] * length(sizes[at]));
      }
      this.pages.push({ url, title, kind, decision, answer, say, sections, parts, inSections, language, only });
    }
    const some = this.told.filter((count) => count > 0);
    this.usual = some.reduce((sum, count) => sum + count, 0) / (some.length || 1);
    /** @type {Map<number, Map<number, number>>} what was worked out once. */
    this.ofStaff = new Map();
    /** @type {Map<number, Map<number, number>>} likewise. */
    this.ofCounts = new Map();
    /** @type {Map<number, number[]>} likewise. */
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
      parts = unpack(this.places[number]);
      this.ofKeys.set(number, parts);
    }
    return parts;
  }

  /**
   * The pages that staff say a lemma of, each with how often they do.
   * @param {number} term
   * @returns {Map<number, number>}
   */
  counts(term) {
    let counts = this.ofCounts.get(term);
    if (!counts) {
      counts = new Map();
      for (const page of unpack(this.staff[term])) counts.set(page, (counts.get(page) ?? 0) + 1);
      this.ofCounts.set(term, counts);
    }
    return counts;
  }

  /**
   * The pages that staff say a lemma of, each with how much that says: at most as much as PARTS has for it.
   * @param {number} term
   * @returns {Map<number, number>}
   */
  said(term) {
    let pages = this.ofStaff.get(term);
    if (!pages) {
      // Where more is said, one word says less.
      const worth = (/** @type {number} */ page, /** @type {number} */ count) =>
        (PARTS[STAFF] * count) / (count + (SAID * this.told[page]) / this.usual);
      pages = new Map([...this.counts(term)].map(([page, count]) => [page, worth(page, count)]));
      this.ofStaff.set(term, pages);
    }
    return pages;
  }

  /**
   * The pages a lemma stands on, in any form, or that staff say it of.
   * @param {number} term
   * @returns {Set<number>}
   */
  of(term) {
    let pages = this.ofTerms.get(term);
    if (!pages) {
      pages = new Set(this.said(term).keys());
      for (const { key } of this.lexicon.used[term]) {
        for (const part of this.parts(key)) pages.add(this.pageOf[part]);
      }
      this.ofTerms.set(term, pages);
    }
    return pages;
  }
}
