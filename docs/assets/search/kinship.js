// Which lemmas look like a word without being one of its: "wykrzykuje" and "krzyk", "refunded" and "refund".

import { fold } from "./analyser.js";
import { KINSHIP } from "./weights.js";

// Shorter words look alike by chance.
const LEAST = 4;
const SIZE = 4;
// So many of the nearest are looked at.
const NEAREST = 12;

/** Finds lemmas by the letters they have in common with a word, in fours. */
export class Kinship {
  /** @param {string[]} lemmas */
  constructor(lemmas) {
    this.lemmas = lemmas;
    /** @type {number[]} how many fours each lemma has. */
    this.sizes = [];
    /** @type {Map<string, number[]> | null} four letters -> the lemmas that have them, when first needed. */
    this.terms = null;
  }

  /**
   * The letters of a lemma in fours.
   * @param {string} lemma
   */
  foursOf(lemma) {
    return fours(fold(lemma));
  }

  /**
   * How many fours a lemma has.
   * @param {number} term
   */
  sizeOf(term) {
    this.terms ??= this.#index();
    return this.sizes[term];
  }

  /**
   * The lemmas that have these four letters.
   * @param {string} four
   * @returns {number[]}
   */
  having(four) {
    this.terms ??= this.#index();
    return this.terms.get(four) ?? [];
  }

  #index() {
    /** @type {Map<string, number[]>} */
    const found = new Map();
    for (const [term, lemma] of this.lemmas.entries()) {
      const own = this.foursOf(lemma);
      this.sizes.push(own.size);
      for (const four of own) {
        const terms = found.get(four);
        if (terms) terms.push(term);
        else found.set(four, [term]);
      }
    }
    return found;
  }

  /**
   * The lemmas that look most like a word, the nearest first, each with its share of letters in common.
   * @param {string} word without diacritics.
   * @returns {[number, number][]}
   */
  of(word) {
    const own = fours(word);
    /** @type {Map<number, number>} */
    const common = new Map();
    for (const four of own) {
      for (const term of this.having(four)) common.set(term, (common.get(term) ?? 0) + 1);
    }
    /** @type {[number, number][]} */
    const shares = [...common].map(([term, count]) => [term, (2 * count) / (own.size + this.sizes[term])]);
    return shares
      .filter(([, share]) => share >= KINSHIP)
      .sort(([a, x], [b, y]) => y - x || a - b)
      .slice(0, NEAREST);
  }
}

/**
 * The letters of a word in fours, its beginning and its end among them.
 * @param {string} word
 * @returns {Set<string>}
 */
export function fours(word) {
  if (word.length < LEAST) return new Set();
  const text = `^${word}$`;
  return new Set(Array.from({ length: text.length - SIZE + 1 }, (_, at) => text.slice(at, at + SIZE)));
}
