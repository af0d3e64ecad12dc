// How near what was typed comes to what is said of each page: its title, phrases, what customers and what staff say.
//
// Each of these is an example of what leads to its page. Texts are likened by their letters in fours, weighed by how
// rare these are (tf-idf and the cosine); of a page all that is near counts, and what is nearest counts most: a kernel
// density (Parzen 1962), which is the classifier by nearest examples without a number of them to choose.

import { fold, words } from "./analyser.js";
import { fours } from "./kinship.js";
import { NEARNESS } from "./weights.js";

// Shorter words have no four letters.
const SHORT = 4;

/**
 * @typedef {{word: string, start: string}} Typed a word without diacritics, and the beginning that it may be, or "".
 */

/** What is said of each page, ready to be likened to what is typed. */
export class Examples {
  /** @param {[string, string][]} said of each page what staff say of it, and what else is said there, a line each. */
  constructor(said) {
    this.pages = said.length;
    /** @type {number[]} the page of each example. */
    this.pageOf = [];
    /** @type {Map<number, string>} the examples that staff say, as they do. */
    this.told = new Map();
    /** @type {Map<string, number[]>} the examples that have these letters. */
    this.having = new Map();
    for (const [page, [told, others]] of said.entries()) {
      for (const line of lines(told)) this.told.set(this.#add(page, line), line);
      for (const line of lines(others)) this.#add(page, line);
    }
    /** @type {Map<string, number>} how much letters tell, squared. */
    this.telling = new Map();
    const lengths = new Float64Array(this.pageOf.length);
    for (const [part, examples] of this.having) {
      const worth = (1 + Math.log((1 + this.pageOf.length) / (1 + examples.length))) ** 2;
      this.telling.set(part, worth);
      for (const example of examples) lengths[example] += worth;
    }
    this.lengths = lengths.map(Math.sqrt);
  }

  /**
   * @param {number} page
   * @param {string} text
   * @returns {number} the example that was added.
   */
  #add(page, text) {
    const example = this.pageOf.push(page) - 1;
    for (const part of new Set(words(text).flatMap((word) => [...letters(fold(word))]))) {
      const examples = this.having.get(part);
      if (examples) examples.push(example);
      else this.having.set(part, [example]);
    }
    return example;
  }

  /**
   * For each page how much is said of it that is near what was typed, as a logarithm; 0 where nothing is.
   * @param {Typed[]} typed
   */
  evidence(typed) {
    const found = new Float64Array(this.pages);
    for (const [example, near] of this.#likened(typed).entries()) {
      if (near > 0) found[this.pageOf[example]] += Math.exp(NEARNESS * near) - 1;
    }
    return found.map(Math.log1p);
  }

  /**
   * What staff say that comes nearest to what was typed, of each page that they say anything like it of.
   * @param {Typed[]} typed
   * @returns {Map<number, string>}
   */
  nearest(typed) {
    const likened = this.#likened(typed);
    /** @type {Map<number, number>} */
    const best = new Map();
    for (const example of this.told.keys()) {
      const page = this.pageOf[example];
      const before = best.get(page);
      if (likened[example] > (before === undefined ? 0 : likened[before])) best.set(page, example);
    }
    return new Map([...best].map(([page, example]) => [page, this.told.get(example) ?? ""]));
  }

  /**
   * How near each example is, from 0 to 1: the cosine.
   * @param {Typed[]} typed
   */
  #likened(typed) {
    const near = new Float64Array(this.pageOf.length);
    const own = typed.flatMap(({ word, start }) =>
      // The end of a word that is being typed is not its end.
      [...letters(word)].filter((part) => !start || !part.endsWith("$")),
    );
    let length = 0;
    for (const part of new Set(own)) {
      const worth = this.telling.get(part) ?? 0;
      length += worth;
      for (const example of this.having.get(part) ?? []) near[example] += worth;
    }
    const whole = Math.sqrt(length);
    return near.map((common, example) => (common === 0 ? 0 : common / (whole * this.lengths[example])));
  }
}

/** @param {string} text */
const lines = (text) => (text ? text.split("\n") : []);

/**
 * The letters of a word in fours, a short word as it is.
 * @param {string} word
 * @returns {Iterable<string>}
 */
const letters = (word) => (word.length < SHORT ? [`^${word}$`] : fours(word));
