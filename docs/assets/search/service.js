// Loads a language's index and texts, and answers with what can be shown. It knows no page: it runs
// in the worker, or beside the page where there are no workers.

import { words } from "./analyser.js";
import { Engine } from "./engine.js";

// An excerpt begins a little before the first word that matches.
const BEFORE = 6;
const EXCERPT = 28;
// So many words are marked on the page that is opened.
const MARKED = 12;

/**
 * @typedef {[string, boolean][]} Text pieces, each with whether it matches.
 * @typedef {object} Result
 * @property {string} url relative to the language's folder, without its section.
 * @property {string} anchor the section, or "".
 * @property {string} kind
 * @property {string} decision its name for readers, or "".
 * @property {string} decisionId
 * @property {Text} title
 * @property {Text} section
 * @property {Text} answer
 * @property {Text} say
 */

/** The search of one language. */
export class Service {
  /** @param {string} base the address of the language's folder, with a slash at its end. */
  constructor(base) {
    this.base = base;
    this.texts = new Map();
    this.engine = null;
    this.outcome = null;
  }

  /** Load the index, once; a failed attempt is made anew the next time. */
  ready() {
    this.loading ??= this.#json("index.json").then(
      (index) => {
        this.engine = new Engine(index);
        return { words: index.words, doors: index.doors, help: index.help };
      },
      (error) => {
        this.loading = null;
        throw error;
      },
    );
    return this.loading;
  }

  /**
   * Search and keep the outcome for `details`.
   * @param {string} query
   * @param {number} limit how many results are to be shown.
   * @param {string} [from] the kind of page that is asked from.
   * @returns {Promise<{total: number, results: Result[], corrected: [string, string][], unknown: string[], nearest: string[]}>}
   */
  async search(query, limit, from) {
    await this.ready();
    const outcome = this.engine.search(query, from);
    this.outcome = { query, ...outcome, hits: outcome.hits.slice(0, limit) };
    return {
      total: outcome.hits.length,
      results: this.outcome.hits.map((hit) => this.#result(hit)),
      corrected: outcome.corrected,
      unknown: outcome.unknown,
      nearest: outcome.hits.length > 0 ? [] : [...new Set(outcome.unknown.flatMap((word) => this.engine.nearest(word)))],
    };
  }

  /** How many pages a query finds. */
  async count(query) {
    await this.ready();
    const { hits, corrected } = this.engine.search(query);
    // What was only guessed is no reason to send a reader to another language.
    return corrected.length > 0 ? 0 : hits.length;
  }

  /**
   * What needs the pages' texts, for the results of the last search: an excerpt where title, answer
   * and phrase do not show why, and the words to mark on the page.
   * @param {string} query
   * @returns {Promise<{excerpt: Text, customer: boolean, staff: string[], marked: string[]}[] | null>} null if another search came after it.
   */
  async details(query) {
    const { outcome } = this;
    if (outcome?.query !== query) return null;
    const shards = new Set(outcome.hits.map(({ page }) => this.#shard(page)));
    await Promise.all([...shards].map((shard) => this.#text(shard)));
    if (this.outcome !== outcome) return null;
    return Promise.all(outcome.hits.map((hit) => this.#detail(hit, outcome)));
  }

  #result({ page: number, part }) {
    const page = this.engine.pages[number];
    const mark = (text) => this.engine.marked(text, this.outcome);
    const card = page.kind === "card";
    const [anchor, section] = page.sections[page.inSections[part - this.engine.occurrences.starts[number]]];
    return {
      url: page.url,
      anchor: card ? "" : anchor,
      kind: page.kind,
      decisionId: page.decision,
      decision: this.engine.index.decisions[page.decision] ?? "",
      title: mark(page.title),
      section: card ? [] : mark(section),
      // Where a section of a long page answers, the page's own summary does not.
      answer: card || !section ? mark(page.answer) : [],
      say: mark(page.say),
    };
  }

  async #detail({ page, part }, outcome) {
    const { engine } = this;
    const at = part - engine.occurrences.starts[page];
    const texts = (await this.#text(this.#shard(page)))[page % engine.index.shard];
    const { parts, inSections, answer, say } = engine.pages[page];
    const kind = parts[at];
    const staff = "km".includes(kind) ? engine.inPart(part, outcome.asked) : [];
    const shown = kind === "t" || this.#matches({ a: answer, s: say }[kind] ?? "", outcome);
    // A heading is shown as such; below it stands what it is about.
    const below = "km".includes(kind) ? -1 : "hv".includes(kind) ? [...parts].findIndex((other, place) => "ba".includes(other) && inSections[place] === inSections[at]) : at;
    const marked = new Set();
    for (const text of texts) {
      for (const word of words(text)) {
        if (marked.size < MARKED && !marked.has(word) && engine.matches(word, outcome)) marked.add(word);
      }
    }
    return { excerpt: shown || below < 0 ? [] : excerpt(engine.marked(texts[below], outcome)), customer: kind === "c", staff, marked: [...marked] };
  }

  #matches(text, outcome) {
    return words(text).some((word) => this.engine.matches(word, outcome));
  }

  #shard(page) {
    return Math.floor(page / this.engine.index.shard);
  }

  #text(shard) {
    if (!this.texts.has(shard)) {
      const loading = this.#json(`texts-${shard}.json`);
      this.texts.set(shard, loading);
      loading.catch(() => this.texts.delete(shard));
    }
    return this.texts.get(shard);
  }

  async #json(name) {
    const answer = await fetch(new URL(`search/${name}`, this.base));
    if (!answer.ok) throw new Error(`${answer.status} for ${answer.url}`);
    return answer.json();
  }
}

/** The words around the first one that matches. */
function excerpt(text) {
  const places = text.flatMap(([piece], at) => (/[\p{L}\p{N}]/u.test(piece) ? [at] : []));
  const first = text.findIndex(([, matches]) => matches);
  const middle = Math.max(0, places.indexOf(first));
  const start = middle <= BEFORE + 2 ? 0 : places[middle - BEFORE];
  const last = places[Math.min(places.length, places.indexOf(Math.max(start, places[0])) + EXCERPT)] ?? text.length;
  return [
    ...(start > 0 ? [["… ", false]] : []),
    ...text.slice(start, last),
    ...(last < text.length ? [["…", false]] : []),
  ];
}
