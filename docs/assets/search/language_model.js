// How likely staff say the typed words of each page: a language model of a page is made of what they say of it.
//
// Query likelihood with a Dirichlet prior (Ponte and Croft 1998; Zhai and Lafferty 2001), over lemmas and over
// letters in fours: what is not said of a page is as likely there as anywhere, the less so the more is said of it.
// As a classifier this is naive Bayes with what staff say as examples. It needs no more than the index has.

import { fours } from "./kinship.js";
import { FOURS, PRIOR } from "./weights.js";

/**
 * @import { Understood } from "./interpreter.js"
 * @import { Kinship } from "./kinship.js"
 * @import { Lexicon } from "./lexicon.js"
 * @import { Occurrences } from "./occurrences.js"
 */

/** How often something is said of each page, and in all. */
class Tally {
  /** @param {number} pages how many there are. */
  constructor(pages) {
    this.of = new Float64Array(pages);
    this.all = 0;
  }

  /**
   * @param {Map<number, number>} counts by page.
   * @param {number} weight
   */
  add(counts, weight) {
    for (const [page, count] of counts) {
      this.of[page] += count * weight;
      this.all += count * weight;
    }
  }
}

/** Tells of typed words how much likelier they are said of one page than of any. */
export class LanguageModel {
  /**
   * @param {Lexicon} lexicon
   * @param {Occurrences} occurrences
   * @param {Kinship} kinship
   */
  constructor(lexicon, occurrences, kinship) {
    this.occurrences = occurrences;
    this.kinship = kinship;
    this.lemmas = new Tally(occurrences.pages.length);
    this.fours = new Tally(occurrences.pages.length);
    /** @type {Map<string, Tally>} what was worked out once. */
    this.ofFours = new Map();
    for (const term of lexicon.lemmas.keys()) {
      const counts = occurrences.counts(term);
      if (counts.size === 0) continue;
      this.lemmas.add(counts, 1);
      this.fours.add(counts, kinship.sizeOf(term));
    }
    this.pages = this.lemmas.of.filter((count) => count > 0).length;
  }

  /**
   * For each page how much likelier the typed words are said of it than of any, as a logarithm.
   * @param {Understood[]} asked
   */
  evidence(asked) {
    const found = new Float64Array(this.occurrences.pages.length);
    for (const typed of asked) {
      this.#judge(this.#said(typed), this.lemmas, 1, found);
      for (const [four, share] of this.#spelt(typed)) this.#judge(this.#four(four), this.fours, FOURS * share, found);
    }
    return found;
  }

  /**
   * How often what a word may mean is said, each meaning as far as it is likely.
   * @param {Understood} typed
   */
  #said({ readings }) {
    const said = new Tally(this.occurrences.pages.length);
    for (const { term, weight, way } of readings) if (way !== "kin") said.add(this.occurrences.counts(term), weight);
    return said;
  }

  /**
   * The fours of the lemmas that a word is a form of, else its own, each with its share.
   * @param {Understood} typed
   * @returns {[string, number][]}
   */
  #spelt({ word, readings, start }) {
    const forms = readings.filter(({ way }) => way === "form");
    const whole = forms.reduce((sum, { weight }) => sum + weight, 0);
    if (whole > 0) {
      return forms.flatMap(({ term, weight }) =>
        [...this.kinship.foursOf(this.kinship.lemmas[term])].map(
          (four) => /** @type {[string, number]} */ ([four, weight / whole]),
        ),
      );
    }
    // The end of a word that is being typed is not its end.
    return [...fours(word)].filter((four) => !start || !four.endsWith("$")).map((four) => [four, 1]);
  }

  /** @param {string} four */
  #four(four) {
    let said = this.ofFours.get(four);
    if (!said) {
      said = new Tally(this.occurrences.pages.length);
      for (const term of this.kinship.having(four)) said.add(this.occurrences.counts(term), 1);
      this.ofFours.set(four, said);
    }
    return said;
  }

  /**
   * Add what one thing that is said tells of each page; nothing where it is said of none.
   * @param {Tally} said
   * @param {Tally} everything
   * @param {number} weight
   * @param {Float64Array} found
   */
  #judge(said, everything, weight, found) {
    if (said.all === 0) return;
    const usual = everything.all / this.pages;
    const anywhere = said.all / everything.all;
    for (let page = 0; page < found.length; page++) {
      // Of a page that staff say nothing of, as much might be said as of others.
      const size = everything.of[page] || usual;
      const here = (said.of[page] + PRIOR * usual * anywhere) / (size + PRIOR * usual);
      found[page] += weight * Math.log(here / anywhere);
    }
  }
}
