// Loads a language's index and texts, and answers with what can be shown. It knows no page: it runs
// in the worker, or beside the page where there are no workers.

import { detail, result } from "./description.js";
import { Engine } from "./engine.js";

/**
 * @import { Detail, Result } from "./description.js"
 * @import { Found, Marks } from "./engine.js"
 * @import { Hit } from "./ranking.js"
 * @import { First, Rest } from "./tiers.js"
 *
 * @typedef {Pick<First, "words" | "doors" | "help">} Ready what the box needs of an index.
 * @typedef {Found & Marks & {query: string, engine: Engine}} Outcome
 *
 * @typedef {object} Answer
 * @property {boolean} isWhole whether all of the index was asked; else `complete` has more.
 * @property {number} total
 * @property {Result[]} results
 * @property {[string, string][]} corrected
 * @property {string[]} unknown
 * @property {string[]} nearest
 */

/**
 * What a service's method gives, for a question that came as data.
 * @param {Map<string, Service>} services those there are, by their address; one that is missing is made.
 * @param {string} base
 * @param {string} name
 * @param {unknown[]} values
 * @returns {Promise<Ready | Answer | number | Detail[] | null>}
 */
export async function answer(services, base, name, values) {
  let service = services.get(base);
  if (!service) {
    service = new Service(base);
    services.set(base, service);
  }
  const [query, limit, from] = values;
  if (name === "ready") return service.ready();
  if (name === "search" || name === "complete") return service[name](String(query), Number(limit), String(from ?? ""));
  if (name === "count") return service.count(String(query));
  if (name === "details") return service.details(String(query));
  throw new Error(`the search has no ${name}`);
}

/** The search of one language. */
export class Service {
  /** @param {string} base the address of the language's folder, with a slash at its end. */
  constructor(base) {
    this.base = base;
    /** @type {Map<number, Promise<string[][]>>} */
    this.texts = new Map();
    /** @type {Promise<Engine> | null} the first tier of the index, */
    this.loading = null;
    /** @type {Promise<Engine> | null} and all of it. */
    this.completing = null;
    /** @type {Engine | null} the best that is there. */
    this.engine = null;
    /** @type {Outcome | null} */
    this.outcome = null;
    /** @type {{query: string, hits: Hit[]}} what the first tier found: it keeps its order while the query stands. */
    this.shown = { query: "", hits: [] };
  }

  /**
   * Load the index, once; a failed attempt is made anew the next time.
   * @returns {Promise<Ready>}
   */
  async ready() {
    const { words, doors, help } = (await this.#engine()).first;
    // It travels while the reader types.
    this.#whole().catch(() => {});
    return { words, doors, help };
  }

  /** The best that is there; the first tier of the index is waited for. */
  async #engine() {
    this.loading ??= this.#load().catch((error) => {
      this.loading = null;
      throw error;
    });
    await this.loading;
    return this.engine ?? this.loading;
  }

  #whole() {
    this.completing ??= this.#complete().catch((error) => {
      this.completing = null;
      throw error;
    });
    return this.completing;
  }

  async #load() {
    /** @type {First} */
    const first = await this.#json("index.json");
    this.engine = new Engine(first);
    return this.engine;
  }

  async #complete() {
    let { first } = await this.#engine();
    /** @type {Rest} */
    let rest = await this.#json("rest.json");
    if (rest.edition !== first.edition) {
      // The site was published anew in between.
      const both = ["index.json", "rest.json"].map((name) => this.#json(name, "no-cache"));
      [first, rest] = await Promise.all(both);
      this.#forget();
    }
    this.engine = new Engine(first, rest);
    return this.engine;
  }

  /**
   * Search and keep the outcome for `details`. What the first tier of the index reads as all of it would is
   * answered while the rest travels; else the rest is waited for.
   * @param {string} query
   * @param {number} limit how many results are to be shown.
   * @param {string} [from] the kind of page that is asked from.
   * @returns {Promise<Answer>}
   */
  async search(query, limit, from) {
    if (this.outcome?.query !== query) this.#forget();
    const engine = await this.#engine();
    const found = engine.search(query, from);
    if (!engine.understands(found)) return this.complete(query, limit, from);
    if (!engine.isWhole) this.shown = { query, hits: found.hits.slice(0, limit) };
    return this.#answer(engine, query, found, limit);
  }

  /**
   * The same of all of the index. What the first tier found of this query stays where it is, and the others follow.
   * @param {string} query
   * @param {number} limit
   * @param {string} [from]
   * @returns {Promise<Answer>}
   */
  async complete(query, limit, from) {
    const engine = await this.#whole();
    return this.#answer(engine, query, engine.search(query, from), limit);
  }

  #forget() {
    this.shown = { query: "", hits: [] };
  }

  /**
   * @param {Engine} engine
   * @param {string} query
   * @param {Found & Marks} found
   * @param {number} limit
   * @returns {Answer}
   */
  #answer(engine, query, found, limit) {
    const shown = this.shown.query === query ? this.shown.hits : [];
    const known = new Set(shown.map(({ page }) => page));
    const more = found.hits.filter(({ page }) => !known.has(page));
    const best = found.hits.slice(0, limit).filter(({ page }) => !known.has(page));
    const kept = shown.map((hit) => found.hits.find(({ page }) => page === hit.page) ?? hit);
    const hits = [...kept, ...more.slice(0, Math.max(best.length, limit - shown.length))];
    const outcome = { query, engine, ...found, hits };
    this.outcome = outcome;
    return {
      isWhole: engine.isWhole,
      total: shown.length + more.length,
      results: outcome.hits.map((hit) => result(engine, hit, outcome)),
      corrected: found.corrected,
      unknown: found.unknown,
      nearest: found.hits.length > 0 ? [] : [...new Set(found.unknown.flatMap((word) => engine.nearest(word)))],
    };
  }

  /**
   * How many pages a query finds.
   * @param {string} query
   */
  async count(query) {
    const { hits, corrected } = (await this.#whole()).search(query);
    // What was only guessed is no reason to send a reader to another language.
    return corrected.length > 0 ? 0 : hits.length;
  }

  /**
   * What needs the pages' texts, for the results of the last search: an excerpt where title, answer
   * and phrase do not show why, and the words to mark on the page.
   * @param {string} query
   * @returns {Promise<Detail[] | null>} null if another search came after it, or more is to come.
   */
  async details(query) {
    const { outcome } = this;
    if (outcome?.query !== query || !outcome.engine.isWhole) return null;
    const { engine } = outcome;
    const shards = new Set(outcome.hits.map(({ page }) => shardOf(engine, page)));
    await Promise.all([...shards].map((shard) => this.#text(shard)));
    if (this.outcome !== outcome) return null;
    const told = engine.examples?.nearest(outcome.asked);
    return Promise.all(
      outcome.hits.map(async (hit) => {
        const texts = await this.#text(shardOf(engine, hit.page));
        return detail(engine, hit, outcome, texts[hit.page % engine.first.shard], told?.get(hit.page) ?? "");
      }),
    );
  }

  /** @param {number} shard */
  #text(shard) {
    const known = this.texts.get(shard);
    if (known) return known;
    /** @type {Promise<string[][]>} */
    const loading = this.#json(`texts-${shard}.json`);
    this.texts.set(shard, loading);
    loading.catch(() => this.texts.delete(shard));
    return loading;
  }

  /**
   * @param {string} name
   * @param {RequestCache} [cache]
   */
  async #json(name, cache = "default") {
    const answer = await fetch(new URL(`search/${name}`, this.base), { cache });
    if (!answer.ok) throw new Error(`${answer.status} for ${answer.url}`);
    return answer.json();
  }
}

/**
 * The file that has a page's texts.
 * @param {Engine} engine
 * @param {number} page
 */
function shardOf(engine, page) {
  return Math.floor(page / engine.first.shard);
}
