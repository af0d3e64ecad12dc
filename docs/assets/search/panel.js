// What stands below the search's input: results, or what helps where there are none.

import { all, maybe } from "../dom.js";
import { element } from "../element.js";
import { keepsCards } from "../storage.js";
import { connect } from "./client.js";
import { counted, detail, doorList, fill, item } from "./results.js";

export const PAGE = 10;
// A count is read aloud when typing pauses, not after each letter.
export const PAUSE = 600;
// Excerpts wait for a shorter pause: whoever types on needs the next results first.
const BREATH = 100;

/**
 * @import { Answer, Ready } from "./service.js"
 *
 * @typedef {ReturnType<typeof connect>} Search
 * @typedef {() => boolean} Current whether nothing was asked since.
 *
 * @typedef {object} Asked what was asked, and of which search.
 * @property {string} query
 * @property {number} limit how many results are shown.
 * @property {Search} search
 * @property {string} base
 * @property {string | null} language that of the results where it is not the page's.
 * @property {Current} current
 *
 * @typedef {object} Hands what the panel leaves to the box around it.
 * @property {(text: string) => void} say
 * @property {(word: string) => void} take
 * @property {() => void} more
 */

/** Shows in an element what was found. */
export class Panel {
  /**
   * @param {HTMLElement} place
   * @param {string[]} languages those of the handbook.
   * @param {string} from the kind of the page that is read.
   * @param {(language: string) => string} folder the address of a language.
   * @param {Hands} hands
   */
  constructor(place, languages, from, folder, hands) {
    this.place = place;
    this.language = document.documentElement.lang;
    this.others = languages.filter((code) => code !== this.language);
    this.base = folder(this.language);
    this.from = from;
    this.folder = folder;
    this.hands = hands;
  }

  /**
   * The doors of the families, for who has typed nothing yet, and before them the cards that the reader keeps.
   * @param {Ready} given
   * @param {Current} current
   */
  doors(given, current) {
    this.place.replaceChildren(doorList(given.doors, this.base));
    this.#kept(current).catch(() => {}); // The doors are there all the same.
    this.hands.say("");
  }

  /** @param {string} text */
  failed(text) {
    this.place.replaceChildren(element("p", { class: "finding-note" }, text));
    this.hands.say(text);
  }

  /** @param {Current} current */
  async #kept(current) {
    if (!keepsCards()) return;
    const { lists } = await import("../desk/mine.js");
    const kept = await lists();
    if (kept && current()) this.place.prepend(kept);
  }

  /**
   * The results, or what helps where there are none.
   * @param {Ready} given
   * @param {Answer} found
   * @param {Asked} asked
   */
  results(given, found, asked) {
    const { base, language, limit } = asked;
    const { words } = given;
    if (found.total === 0) {
      this.#nothing(given, found.nearest, asked);
      return;
    }
    const count = counted(words, this.language, found.total);
    const notes = [
      ...found.corrected.map(([word, taken]) => fill(words.taken, { word, found: taken })),
      ...found.unknown.map((word) => fill(words.unknown, { word })),
    ];
    const list = element("ol", { lang: language });
    const items = found.results.map((result, number) => item(result, { base, words, number }));
    list.append(...items);
    this.place.replaceChildren(
      element("p", { class: "finding-count" }, count),
      ...notes.map((note) => element("p", { class: "finding-note" }, note)),
      list,
    );
    if (found.total > found.results.length && !language) {
      const more = element("button", { type: "button", class: "finding-more", click: this.hands.more }, words.more);
      this.place.append(more);
    }
    this.place.scrollTop = limit > PAGE ? this.place.scrollTop : 0;
    this.hands.say([count, ...notes].join(" "));
    if (!found.isWhole) this.#complete(given, asked);
    else setTimeout(() => asked.current() && this.#details(words, found, items, asked), BREATH);
  }

  /**
   * When the rest of the index has come: what is shown stays in its place, what else was found follows.
   * @param {Ready} given
   * @param {Asked} asked
   */
  async #complete(given, asked) {
    const links = () => all("li a", HTMLElement, this.place);
    try {
      const found = await asked.search.complete(asked.query, asked.limit, this.from);
      if (!asked.current()) return;
      const { scrollTop } = this.place;
      const at = links().findIndex((link) => link.matches(":focus"));
      this.results(given, found, asked);
      this.place.scrollTop = scrollTop;
      links()[at]?.focus({ preventScroll: true });
    } catch (error) {
      console.warn(error); // What was found first is right all the same.
    }
  }

  /**
   * @param {Ready["words"]} words
   * @param {Answer} found
   * @param {HTMLElement[]} items
   * @param {Asked} asked
   */
  async #details(words, found, items, { query, search, base, current }) {
    try {
      const details = await search.details(query);
      if (details && current()) detail(items, found.results, details, { base, words });
    } catch (error) {
      console.warn(error); // Without excerpts the results are still right.
    }
  }

  /**
   * @param {Ready} given
   * @param {string[]} nearest
   * @param {Asked} asked
   */
  #nothing(given, nearest, { query, current }) {
    const { words, doors } = given;
    const none = fill(words.none, { query: query.trim() });
    const parts = [element("p", { class: "finding-count" }, none)];
    if (nearest.length > 0) {
      const { take } = this.hands;
      const buttons = nearest.map((word) => element("button", { type: "button", click: () => take(word) }, word));
      parts.push(element("p", { class: "finding-nearest" }, words.nearest, " ", ...buttons));
    }
    const also = element("p", { class: "finding-also" });
    this.place.replaceChildren(...parts, also, this.#help(given, none), doorList(doors, this.base, words.doors));
    this.hands.say(none);
    setTimeout(() => current() && this.#elsewhere(given, query, also, current), PAUSE);
  }

  /**
   * Other ways to a card, and where to tell that the words found nothing; it is the reader who sends it.
   * @param {Ready} given
   * @param {string} title
   */
  #help({ help, words }, title) {
    const { ways, report } = help;
    const links = ways.map(([name, url]) => element("a", { href: new URL(url, this.base).href }, name));
    if (report) {
      const href = report.replace("{title}", encodeURIComponent(title));
      links.push(element("a", { href, class: "finding-report" }, words.report));
    }
    return element("ul", { class: "finding-help" }, ...links.map((link) => element("li", {}, link)));
  }

  /**
   * Where this language has nothing: how much the others have.
   * @param {Ready} given
   * @param {string} query
   * @param {HTMLElement} place
   * @param {Current} current
   */
  async #elsewhere(given, query, place, current) {
    for (const language of this.others) {
      const base = this.folder(language);
      const search = connect(base);
      const count = await search.count(query).catch(() => 0);
      if (!current()) return;
      if (count === 0) continue;
      const text = fill(given.words[`also-${language}`], { count });
      const show = async () => {
        const found = await search.search(query, PAGE);
        if (current()) this.results(given, found, { query, limit: PAGE, search, base, language, current });
        maybe("li a", HTMLElement, this.place)?.focus();
      };
      place.append(element("button", { type: "button", click: show }, text));
    }
  }
}
