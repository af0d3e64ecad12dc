// The site's lemmas with all their forms, without diacritics. A form is a stem and an ending, and
// lemmas share lists of endings: hooks/handbook/search/paradigms.py packs them.

import { fold } from "./analyser.js";
import { distance, Walk, WRONG } from "./slips.js";
import { byText, lowerBound, shared } from "./sorted_texts.js";

const USED = /^(?::([\d.']+))?(?:~([\d.']+))?$/;

// What is left of a word without its prefix must be long enough to be known by it.
const LEAST = 4;

/**
 * @import { Index } from "./tiers.js"
 *
 * @typedef {{form: string, key: string, sure: boolean}} Use a form of a lemma that the site uses.
 * @typedef {{cost: number, form: string}} Slip what was meant, and how far from it a typed word is.
 */

/** Which lemmas a typed word may be, what it may become, and what it may have been meant to be. */
export class Lexicon {
  /**
   * @param {Index} index
   * @param {string[]} prefixes that a word may have whose form is not known otherwise.
   */
  constructor({ lists, lemmas, paradigms, used }, prefixes) {
    this.prefixes = prefixes;
    this.texts = lists;
    /** @type {{endings: string[], set: Set<string>, shortest: number}[]} the lists that were needed. */
    this.lists = [];
    /** Each lemma as a dictionary has it. */
    this.lemmas = lemmas;
    /** @type {Use[][]} for each lemma the forms that the site uses. */
    this.used = [];
    /** @type {Map<string, number[]>} stem -> list, lemma, list, lemma ... */
    this.stems = new Map();
    /** @type {{stems: string[], common: number[]} | null} */
    this.sorted = null;
    for (const term of lemmas.keys()) this.#add(term, paradigms[term].split(" "), used[term].split(" "));
    const keys = [...new Set(this.used.flatMap((used) => used.map(({ key }) => key)))].sort();
    /** Key of a used form -> its number in the order that the index's places have. */
    this.numbers = new Map(keys.map((key, number) => [key, number]));
  }

  /**
   * @param {number} term
   * @param {string[]} paradigm the number of the list of its own stem, then other stems with theirs.
   * @param {string[]} used for each of these what the site uses of it.
   */
  #add(term, [own, ...others], used) {
    const folded = fold(this.lemmas[term]);
    const list = Number(own);
    // The first ending of its own list makes the lemma.
    const text = this.texts[list];
    const comma = text.indexOf(",");
    const stem = folded.slice(0, folded.length - (comma < 0 ? text.length : comma));
    this.#put(stem, list, term);
    this.used.push([]);
    this.#use(term, stem, list, used[0]);
    others.forEach((other, number) => {
      const [start, its] = other.split("=");
      this.#put(start, Number(its), term);
      this.#use(term, start, Number(its), used[number + 1]);
    });
  }

  /**
   * ":0.3'1~5": of its list the forms 0 and 3 are used, the latter as another word that looks the
   * same without diacritics, and 5, which more likely is another lemma's.
   * @param {number} term
   * @param {string} stem
   * @param {number} list
   * @param {string} [marks]
   */
  #use(term, stem, list, marks) {
    if (!marks) return;
    const [, sure, doubtful] = USED.exec(marks) ?? [];
    const { endings } = this.#list(list);
    /** @type {[string | undefined, boolean][]} */
    const both = [
      [sure, true],
      [doubtful, false],
    ];
    for (const [places, isSure] of both) {
      for (const place of places?.split(".") ?? []) {
        const [at, variant] = place.split("'");
        const form = stem + endings[Number(at)];
        this.used[term].push({ form, key: variant ? `${form}'${variant}` : form, sure: isSure });
      }
    }
  }

  /**
   * @param {string} stem
   * @param {number} list
   * @param {number} term
   */
  #put(stem, list, term) {
    const entries = this.stems.get(stem);
    if (entries) entries.push(list, term);
    else this.stems.set(stem, [list, term]);
  }

  /** @param {number} number */
  #list(number) {
    let list = this.lists[number];
    if (!list) {
      const endings = this.texts[number].split(",");
      list = { endings, set: new Set(endings), shortest: Math.min(...endings.map((ending) => ending.length)) };
      this.lists[number] = list;
    }
    return list;
  }

  /**
   * The lemmas that have this form.
   * @param {string} word without diacritics.
   * @returns {number[]}
   */
  readings(word) {
    const found = this.#exact(word);
    if (found.length === 0) {
      for (const prefix of this.prefixes) {
        if (word.startsWith(prefix)) found.push(...this.#exact(word.slice(prefix.length)));
      }
    }
    return [...new Set(found)];
  }

  /** @param {string} word */
  #exact(word) {
    const found = [];
    for (let length = 0; length <= word.length; length++) {
      const entries = this.stems.get(word.slice(0, length));
      if (!entries) continue;
      const ending = word.slice(length);
      for (let at = 0; at < entries.length; at += 2) {
        if (this.#list(entries[at]).set.has(ending)) found.push(entries[at + 1]);
      }
    }
    return found;
  }

  /**
   * The lemmas with a form that begins so, each with how many letters its shortest such form adds.
   * @param {string} start without diacritics.
   * @returns {Map<number, number>}
   */
  completions(start) {
    /** @type {Map<number, number>} */
    const found = new Map();
    /**
     * @param {number} term
     * @param {number} more
     */
    const add = (term, more) => {
      if (!((found.get(term) ?? Infinity) <= more)) found.set(term, more);
    };
    for (let length = 0; length < start.length; length++) {
      const entries = this.stems.get(start.slice(0, length));
      if (!entries) continue;
      const rest = start.slice(length);
      for (let at = 0; at < entries.length; at += 2) {
        for (const ending of this.#list(entries[at]).endings) {
          if (ending.startsWith(rest)) add(entries[at + 1], ending.length - rest.length);
        }
      }
    }
    const { stems } = this.#sorted();
    for (let at = lowerBound(stems, start); at < stems.length && stems[at].startsWith(start); at++) {
      const entries = this.stems.get(stems[at]) ?? [];
      for (let entry = 0; entry < entries.length; entry += 2) {
        const { shortest } = this.#list(entries[entry]);
        add(entries[entry + 1], stems[at].length - start.length + shortest);
      }
    }
    return found;
  }

  /**
   * The lemmas with a form that is at most so many slips away: a letter too many, too few, another
   * one, or two that changed places. What a slip costs stands in slips.js.
   * @param {string} word without diacritics.
   * @param {number} slips
   * @returns {Map<number, Slip>}
   */
  near(word, slips) {
    const limit = slips * WRONG;
    const found = this.#near(word, limit);
    for (const prefix of this.prefixes) {
      for (const size of [prefix.length - 1, prefix.length, prefix.length + 1]) {
        const spent = distance(prefix, word.slice(0, size));
        if (spent > limit || word.length - size < LEAST) continue;
        for (const [term, { cost, form }] of this.#near(word.slice(size), limit - spent)) {
          const all = cost + spent;
          if (!((found.get(term)?.cost ?? Infinity) <= all)) found.set(term, { cost: all, form: prefix + form });
        }
      }
    }
    return found;
  }

  /**
   * @param {string} word
   * @param {number} limit
   */
  #near(word, limit) {
    /** @type {Map<number, Slip>} */
    const found = new Map();
    const walk = new Walk(word, limit);
    const { stems, common } = this.#sorted();
    for (let number = 0; number < stems.length; number++) {
      // It begins as one that was given up.
      if (common[number] >= walk.dead) continue;
      const stem = stems[number];
      const depth = walk.enter(stem, common[number]);
      if (depth < 0) continue;
      const entries = this.stems.get(stem) ?? [];
      for (let at = 0; at < entries.length; at += 2) {
        for (const ending of this.#list(entries[at]).endings) {
          const cost = walk.finish(depth, ending);
          if (cost <= limit && !((found.get(entries[at + 1])?.cost ?? Infinity) <= cost)) {
            found.set(entries[at + 1], { cost, form: stem + ending });
          }
        }
      }
    }
    return found;
  }

  /**
   * The lemmas that the site uses in a form with these consonants: "msg" is short for "message".
   * @param {string} consonants
   * @returns {number[]}
   */
  abbreviated(consonants) {
    const shape = new RegExp(`^${[...consonants].map((letter) => `${letter}+[aeiouy]*`).join("")}$`);
    return this.used.flatMap((used, term) => (used.some(({ form }) => shape.test(form)) ? [term] : []));
  }

  /** The stems in order, each with how many letters it has in common with the one before. */
  #sorted() {
    if (!this.sorted) {
      const stems = [...this.stems.keys()].sort(byText);
      this.sorted = { stems, common: stems.map((stem, at) => (at ? shared(stem, stems[at - 1]) : 0)) };
    }
    return this.sorted;
  }
}
