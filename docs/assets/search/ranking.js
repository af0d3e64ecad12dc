// The pages that have what was typed, the best first.

import { spread } from "./diversity.js";
import { shared } from "./sorted_texts.js";
import { COVERAGE, DOUBTFUL, ENOUGH, FIRST, HAVING, LITERAL, RARITY } from "./weights.js";

// No word is so rare that it says half of a page only.
const LEAST = 0.5;

/**
 * @import { Evidence } from "./evidence.js"
 * @import { Understood } from "./interpreter.js"
 * @import { Lexicon } from "./lexicon.js"
 * @import { Occurrences } from "./occurrences.js"
 *
 * @typedef {object} Meeting what one typed word finds on a page.
 * @property {number} score
 * @property {number} part the one that says most.
 * @property {number[]} met the readings that it surely has there.
 * @property {number} near how near the forms there come to the one that is meant.
 * @property {boolean} kin whether the page has but words that look like it.
 *
 * @typedef {object} Entry what all typed words find on a page.
 * @property {number} page
 * @property {number} score
 * @property {number} had what the words that it has tell.
 * @property {number} count how many these are.
 * @property {number} much what these tell where each counts as far as the page has it.
 * @property {number} many how many they are, likewise.
 * @property {number} part
 * @property {number} best
 * @property {number[]} met
 * @property {number} near
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
   * @param {Evidence} evidence
   */
  constructor(lexicon, occurrences, weights, evidence) {
    this.lexicon = lexicon;
    this.occurrences = occurrences;
    this.weights = weights;
    this.evidence = evidence;
    /** @type {WeakMap<Understood, Map<number, Meeting>>} what was worked out for a word that stands there still. */
    this.met = new WeakMap();
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
      const meetings = this.met.get(typed) ?? this.#meet(typed);
      const most = Math.max(0, ...[...meetings.values()].map(({ score }) => score));
      const telling = this.#telling(meetings, most);
      told += telling;
      const guessed = [...meetings.values()].every(({ kin }) => kin);
      for (const [page, { score, part, met, near, kin }] of meetings) {
        let entry = pages.get(page);
        if (!entry) {
          entry = { page, score: 0, had: 0, count: 0, much: 0, many: 0, part: -1, best: 0, met, near, coverage: 0 };
          pages.set(page, entry);
        }
        entry.score += score * telling;
        if (!kin || guessed) {
          entry.had += telling;
          entry.count += 1;
        }
        const having = (score / most) ** HAVING;
        entry.much += telling * having;
        entry.many += having;
        if (score * telling > entry.best) [entry.best, entry.part] = [score * telling, part];
      }
    }
    for (const entry of pages.values()) {
      // Of the words it has their share, and the share of what they tell.
      entry.coverage = (entry.had / told + entry.count / asked.length) / 2;
    }
    const most = Math.max(0, ...[...pages.values()].map(({ coverage }) => coverage));
    const hits = [...pages.values()];
    for (const hit of hits) {
      const having = (hit.much / told + hit.many / asked.length) / 2;
      hit.score *= having ** COVERAGE * this.#weight(all[hit.page].kind, from);
    }
    this.evidence.favour(hits, asked);
    hits.sort((a, b) => b.score - a.score || a.page - b.page);
    // A page that has but the small words of a sentence, or words that look like one, is no result while there
    // are others.
    const enough = hits.filter(({ coverage }) => coverage >= most * ENOUGH);
    const others = hits.filter((hit) => !enough.includes(hit)).slice(0, Math.max(0, FIRST - enough.length));
    const ranked = [...(asked.length === 1 ? spread(enough, asked[0].readings) : enough), ...others];
    return ranked.map(({ page, score, part }) => ({ page, score, part }));
  }

  /**
   * How much a word tells: the more, the fewer pages it says much of.
   * @param {Map<number, Meeting>} meetings
   * @param {number} most
   */
  #telling(meetings, most) {
    const { pages } = this.occurrences;
    let common = 0;
    for (const [page, { score }] of meetings) {
      common += (score / most) ** RARITY * this.#weight(pages[page].kind, "");
    }
    return Math.log(1 + pages.length / (common ? Math.max(common, LEAST) : 1));
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
  #meet(typed) {
    const { word, readings } = typed;
    /** @type {Map<number, Meeting>} */
    const pages = new Map();
    readings.forEach(({ term, weight, way, form: meant }, number) => {
      const here = this.#literal(term, meant, word);
      const doubted = this.lexicon.used[term].every(({ sure }) => !sure);
      for (const [page, said] of this.occurrences.said(term)) {
        const entry = here.get(page);
        const part = this.occurrences.staffPart[page];
        if (!entry) here.set(page, { score: said, best: said, part, sure: true, near: 0 });
        else {
          entry.score += said;
          entry.sure = true;
          if (said > entry.best) [entry.best, entry.part] = [said, part];
        }
      }
      for (const [page, { score, part, sure, near }] of here) {
        let entry = pages.get(page);
        if (!entry) {
          entry = { score: 0, part, met: [], near: 0, kin: true };
          pages.set(page, entry);
        }
        if (sure || doubted) entry.met.push(number);
        if (near > entry.near) entry.near = near;
        entry.kin &&= way === "kin";
        if (score * weight > entry.score) [entry.score, entry.part] = [score * weight, part];
      }
    });
    this.met.set(typed, pages);
    return pages;
  }

  /**
   * Where a lemma stands: each page with its best part.
   * @param {number} term
   * @param {string} meant the form that is meant.
   * @param {string} word as it was typed.
   */
  #literal(term, meant, word) {
    const { pageOf, weightOf } = this.occurrences;
    /** @type {Map<number, {score: number, best: number, part: number, sure: boolean, near: number}>} */
    const pages = new Map();
    for (const { form, key, sure } of this.lexicon.used[term]) {
      const near = likeness(form, meant);
      const worth = (sure ? 1 : DOUBTFUL) * (form === word ? LITERAL : 1);
      for (const part of this.occurrences.parts(key)) {
        const page = pageOf[part];
        const value = weightOf[part] * worth;
        let entry = pages.get(page);
        if (!entry) {
          entry = { score: 0, best: 0, part, sure: false, near: 0 };
          pages.set(page, entry);
        }
        entry.sure ||= sure;
        if (near > entry.near) entry.near = near;
        if (value > entry.best) [entry.score, entry.best, entry.part] = [value, value, part];
      }
    }
    return pages;
  }
}

/**
 * How much of two forms is the same beginning, 1 for all.
 * @param {string} one
 * @param {string} other
 */
function likeness(one, other) {
  return (2 * shared(one, other)) / (one.length + other.length);
}
