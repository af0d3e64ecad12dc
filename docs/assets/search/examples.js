// How near what was typed comes to what is said of each page: its title, phrases, what customers and what staff say.
//
// Each of these is an example of what leads to its page. Texts are likened by their letters in fours, weighed by how
// rare these are (tf-idf and the cosine); of a page all that is near counts, and what is nearest counts most: a kernel
// density (Parzen 1962), which is the classifier by nearest examples without a number of them to choose.

import { fours } from "./kinship.js";
import { NEARNESS } from "./weights.js";

// Shorter words have no four letters.
const SHORT = 4;

/** What is said of each page, ready to be likened to what is typed. */
export class Examples {
  /** @param {string[]} said of each page: a line for each example, in lower case and without diacritics. */
  constructor(said) {
    this.pages = said.length;
    /** @type {number[]} the page of each example. */
    this.pageOf = [];
    /** @type {Map<string, number[]>} the examples that have these letters. */
    this.having = new Map();
    for (const [page, lines] of said.entries()) {
      for (const line of lines ? lines.split("\n") : []) this.#add(page, line);
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
   */
  #add(page, text) {
    const example = this.pageOf.push(page) - 1;
    for (const part of new Set(text.split(" ").flatMap((word) => [...letters(word)]))) {
      const examples = this.having.get(part);
      if (examples) examples.push(example);
      else this.having.set(part, [example]);
    }
  }

  /**
   * For each page how much is said of it that is near what was typed, as a logarithm; 0 where nothing is.
   * @param {{word: string, start: string}[]} typed words without diacritics, each with the beginning that it may be.
   */
  evidence(typed) {
    const near = new Float64Array(this.pageOf.length);
    let length = 0;
    const own = typed.flatMap(({ word, start }) =>
      // The end of a word that is being typed is not its end.
      [...letters(word)].filter((part) => !start || !part.endsWith("$")),
    );
    for (const part of new Set(own)) {
      const worth = this.telling.get(part) ?? 0;
      length += worth;
      for (const example of this.having.get(part) ?? []) near[example] += worth;
    }
    const found = new Float64Array(this.pages);
    if (length === 0) return found;
    const whole = Math.sqrt(length);
    for (let example = 0; example < near.length; example++) {
      if (near[example] === 0) continue;
      found[this.pageOf[example]] += Math.exp((NEARNESS * near[example]) / (whole * this.lengths[example])) - 1;
    }
    return found.map(Math.log1p);
  }
}

/**
 * The letters of a word in fours, a short word as it is.
 * @param {string} word
 * @returns {Iterable<string>}
 */
const letters = (word) => (word.length < SHORT ? [`^${word}$`] : fours(word));
