// The pages that have what was typed, the best first.

import { likely } from "./interpreter.js";
import { AGAIN, COVERAGE, DOUBTFUL, ENOUGH, FIRST, LITERAL, OPEN, TOGETHER, TOGETHER_SAID, WAYS } from "./weights.js";

// Of what the first results must show, the form that is nearest to the typed one.
const NEAREST = "nearest";

/**
 * @import { Reading, Understood } from "./interpreter.js"
 * @import { Lexicon } from "./lexicon.js"
 * @import { Occurrences } from "./occurrences.js"
 *
 * @typedef {object} Meeting what one typed word finds on a page.
 * @property {number} score
 * @property {number} best
 * @property {number} part the one that says most.
 * @property {number[]} met the readings that it surely has there.
 * @property {number} near how near the forms there come to the one that is meant.
 *
 * @typedef {object} Entry what all typed words find on a page.
 * @property {number} page
 * @property {number} score
 * @property {number} had what the words that it has tell.
 * @property {number} count how many these are.
 * @property {number} part
 * @property {number} best
 * @property {number[]} met
 * @property {number} near
 * @property {number} share
 * @property {number} coverage
 *
 * @typedef {object} Hit
 * @property {number} page
 * @property {number} score
 * @property {number} part the one that says most.
 */

/** Ranks the pages of a site. */
export class Ranking {
  /**
   * @param {Lexicon} lexicon
   * @param {Occurrences} occurrences
   * @param {Record<string, [number, number]>} weights of pages by kind, for all and for who asks from one.
   */
  constructor(lexicon, occurrences, weights) {
    this.lexicon = lexicon;
    this.occurrences = occurrences;
    this.weights = weights;
  }

  /**
   * @param {Understood[]} asked
   * @param {string} from the kind of page that is asked from.
   * @returns {Hit[]}
   */
  rank(asked, from) {
    const { pages: all } = this.occurrences;
    /** @type {Map<number, Entry>} */
    const pages = new Map();
    let told = 0;
    for (const typed of asked) {
      const common = Math.max(0, ...typed.readings.map(({ term }) => this.occurrences.of(term).size));
      // A word of many meanings is as telling as its commonest one.
      const telling = Math.log(1 + all.length / (common || 1));
      told += telling;
      for (const [page, { score, part, met, near }] of this.#meet(typed)) {
        let entry = pages.get(page);
        if (!entry) {
          entry = { page, score: 0, had: 0, count: 0, part: -1, best: 0, met, near, share: 0, coverage: 0 };
          pages.set(page, entry);
        }
        entry.score += score * telling;
        entry.had += telling;
        entry.count += 1;
        if (score * telling > entry.best) [entry.best, entry.part] = [score * telling, part];
      }
    }
    if (asked.length > 1) this.#together(asked, pages);
    for (const entry of pages.values()) {
      // Of the words it has their share, and the share of what they tell.
      entry.coverage = (entry.had / told + entry.count / asked.length) / 2;
    }
    const most = Math.max(0, ...[...pages.values()].map(({ coverage }) => coverage));
    // A page that has but the small words of a sentence is no result.
    const hits = [...pages.values()].filter(({ coverage }) => coverage >= most * ENOUGH);
    for (const hit of hits) {
      hit.score *= hit.coverage ** COVERAGE * (1 + hit.share) * this.#weight(all[hit.page].kind, from);
    }
    hits.sort((a, b) => b.score - a.score || a.page - b.page);
    const ranked = asked.length === 1 ? spread(hits, asked[0].readings) : hits;
    return ranked.map(({ page, score, part }) => ({ page, score, part }));
  }

  /**
   * @param {string} kind
   * @param {string} from
   */
  #weight(kind, from) {
    const [everywhere, within] = this.weights[kind] ?? [1, 1];
    return kind === from ? within : everywhere;
  }

  /**
   * For one typed word: each page it is found on, with its score, its best part, the readings that
   * it surely has there, and how near the forms there come to the one that is meant.
   * @param {Understood} typed
   */
  #meet({ word, readings }) {
    const { pageOf, weightOf } = this.occurrences;
    /** @type {Map<number, Meeting>} */
    const pages = new Map();
    readings.forEach(({ term, weight, form: meant }, number) => {
      const here = new Map();
      const doubted = this.lexicon.used[term].every(({ sure }) => !sure);
      for (const { form, key, sure } of this.lexicon.used[term]) {
        const near = likeness(form, meant);
        const worth = weight * (sure ? 1 : DOUBTFUL) * (form === word ? LITERAL : 1);
        for (const part of this.occurrences.parts(key)) {
          const page = pageOf[part];
          const value = weightOf[part] * worth;
          let entry = here.get(page);
          if (!entry) {
            entry = { best: 0, sum: 0, part, sure: false, near: 0 };
            here.set(page, entry);
          }
          entry.sum += value;
          entry.sure ||= sure;
          if (near > entry.near) entry.near = near;
          if (value > entry.best) [entry.best, entry.part] = [value, part];
        }
      }
      for (const [page, { best, sum, part, sure, near }] of here) {
        let entry = pages.get(page);
        if (!entry) {
          entry = { score: 0, best: 0, part, met: [], near: 0 };
          pages.set(page, entry);
        }
        if (sure || doubted) entry.met.push(number);
        if (near > entry.near) entry.near = near;
        entry.score = Math.max(entry.score, best + AGAIN * (sum - best));
        if (best > entry.best) [entry.best, entry.part] = [best, part];
      }
    });
    return pages;
  }

  /**
   * For several words: the largest share of them that a part of each page has, where it has more than one.
   * @param {Understood[]} asked
   * @param {Map<number, Entry>} pages
   */
  #together(asked, pages) {
    const { pageOf, kindOf } = this.occurrences;
    const parts = new Map();
    asked.forEach(({ readings }, number) => {
      for (const { key } of readings.flatMap(({ term }) => this.lexicon.used[term])) {
        for (const part of this.occurrences.parts(key)) {
          const had = parts.get(part);
          if (!had) parts.set(part, new Set([number]));
          else had.add(number);
        }
      }
    });
    for (const [part, had] of parts) {
      if (had.size < 2) continue;
      const worth = kindOf[part] === "c" || kindOf[part] === "t" ? TOGETHER_SAID : TOGETHER;
      const entry = pages.get(pageOf[part]);
      if (entry) entry.share = Math.max(entry.share, (worth * had.size) / asked.length);
    }
  }
}

/**
 * Among the first, a page for each meaning that is as likely as the best one, and one with the nearest form.
 * @param {Entry[]} hits
 * @param {Reading[]} readings
 */
function spread(hits, readings) {
  const meant = likely(readings);
  /** @type {Set<number | string>} */
  const open = new Set(readings.flatMap((reading, number) => (meant.includes(reading) ? [number] : [])));
  open.add(NEAREST);
  const nearest = Math.max(0, ...hits.map(({ near }) => near));
  /** @param {Entry} hit */
  const shows = ({ met, near }) => (near === nearest ? [...met, NEAREST] : met);
  const certain = meant.some(({ weight }) => weight >= WAYS.form);
  const rest = [...hits];
  /** @type {Entry[]} */
  const first = [];
  while (first.length < FIRST && rest.length > 0) {
    let best = 0;
    let most = -1;
    rest.forEach((hit, at) => {
      const fresh = shows(hit).filter((what) => open.has(what)).length;
      // What surely is meant has its best page first, whatever else that covers.
      const value = hit.score * ((certain && first.length === 0) || fresh === 0 ? 1 : OPEN * fresh);
      if (value > most) [best, most] = [at, value];
    });
    const [taken] = rest.splice(best, 1);
    for (const what of shows(taken)) open.delete(what);
    first.push(taken);
  }
  return [...first, ...rest];
}

/**
 * How much of two forms is the same beginning, 1 for all.
 * @param {string} one
 * @param {string} other
 */
function likeness(one, other) {
  let same = 0;
  while (same < one.length && one[same] === other[same]) same++;
  return (2 * same) / (one.length + other.length);
}
