// The site's lemmas with all their forms, without diacritics. A form is a stem and an ending, and
// lemmas share lists of endings: hooks/handbook/search/paradigms.py packs them.

import { fold } from "./analyser.js";

const ENTRY = /^(\d+)(?::([\d.']+))?(?:~([\d.']+))?$/;

// What is left of a word without its prefix must be long enough to be known by it.
const LEAST = 4;

const byText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** Which lemmas a typed word may be, what it may become, and what it may have been meant to be. */
export class Lexicon {
  /**
   * @param {{endings: string[], terms: string, prefixes: string[]}} packed as in the index.
   */
  constructor({ endings, terms, prefixes }) {
    this.prefixes = prefixes;
    this.lists = endings.map((list) => ({ text: list, endings: null, set: null }));
    /** Each lemma as a dictionary has it. */
    this.lemmas = [];
    /** For each lemma the forms that the site uses. */
    this.used = [];
    // Stem -> list, lemma, list, lemma ...
    this.stems = new Map();
    this.sorted = null;
    for (const line of terms ? terms.split("\n") : []) this.#add(line.split(" "));
    const keys = [...new Set(this.used.flatMap((used) => used.map(({ key }) => key)))].sort();
    /** Key of a used form -> its number in the order that the index's places have. */
    this.numbers = new Map(keys.map((key, number) => [key, number]));
  }

  #add([lemma, own, ...others]) {
    const term = this.lemmas.push(lemma) - 1;
    const folded = fold(lemma);
    const list = parseInt(own);
    // The first ending of its own list makes the lemma.
    const { text } = this.lists[list];
    const comma = text.indexOf(",");
    const stem = folded.slice(0, folded.length - (comma < 0 ? text.length : comma));
    this.#put(stem, list, term);
    this.used.push([]);
    this.#use(term, stem, own);
    for (const other of others) {
      const at = other.indexOf("=");
      this.#put(other.slice(0, at), parseInt(other.slice(at + 1)), term);
      this.#use(term, other.slice(0, at), other.slice(at + 1));
    }
  }

  // "12:0.3'1~5": of list 12 the forms 0 and 3 are used, the latter as another word that looks the
  // same without diacritics, and 5, which more likely is another lemma's.
  #use(term, stem, entry) {
    const [, number, sure, doubtful] = ENTRY.exec(entry);
    if (!sure && !doubtful) return;
    const { endings } = this.#list(Number(number));
    for (const [places, isSure] of [[sure, true], [doubtful, false]]) {
      for (const place of places?.split(".") ?? []) {
        const [at, variant] = place.split("'");
        const form = stem + endings[at];
        this.used[term].push({ form, key: variant ? `${form}'${variant}` : form, sure: isSure });
      }
    }
  }

  #put(stem, list, term) {
    const entries = this.stems.get(stem);
    if (entries) entries.push(list, term);
    else this.stems.set(stem, [list, term]);
  }

  #list(number) {
    const list = this.lists[number];
    if (!list.set) {
      list.endings = list.text.split(",");
      list.set = new Set(list.endings);
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
    const found = new Map();
    const add = (term, more) => {
      if (!(found.get(term) <= more)) found.set(term, more);
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
    const stems = this.#sorted();
    for (let at = lowerBound(stems, start); at < stems.length && stems[at].startsWith(start); at++) {
      const entries = this.stems.get(stems[at]);
      for (let entry = 0; entry < entries.length; entry += 2) {
        const shortest = Math.min(...this.#list(entries[entry]).endings.map((ending) => ending.length));
        add(entries[entry + 1], stems[at].length - start.length + shortest);
      }
    }
    return found;
  }

  /**
   * The lemmas with a form that is at most so many slips away: a letter too many, too few, another
   * one, or two that changed places.
   * @param {string} word without diacritics.
   * @param {number} limit
   * @returns {Map<number, {distance: number, form: string}>}
   */
  near(word, limit) {
    const found = this.#near(word, limit);
    for (const prefix of this.prefixes) {
      for (const size of [prefix.length - 1, prefix.length, prefix.length + 1]) {
        const spent = slips(prefix, word.slice(0, size));
        if (spent > limit || word.length - size < LEAST) continue;
        for (const [term, { distance, form }] of this.#near(word.slice(size), limit - spent)) {
          const all = distance + spent;
          if (!(found.get(term)?.distance <= all)) found.set(term, { distance: all, form: prefix + form });
        }
      }
    }
    return found;
  }

  #near(word, limit) {
    const found = new Map();
    const walk = new Walk(word, limit);
    for (const stem of this.#sorted()) {
      const depth = walk.enter(stem);
      if (depth < 0) continue;
      const entries = this.stems.get(stem);
      for (let at = 0; at < entries.length; at += 2) {
        const known = found.get(entries[at + 1]);
        for (const ending of this.#list(entries[at]).endings) {
          const distance = walk.finish(depth, ending);
          const best = found.get(entries[at + 1]) ?? known;
          if (distance <= limit && !(best?.distance <= distance)) {
            found.set(entries[at + 1], { distance, form: stem + ending });
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

  #sorted() {
    return (this.sorted ??= [...this.stems.keys()].sort(byText));
  }
}

/** How many slips lie between two texts. */
function slips(text, typed) {
  const walk = new Walk(typed, Infinity);
  walk.enter(text);
  return walk.finish(text.length, "");
}

/** The first place in a sorted list that does not come before the text. */
function lowerBound(list, text) {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle] < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Counts slips against one word; what sorted stems have in common is counted once. */
class Walk {
  constructor(word, limit) {
    this.word = word;
    this.limit = limit;
    this.path = "";
    // How far down the current path counting was given up; no stem goes on from there.
    this.dead = Infinity;
    this.rows = [Array.from({ length: word.length + 1 }, (_, at) => at)];
  }

  /** Follow a stem; returns its length, or -1 where nothing that begins so can be near. */
  enter(stem) {
    let depth = 0;
    const most = Math.min(stem.length, this.path.length);
    while (depth < most && stem[depth] === this.path[depth]) depth++;
    if (depth >= this.dead) return -1;
    this.dead = Infinity;
    this.path = stem;
    for (; depth < stem.length; depth++) {
      if (this.#step(depth, stem[depth], stem[depth - 1]) > this.limit) {
        this.dead = depth + 1;
        return -1;
      }
    }
    return stem.length;
  }

  /** The slips of the stem that was entered with this ending; more than the limit may be any number. */
  finish(depth, ending) {
    const length = depth + ending.length;
    if (Math.abs(length - this.word.length) > this.limit) return this.limit + 1;
    for (let at = 0; at < ending.length; at++) {
      const before = at ? ending[at - 1] : this.path[depth - 1];
      if (this.#step(depth + at, ending[at], before) > this.limit) return this.limit + 1;
    }
    return this.rows[length][this.word.length];
  }

  // One letter more; returns the least that this row and the one before allow, as two letters that
  // change places reach back over a row.
  #step(depth, letter, before) {
    const { word, rows } = this;
    const above = rows[depth];
    const row = (rows[depth + 1] ??= new Array(word.length + 1));
    row[0] = depth + 1;
    let least = row[0];
    for (let at = 1; at <= word.length; at++) {
      let cost = Math.min(above[at] + 1, row[at - 1] + 1, above[at - 1] + (letter === word[at - 1] ? 0 : 1));
      if (depth && at > 1 && letter === word[at - 2] && before === word[at - 1]) {
        cost = Math.min(cost, rows[depth - 1][at - 2] + 1);
      }
      row[at] = cost;
      if (cost < least) least = cost;
    }
    return Math.min(least, Math.min(...above));
  }
}
