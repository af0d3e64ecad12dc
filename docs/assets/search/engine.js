// The search itself: from an index and a query to the pages, the best first. Knows no page and no
// worker; worker.js runs it, or box.js where there are no workers.

import { fold, pieces, words } from "./analyser.js";
import { Lexicon } from "./lexicon.js";
import { AGAIN, ALIKE, BEHIND, COMMON, COVERAGE, DOUBTFUL, ENOUGH, LITERAL, OPEN, PAGES, PARTS, SHORT, SLIP_FROM, SLIPS_FROM, TOGETHER, TOGETHER_SAID, WAYS, length } from "./ranking.js";

/** The format this code reads; hooks/handbook/search/index.py has the same number. */
export const FORMAT = 1;

// While a word is typed, at most so many lemmas that it may become are looked at.
const COMPLETIONS = 40;
// A good answer is among the first three: there each meaning of an ambiguous word has its place.
const FIRST = 3;
const KIN = 4;

/**
 * @typedef {{term: number, weight: number, way: string}} Reading
 * @typedef {{page: number, score: number, part: number}} Hit
 */

/** One language's index, ready to be asked. */
export class Engine {
  /** @param {object} index as hooks/handbook/search/index.py writes it. */
  constructor(index) {
    if (index.format !== FORMAT) throw new Error(`search index of format ${index.format}, not ${FORMAT}`);
    this.index = index;
    this.lexicon = new Lexicon(index);
    this.places = index.places.split("\n");
    this.pages = index.pages.map(([url, title, kind, decision, answer, say, sections, parts, inSections, sizes]) => {
      return { url, title, kind, decision, answer, say, sections, parts, inSections, sizes };
    });
    // For each part of each page: the page, the kind of part, its weight.
    this.pageOf = [];
    this.kindOf = [];
    this.weightOf = [];
    this.starts = [];
    this.pages.forEach((page, number) => {
      this.starts.push(this.pageOf.length);
      for (let at = 0; at < page.parts.length; at++) {
        this.pageOf.push(number);
        this.kindOf.push(page.parts[at]);
        this.weightOf.push(PARTS[page.parts[at]] * length(page.sizes[at]));
      }
    });
    // What was worked out once: a form's parts, a lemma's pages, a word's lemmas.
    this.found = new Map();
    this.spread = new Map();
    this.read = new Map();
  }

  /**
   * Search.
   * @param {string} query as typed; the last word counts as unfinished unless something follows it.
   * @returns {{hits: Hit[], terms: Set<number>, starts: string[], corrected: [string, string][], unknown: string[]}}
   *   the pages; the lemmas and beginnings of words to mark; typed words and what they were taken for;
   *   words nothing was found for.
   */
  search(query) {
    const typed = words(query);
    const unfinished = /[\p{L}\p{N}]$/u.test(query) ? typed.length - 1 : -1;
    const asked = typed.map((word, at) => this.#understand(fold(word), at === unfinished));
    const hits = this.#rank(asked);
    const corrected = typed.flatMap((word, at) => (asked[at].taken ? [[word, asked[at].taken]] : []));
    return {
      hits,
      terms: this.#telling(asked.flatMap(({ readings }) => likely(readings).map(({ term }) => term))),
      starts: asked.flatMap(({ start }) => (start ? [start] : [])),
      corrected,
      unknown: typed.filter((_, at) => asked[at].readings.length === 0),
    };
  }

  /** Of the lemmas to mark those that tell something, if there are any: not "nie" of "nikt nie oddzwonił". */
  #telling(terms) {
    const some = terms.filter((term) => this.#pages(term).size <= this.pages.length * COMMON);
    return new Set(some.length > 0 ? some : terms);
  }

  /**
   * The lemmas that look most like a word nothing was found for.
   * @param {string} word
   * @returns {string[]}
   */
  nearest(word) {
    const folded = fold(word);
    const limit = Math.max(2, Math.min(4, Math.floor(folded.length / 2)));
    return [...this.lexicon.near(folded, limit)]
      .sort(([a, { distance: x }], [b, { distance: y }]) => x - y || this.#pages(b).size - this.#pages(a).size)
      .slice(0, 3)
      .map(([term]) => this.lexicon.lemmas[term]);
  }

  /**
   * A text in pieces, each with whether it matches.
   * @param {string} text
   * @param {{terms: Set<number>, starts: string[]}} outcome
   * @returns {[string, boolean][]}
   */
  marked(text, outcome) {
    return pieces(text).map((piece) => [piece.text, piece.word !== "" && this.matches(piece.word, outcome)]);
  }

  /** Whether a word is one of the lemmas, or begins so. */
  matches(word, { terms, starts }) {
    let known = this.read.get(word);
    if (!known) {
      const folded = fold(word);
      this.read.set(word, (known = { folded, readings: this.lexicon.readings(folded) }));
    }
    if (starts.some((start) => known.folded.startsWith(start))) return true;
    return known.readings.some((term) => terms.has(term));
  }

  /** What a typed word may be: readings, the beginning it is, and what it was taken for. */
  #understand(word, unfinished) {
    const readings = this.lexicon.readings(word).map((term) => {
      // What the site's use of this form makes unlikely is unlikely here, too.
      const uses = this.lexicon.used[term].filter(({ form }) => form === word);
      const doubtful = uses.length > 0 && uses.every(({ sure }) => !sure);
      return { term, weight: WAYS.form * (doubtful ? DOUBTFUL : 1), way: "form" };
    });
    // All readings may be in doubt where one of another spelling is sure; then none is.
    if (readings.every(({ weight }) => weight < WAYS.form)) for (const reading of readings) reading.weight = WAYS.form;
    const known = new Set(readings.map(({ term }) => term));
    const add = (term, weight, way) => {
      if (known.has(term)) return;
      known.add(term);
      readings.push({ term, weight, way });
    };
    for (const { term } of [...readings]) {
      const others = this.index.synonyms[term] ?? [];
      for (const other of others) add(other, WAYS.synonym / others.length, "synonym");
    }
    const exact = readings.length > 0;
    const enough = exact && this.#meet({ word, readings }).size >= FIRST;
    // A short beginning may happen to be a form that the site never uses: "robo" is one of "roba".
    const firm = exact && (word.length > SHORT || readings.some(({ term }) => this.lexicon.used[term].some(({ form }) => form === word)));
    if (unfinished && word.length > 1) this.#complete(word, firm, add);
    const completed = readings.length > 0 && !exact;
    let taken = "";
    if (!enough && word.length >= SLIP_FROM && !(completed && word.length < 6)) {
      taken = this.#correct(word, exact, readings.length > 0, add);
    }
    if (readings.length === 0) this.#relate(word, add);
    return {
      word,
      readings,
      start: unfinished && word.length > 1 ? word : "",
      taken: readings.length > 0 && !exact && !completed ? taken : "",
    };
  }

  #complete(word, firm, add) {
    const found = [...this.lexicon.completions(word)].sort(([a, x], [b, y]) => x - y || a - b);
    for (const [term, more] of found.slice(0, COMPLETIONS)) {
      const near = word.length / (word.length + more);
      add(term, WAYS.completion * near * (firm ? BEHIND : 1), "completion");
    }
  }

  #correct(word, exact, some, add) {
    let found = this.lexicon.near(word, 1);
    if (found.size === 0 && !some && word.length >= SLIPS_FROM) found = this.lexicon.near(word, 2);
    let best = null;
    for (const [term, { distance, form }] of found) {
      if (distance === 0) continue;
      const first = form[0] === word[0] ? 1 : 0.8;
      const weight = (distance === 1 ? WAYS.slip : WAYS.slips) * first * (exact ? BEHIND : some ? 0.4 : 1);
      add(term, weight, "slip");
      const pages = this.#pages(term).size;
      if (!best || weight > best.weight || (weight === best.weight && pages > best.pages)) {
        best = { weight, pages, lemma: this.lexicon.lemmas[term] };
      }
    }
    return best?.lemma ?? "";
  }

  /** A word the lexicon does not have: what it may be short for, else what shares most of its beginning. */
  #relate(word, add) {
    if (/^[^aeiouy]{3,6}$/.test(word)) for (const term of this.lexicon.abbreviated(word)) add(term, WAYS.kin, "kin");
    for (let size = word.length - 1; size >= Math.max(KIN, word.length - 5); size--) {
      const found = [...this.lexicon.completions(word.slice(0, size))].filter(([, more]) => more <= KIN + 1);
      if (found.length === 0) continue;
      for (const [term, more] of found.slice(0, COMPLETIONS)) add(term, WAYS.kin / (1 + more / 4), "kin");
      return;
    }
  }

  /** The parts a form stands in. */
  #parts(key) {
    const number = this.lexicon.numbers.get(key);
    if (number === undefined) return [];
    let parts = this.found.get(number);
    if (!parts) {
      let last = 0;
      parts = this.places[number].split(" ").map((step) => (last += Number(step)));
      this.found.set(number, parts);
    }
    return parts;
  }

  #pages(term) {
    let pages = this.spread.get(term);
    if (!pages) {
      const used = this.lexicon.used[term];
      pages = new Set(used.flatMap(({ key }) => this.#parts(key).map((part) => this.pageOf[part])));
      this.spread.set(term, pages);
    }
    return pages;
  }

  /**
   * @param {{word: string, readings: Reading[]}[]} asked
   * @returns {Hit[]}
   */
  #rank(asked) {
    const total = this.pages.length;
    const pages = new Map();
    let all = 0;
    asked.forEach((typed, number) => {
      const { readings } = typed;
      const common = Math.max(0, ...readings.map(({ term }) => this.#pages(term).size));
      // A word of many meanings is as telling as its commonest one.
      const telling = Math.log(1 + total / (common || 1));
      all += telling;
      for (const [page, { score, part, readings: met, literal }] of this.#meet(typed)) {
        let entry = pages.get(page);
        if (!entry) pages.set(page, (entry = { page, score: 0, had: 0, count: 0, part: -1, best: 0, met: [], together: new Map() }));
        entry.score += score * telling;
        entry.had += telling;
        entry.count += 1;
        if (number === 0) Object.assign(entry, { met, literal });
        if (score * telling > entry.best) [entry.best, entry.part] = [score * telling, part];
      }
    });
    if (asked.length > 1) this.#together(asked, pages);
    for (const entry of pages.values()) {
      // Of the words it has their share, and the share of what they tell.
      entry.coverage = (entry.had / all + entry.count / asked.length) / 2;
    }
    const most = Math.max(0, ...[...pages.values()].map(({ coverage }) => coverage));
    // A page that has but the small words of a sentence is no result.
    const kept = [...pages.values()].filter(({ coverage }) => coverage >= most * ENOUGH);
    const hits = kept.map((entry) => {
      const share = Math.max(0, ...entry.together.values());
      const kind = PAGES[this.pages[entry.page].kind] ?? PAGES.page;
      return { ...entry, score: entry.score * entry.coverage ** COVERAGE * (1 + share) * kind };
    });
    hits.sort((a, b) => b.score - a.score || a.page - b.page);
    return (asked.length === 1 ? this.#spread(hits, asked[0].readings) : hits).map(({ page, score, part }) => ({ page, score, part }));
  }

  /**
   * For one typed word: each page it is found on, with its score, its best part, the readings that
   * it surely has there, and whether it stands there as it was typed.
   */
  #meet({ word, readings }) {
    const pages = new Map();
    readings.forEach(({ term, weight }, number) => {
      const here = new Map();
      for (const { form, key, sure } of this.lexicon.used[term]) {
        const literal = form === word;
        const worth = weight * (sure ? 1 : DOUBTFUL) * (literal ? LITERAL : 1);
        for (const part of this.#parts(key)) {
          const page = this.pageOf[part];
          const value = this.weightOf[part] * worth;
          let entry = here.get(page);
          if (!entry) here.set(page, (entry = { best: 0, sum: 0, part, sure: false, literal: false }));
          entry.sum += value;
          entry.sure ||= sure;
          entry.literal ||= literal;
          if (value > entry.best) [entry.best, entry.part] = [value, part];
        }
      }
      for (const [page, { best, sum, part, sure, literal }] of here) {
        const score = best + AGAIN * (sum - best);
        let entry = pages.get(page);
        if (!entry) pages.set(page, (entry = { score: 0, best: 0, part, readings: [], literal: false }));
        if (sure) entry.readings.push(number);
        entry.literal ||= literal;
        entry.score = Math.max(entry.score, score);
        if (best > entry.best) [entry.best, entry.part] = [best, part];
      }
    });
    return pages;
  }

  /** For several words: which share of them each part has, where it has more than one. */
  #together(asked, pages) {
    const parts = new Map();
    asked.forEach(({ readings }, number) => {
      for (const { key } of readings.flatMap(({ term }) => this.lexicon.used[term])) {
        for (const part of this.#parts(key)) {
          const had = parts.get(part);
          if (!had) parts.set(part, new Set([number]));
          else had.add(number);
        }
      }
    });
    for (const [part, had] of parts) {
      if (had.size < 2) continue;
      const worth = this.kindOf[part] === "c" || this.kindOf[part] === "t" ? TOGETHER_SAID : TOGETHER;
      pages.get(this.pageOf[part]).together.set(part, (worth * had.size) / asked.length);
    }
  }

  /** Among the first, a page for each meaning that is as likely as the best one, and one that has the
   * word as it was typed. */
  #spread(hits, readings) {
    const meant = likely(readings);
    const open = new Set(readings.flatMap((reading, number) => (meant.includes(reading) ? [number] : [])));
    if (hits.some(({ literal }) => literal)) open.add("literal");
    const certain = readings.some(({ way }) => way === "form");
    const rest = [...hits];
    const first = [];
    const news = ({ met, literal }) => met.filter((number) => open.has(number)).length + (literal && open.has("literal") ? 1 : 0);
    while (first.length < FIRST && rest.length > 0) {
      let best = 0;
      let most = -1;
      rest.forEach((hit, at) => {
        const fresh = news(hit);
        // What surely is meant has its best page first, whatever else that covers.
        const value = hit.score * ((certain && first.length === 0) || fresh === 0 ? 1 : OPEN * fresh);
        if (value > most) [best, most] = [at, value];
      });
      const [taken] = rest.splice(best, 1);
      for (const number of taken.met) open.delete(number);
      if (taken.literal) open.delete("literal");
      first.push(taken);
    }
    return [...first, ...rest];
  }
}

/** The readings that are about as likely as the likeliest one. */
function likely(readings) {
  const most = Math.max(0, ...readings.map(({ weight }) => weight));
  return readings.filter(({ weight }) => weight >= most * ALIKE);
}
