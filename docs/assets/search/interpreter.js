// What a typed word may mean: a form of a lemma, the beginning of one, a slip of the finger.

import { LOST, WRONG } from "./slips.js";
import { ALIKE, BEHIND, DOUBTFUL, FIRST, KINDRED, SHORT, SLIP_FROM, SLIPS_FROM, WAYS } from "./weights.js";

// While a word is typed, at most so many lemmas that it may become are looked at.
const COMPLETIONS = 40;
const KIN = 4;
// What so many words may mean is kept, then forgotten.
const READ = 500;
// An abbreviation is made of consonants: "msg", and "yrs" too.
const ABBREVIATION = /^y?[^aeiouy]{2,6}$/;

/**
 * @import { Kinship } from "./kinship.js"
 * @import { Lexicon } from "./lexicon.js"
 * @import { Occurrences } from "./occurrences.js"
 *
 * @typedef {"form" | "synonym" | "completion" | "slip" | "kin"} Way
 * @typedef {(term: number, weight: number, way: Way, form?: string) => void} Add takes in one more reading.
 *
 * @typedef {object} Reading a lemma that may be meant.
 * @property {number} term
 * @property {number} weight
 * @property {Way} way from the typed word to the lemma.
 * @property {string} form the form that is meant, as far as it is known.
 *
 * @typedef {object} Understood
 * @property {string} word
 * @property {Reading[]} readings
 * @property {string} start the beginning of a word that it may be, or "".
 * @property {string} taken the lemma that it was taken for, where it was corrected, or "".
 */

/** Reads typed words by the lexicon of a site. */
export class Interpreter {
  /**
   * @param {Lexicon} lexicon
   * @param {Occurrences} occurrences
   * @param {Record<string, number[]>} synonyms lemma -> the lemmas used instead.
   * @param {Kinship} kinship
   */
  constructor(lexicon, occurrences, synonyms, kinship) {
    this.lexicon = lexicon;
    this.occurrences = occurrences;
    this.synonyms = synonyms;
    this.kinship = kinship;
    /** @type {Map<string, Understood>} words that were read once; they stand there while others are typed. */
    this.read = new Map();
  }

  /**
   * @param {string} word without diacritics.
   * @param {boolean} unfinished whether more letters may follow.
   * @returns {Understood}
   */
  understand(word, unfinished) {
    const name = unfinished ? `${word}…` : word;
    const known = this.read.get(name);
    if (known) return known;
    if (this.read.size >= READ) this.read.clear();
    const found = this.#understand(word, unfinished);
    this.read.set(name, found);
    return found;
  }

  /**
   * @param {string} word
   * @param {boolean} unfinished
   * @returns {Understood}
   */
  #understand(word, unfinished) {
    const readings = this.#forms(word);
    const certain = readings.some(({ term }) => this.#certain(term));
    const known = new Set(readings.map(({ term }) => term));
    /** @type {Add} */
    const add = (term, weight, way, form = word) => {
      if (known.has(term)) return;
      known.add(term);
      readings.push({ term, weight, way, form });
    };
    for (const { term } of [...readings]) {
      const others = this.synonyms[term] ?? [];
      for (const other of others) add(other, WAYS.synonym / others.length, "synonym");
    }
    const enough = certain && this.#pages(readings) >= FIRST;
    // A short beginning may happen to be a form that the site never uses: "robo" is one of "roba".
    const firm = certain && (word.length > SHORT || readings.some(({ term }) => this.#uses(term, word).length > 0));
    const before = readings.length;
    if (unfinished && word.length > 1) this.#complete(word, firm, add);
    const completed = readings.length > before && !certain;
    let taken = "";
    if (!enough && word.length >= SLIP_FROM && !(completed && word.length < SHORT)) {
      taken = this.#correct(word, certain, readings.length > before || certain, add);
    }
    const alone = readings.length === 0;
    if (alone) this.#relate(word, add);
    // What is being typed may become much; what it looks like now says little.
    if (alone || certain || !unfinished) {
      for (const [term, share] of this.kinship.of(word)) {
        add(term, (alone ? WAYS.alone : WAYS.kin) * share ** KINDRED, "kin", "");
      }
    }
    if (alone) taken = readings.length > 0 ? this.lexicon.lemmas[likeliest(readings).term] : "";
    return {
      word,
      readings,
      start: unfinished && word.length > 1 ? word : "",
      taken: readings.length > 0 && !certain && !completed ? taken : "",
    };
  }

  /**
   * The lemmas that have this form.
   * @param {string} word
   * @returns {Reading[]}
   */
  #forms(word) {
    /** @type {Reading[]} */
    const readings = this.lexicon.readings(word).map((term) => {
      // What the site's use of this form makes unlikely is unlikely here, too.
      const uses = this.#uses(term, word);
      const doubtful = uses.length > 0 && uses.every(({ sure }) => !sure);
      return { term, weight: WAYS.form * (doubtful ? DOUBTFUL : 1), way: "form", form: word };
    });
    // All readings may be in doubt where one of another spelling is sure; then none is.
    if (readings.every(({ weight }) => weight < WAYS.form)) for (const reading of readings) reading.weight = WAYS.form;
    // A lemma that the site surely has nowhere is hardly meant: "dzieku" is a slip, no form of "dzięk".
    for (const reading of readings) if (!this.#certain(reading.term)) reading.weight = WAYS.doubted;
    return readings;
  }

  /**
   * @param {number} term
   * @param {string} word
   */
  #uses(term, word) {
    return this.lexicon.used[term].filter(({ form }) => form === word);
  }

  /** @param {number} term */
  #certain(term) {
    return (
      term in this.synonyms || this.lexicon.used[term].some(({ sure }) => sure) || this.occurrences.said(term).size > 0
    );
  }

  /**
   * How many pages the readings have in all.
   * @param {Reading[]} readings
   */
  #pages(readings) {
    return new Set(readings.flatMap(({ term }) => [...this.occurrences.of(term)])).size;
  }

  /**
   * @param {string} word
   * @param {boolean} firm
   * @param {Add} add
   */
  #complete(word, firm, add) {
    const found = [...this.lexicon.completions(word)].sort(([a, x], [b, y]) => x - y || a - b);
    for (const [term, more] of found.slice(0, COMPLETIONS)) {
      const near = word.length / (word.length + more);
      add(term, WAYS.completion * near * (firm ? BEHIND : 1), "completion");
    }
  }

  /**
   * @param {string} word
   * @param {boolean} certain
   * @param {boolean} some
   * @param {Add} add
   */
  #correct(word, certain, some, add) {
    let found = this.lexicon.near(word, 1);
    if (found.size === 0 && !some && word.length >= SLIPS_FROM) found = this.lexicon.near(word, 2);
    let best = null;
    for (const [term, { cost, form }] of found) {
      if (cost === 0) continue;
      const slip = cost <= LOST ? WAYS.lost : cost <= WRONG ? WAYS.wrong : WAYS.slips;
      const first = form[0] === word[0] ? 1 : 0.8;
      const weight = slip * first * (certain ? BEHIND : some ? 0.4 : 1);
      add(term, weight, "slip", form);
      const pages = this.occurrences.of(term).size;
      if (!best || weight > best.weight || (weight === best.weight && pages > best.pages)) {
        best = { weight, pages, lemma: this.lexicon.lemmas[term] };
      }
    }
    return best?.lemma ?? "";
  }

  /**
   * A word the lexicon does not have: what it may be short for, else what shares most of its beginning.
   * @param {string} word
   * @param {Add} add
   */
  #relate(word, add) {
    if (ABBREVIATION.test(word)) for (const term of this.lexicon.abbreviated(word)) add(term, WAYS.alone, "kin");
    for (let size = word.length - 1; size >= Math.max(KIN, word.length - 5); size--) {
      const found = [...this.lexicon.completions(word.slice(0, size))].filter(([, more]) => more <= KIN + 1);
      if (found.length === 0) continue;
      for (const [term, more] of found.slice(0, COMPLETIONS)) add(term, WAYS.alone / (1 + more / 4), "kin");
      return;
    }
  }
}

/** @param {Reading[]} readings */
const likeliest = (readings) => readings.reduce((best, reading) => (reading.weight > best.weight ? reading : best));

/**
 * The readings that are about as likely as the likeliest one.
 * @param {Reading[]} readings
 */
export function likely(readings) {
  const most = Math.max(0, ...readings.map(({ weight }) => weight));
  return readings.filter(({ weight }) => weight >= most * ALIKE);
}
