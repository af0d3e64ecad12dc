// The pages that have what was typed, the best first.

import { likely } from "./interpreter.js";
import { AGAIN, COVERAGE, DOUBTFUL, ENOUGH, FIRST, LITERAL, OPEN, TOGETHER, TOGETHER_SAID, WAYS } from "./weights.js";

// Of what the first results must show, the form that is nearest to the typed one.
const NEAREST = "nearest";

/**
 * @typedef {object} Hit
 * @property {number} page
 * @property {number} score
 * @property {number} part the one that says most.
 */

/** Ranks the pages of a site. */
export class Ranking {
  /**
   * @param {import("./lexicon.js").Lexicon} lexicon
   * @param {import("./occurrences.js").Occurrences} occurrences
   * @param {Object<string, [number, number]>} weights of pages by kind, for all and for who asks from one.
   */
  constructor(lexicon, occurrences, weights) {
    this.lexicon = lexicon;
    this.occurrences = occurrences;
    this.weights = weights;
  }

  /**
   * @param {import("./interpreter.js").Understood[]} asked
   * @param {string} from the kind of page that is asked from.
   * @returns {Hit[]}
   */
  rank(asked, from) {
    const { pages: all } = this.occurrences;
    const pages = new Map();
    let told = 0;
    for (const typed of asked) {
      const common = Math.max(0, ...typed.readings.map(({ term }) => this.occurrences.of(term).size));
      // A word of many meanings is as telling as its commonest one.
      const telling = Math.log(1 + all.length / (common || 1));
      told += telling;
      for (const [page, { score, part, met, near }] of this.#meet(typed)) {
        let entry = pages.get(page);
        if (!entry) pages.set(page, (entry = { page, score: 0, had: 0, count: 0, part: -1, best: 0, met, near, share: 0 }));
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
    return (asked.length === 1 ? spread(hits, asked[0].readings) : hits).map(({ page, score, part }) => ({ page, score, part }));
  }

  #weight(kind, from) {
    const [everywhere, within] = this.weights[kind] ?? [1, 1];
    return kind === from ? within : everywhere;
  }

  /**
   * For one typed word: each page it is found on, with its score, its best part, the readings that
   * it surely has there, and how near the forms there come to the one that is meant.
   */
  #meet({ word, readings }) {
    const { pageOf, weightOf } = this.occurrences;
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
          if (!entry) here.set(page, (entry = { best: 0, sum: 0, part, sure: false, near: 0 }));
          entry.sum += value;
          entry.sure ||= sure;
          if (near > entry.near) entry.near = near;
          if (value > entry.best) [entry.best, entry.part] = [value, part];
        }
      }
      for (const [page, { best, sum, part, sure, near }] of here) {
        let entry = pages.get(page);
        if (!entry) pages.set(page, (entry = { score: 0, best: 0, part, met: [], near: 0 }));
        if (sure || doubted) entry.met.push(number);
        if (near > entry.near) entry.near = near;
        entry.score = Math.max(entry.score, best + AGAIN * (sum - best));
        if (best > entry.best) [entry.best, entry.part] = [best, part];
      }
    });
    return pages;
  }

  /** For several words: the largest share of them that a part of each page has, where it has more than one. */
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
      entry.share = Math.max(entry.share, (worth * had.size) / asked.length);
    }
  }
}

/** Among the first, a page for each meaning that is as likely as the best one, and one with the nearest form. */
function spread(hits, readings) {
  const meant = likely(readings);
  const open = new Set(readings.flatMap((reading, number) => (meant.includes(reading) ? [number] : [])));
  open.add(NEAREST);
  const nearest = Math.max(0, ...hits.map(({ near }) => near));
  const shows = ({ met, near }) => (near === nearest ? [...met, NEAREST] : met);
  const certain = meant.some(({ weight }) => weight >= WAYS.form);
  const rest = [...hits];
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

/** How much of two forms is the same beginning, 1 for all. */
function likeness(one, other) {
  let same = 0;
  while (same < one.length && one[same] === other[same]) same++;
  return (2 * same) / (one.length + other.length);
}
