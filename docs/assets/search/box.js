// The search box: typing, results, keyboard, and what is said to a screen reader. It is loaded when the
// reader turns to the search for the first time, see overrides/partials/search.html.

import { all, around, maybe, one } from "../dom.js";
import { keepFound, keepsCards } from "../storage.js";
import { connect } from "./client.js";
import { Dialog } from "./dialog.js";
import { counted, detail, doorList, element, fill, item } from "./results.js";

const PAGE = 10;
// A count is read aloud when typing pauses, not after each letter.
const PAUSE = 600;
// Excerpts wait for a shorter pause: whoever types on needs the next results first.
const BREATH = 100;

const root = document.documentElement;
const site = new URL(one(".finding", HTMLElement).dataset.base ?? "", location.href);
/** @param {string} language */
const folder = (language) => new URL(`${language}/`, site).href;

/**
 * @import { Answer, Ready } from "./service.js"
 *
 * @typedef {ReturnType<typeof connect>} Search
 * @typedef {() => boolean} Current whether nothing was asked since.
 *
 * @typedef {object} Settings of a search's results.
 * @property {Search} search
 * @property {string} base
 * @property {string | null} language that of the results where it is not the page's.
 * @property {Current} current
 */

/**
 * Make a search box work.
 * @param {HTMLElement} box the element `.finding`.
 */
export function start(box) {
  return new Box(box);
}

class Box {
  /** @param {HTMLElement} box */
  constructor(box) {
    this.box = box;
    this.form = one("form", HTMLFormElement, box);
    this.input = one("input", HTMLInputElement, box);
    this.panel = one(".finding-panel", HTMLElement, box);
    this.status = one("[role=status]", HTMLElement, box);
    this.opener = one(".finding-open", HTMLElement, box);
    this.languages = (box.dataset.languages ?? "").split(" ");
    this.language = root.lang;
    this.base = folder(this.language);
    // The folder of this page is its kind: who edits looks for editing pages.
    this.from = location.href.slice(this.base.length).split("/").slice(0, -1)[0] ?? "";
    this.search = connect(this.base);
    this.limit = PAGE;
    this.asked = 0;
    this.settled = false;
    this.enter = false;
    this.saying = 0;
    /** @type {Ready | null} what the index has for the box, once it is there. */
    this.given = null;
    this.dialog = new Dialog(box, one(".finding-box", HTMLElement, box));
    this.#listen();
    // The index and the first letters travel at the same time.
    this.search.ready().catch(() => {});
    if (this.input.value) this.#type();
    else if ("open" in box.dataset) this.open();
  }

  #listen() {
    const { input, box } = this;
    input.addEventListener("input", () => this.#type());
    one(".finding-close", HTMLElement, box).addEventListener("click", () => this.close());
    one(".finding-clear", HTMLElement, box).addEventListener("click", () => {
      input.value = "";
      input.focus();
      this.#type();
    });
    box.addEventListener("keydown", (event) => this.#key(event));
    // Beside the box there is only what it covers.
    document.addEventListener("pointerdown", ({ target }) => {
      const beside = target instanceof Node && !this.form.contains(target) && !this.panel.contains(target);
      if (this.dialog.isOpen && beside) this.close();
    });
    this.panel.addEventListener("click", (event) => {
      const link = around(event, "a");
      if (link instanceof HTMLAnchorElement) this.#keep(link);
    });
    addEventListener("pageshow", ({ persisted }) => persisted && this.close());
  }

  /** Show the panel. */
  open() {
    if (!this.dialog.open()) return;
    this.input.focus();
    if (this.panel.childElementCount === 0) this.#show();
  }

  /** Hide the panel; the focus goes back to where it came from. */
  close() {
    if (!this.dialog.close()) return;
    this.enter = false;
    clearTimeout(this.saying);
    this.#address("");
    (this.opener.checkVisibility() ? this.opener : this.input).focus();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.isComposing) return;
    if (event.key === "Escape" && this.dialog.isOpen) {
      event.preventDefault();
      this.close();
      return;
    }
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (!step) return;
    event.preventDefault();
    this.open();
    const stops = [this.input, ...all("a, button", HTMLElement, this.panel)];
    const at = stops.findIndex((stop) => stop.matches(":focus"));
    stops[Math.max(0, Math.min(stops.length - 1, at + step))].focus();
  }

  #type() {
    this.open();
    this.limit = PAGE;
    this.enter = false;
    this.#show();
  }

  async #show() {
    const asked = ++this.asked;
    const query = this.input.value;
    const current = () => asked === this.asked;
    this.settled = false;
    try {
      const given = await this.#given();
      if (!/[\p{L}\p{N}]/u.test(query)) {
        if (!current()) return;
        this.panel.replaceChildren(doorList(given.doors, this.base));
        this.#kept(current).catch(() => {}); // The doors are there all the same.
        this.#say("");
        return;
      }
      const found = await this.search.search(query, this.limit, this.from);
      if (!current()) return;
      this.#results(given, query, found, { search: this.search, base: this.base, language: null, current });
    } catch {
      if (!current()) return;
      delete this.panel.dataset.loading;
      const { failed = "" } = this.box.dataset;
      this.panel.replaceChildren(element("p", { class: "finding-note" }, failed));
      this.#say(failed);
    } finally {
      if (current()) {
        this.settled = true;
        this.#enter();
      }
    }
  }

  /** What the index has for the box; the panel shows that it is waited for. */
  async #given() {
    if (!this.given) {
      this.panel.dataset.loading = "";
      this.given = await this.search.ready();
      delete this.panel.dataset.loading;
    }
    return this.given;
  }

  /**
   * Before the doors: the cards that the reader keeps.
   * @param {Current} current
   */
  async #kept(current) {
    if (!keepsCards()) return;
    const { lists } = await import("../desk/mine.js");
    const kept = await lists();
    if (kept && current()) this.panel.prepend(kept);
  }

  /**
   * The results, or what helps where there are none.
   * @param {Ready} given
   * @param {string} query
   * @param {Answer} found
   * @param {Settings} settings
   */
  #results(given, query, found, settings) {
    const { search, base, language, current } = settings;
    const { words } = given;
    if (found.total === 0) {
      this.#nothing(given, query, found.nearest, current);
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
    this.panel.replaceChildren(
      element("p", { class: "finding-count" }, count),
      ...notes.map((note) => element("p", { class: "finding-note" }, note)),
      list,
    );
    if (found.total > found.results.length && !language) {
      const more = element("button", { type: "button", class: "finding-more", click: () => this.#more() }, words.more);
      this.panel.append(more);
    }
    this.panel.scrollTop = this.limit > PAGE ? this.panel.scrollTop : 0;
    this.#say([count, ...notes].join(" "));
    if (!found.isWhole) this.#complete(given, query, settings);
    else setTimeout(() => current() && this.#details(query, found, items, { search, base, words, current }), BREATH);
  }

  /**
   * When the rest of the index has come: what is shown stays in its place, what else was found follows.
   * @param {Ready} given
   * @param {string} query
   * @param {Settings} settings
   */
  async #complete(given, query, settings) {
    const links = () => all("li a", HTMLElement, this.panel);
    try {
      const found = await settings.search.complete(query, this.limit, this.from);
      if (!settings.current()) return;
      const { scrollTop } = this.panel;
      const at = links().findIndex((link) => link.matches(":focus"));
      this.#results(given, query, found, settings);
      this.panel.scrollTop = scrollTop;
      links()[at]?.focus({ preventScroll: true });
    } catch (error) {
      console.warn(error); // What was found first is right all the same.
    }
  }

  /**
   * @param {string} query
   * @param {Answer} found
   * @param {HTMLElement[]} items
   * @param {Omit<Settings, "language"> & {words: Ready["words"]}} settings
   */
  async #details(query, found, items, { search, base, words, current }) {
    try {
      const details = await search.details(query);
      if (details && current()) detail(items, found.results, details, { base, words });
    } catch (error) {
      console.warn(error); // Without excerpts the results are still right.
    }
  }

  async #more() {
    const shown = this.panel.querySelectorAll("li").length;
    this.limit += PAGE;
    const { scrollTop } = this.panel;
    await this.#show();
    this.panel.scrollTop = scrollTop;
    all("li a", HTMLElement, this.panel)[shown]?.focus({ preventScroll: true });
  }

  /**
   * @param {Ready} given
   * @param {string} query
   * @param {string[]} nearest
   * @param {Current} current
   */
  #nothing(given, query, nearest, current) {
    const { words, doors } = given;
    const none = fill(words.none, { query: query.trim() });
    const parts = [element("p", { class: "finding-count" }, none)];
    if (nearest.length > 0) {
      const buttons = nearest.map((word) => element("button", { type: "button", click: () => this.#take(word) }, word));
      parts.push(element("p", { class: "finding-nearest" }, words.nearest, " ", ...buttons));
    }
    const also = element("p", { class: "finding-also" });
    this.panel.replaceChildren(...parts, also, this.#help(given, none), doorList(doors, this.base, words.doors));
    this.#say(none);
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
    for (const language of this.languages.filter((code) => code !== this.language)) {
      const base = folder(language);
      const search = connect(base);
      const count = await search.count(query).catch(() => 0);
      if (!current()) return;
      if (count === 0) continue;
      const text = fill(given.words[`also-${language}`], { count });
      const show = async () => {
        const found = await search.search(query, PAGE);
        if (current()) this.#results(given, query, found, { search, base, language, current });
        maybe("li a", HTMLElement, this.panel)?.focus();
      };
      place.append(element("button", { type: "button", click: show }, text));
    }
  }

  /** @param {string} word */
  #take(word) {
    this.input.value = word;
    this.input.focus();
    this.#type();
  }

  /** Open the first result, as soon as there is one. */
  submit() {
    this.enter = true;
    this.#enter();
  }

  #enter() {
    if (!this.enter || !this.settled) return;
    this.enter = false;
    const first = maybe("ol a", HTMLAnchorElement, this.panel);
    if (!first) return;
    this.#keep(first);
    location.assign(first.href);
  }

  /**
   * Before a result is opened: keep the way through what was found, for call mode, and give the page back.
   * @param {HTMLAnchorElement} link
   */
  #keep(link) {
    const urls = all("li.card a", HTMLAnchorElement, this.panel).map(({ href }) => href);
    if (urls.length > 0) keepFound(urls, this.input.value.trim());
    if (new URL(link.href).pathname === location.pathname) this.close();
  }

  /**
   * While the search is open its words stand in the address, so that what was found can be shared.
   * @param {string} words
   */
  #address(words) {
    const url = new URL(location.href);
    if ((url.searchParams.get("q") ?? "") === words) return;
    if (words) url.searchParams.set("q", words);
    else url.searchParams.delete("q");
    history.replaceState(history.state, "", url);
  }

  /** @param {string} text */
  #say(text) {
    clearTimeout(this.saying);
    this.saying = setTimeout(() => {
      this.status.textContent = text;
      if (this.dialog.isOpen) this.#address(this.input.value.trim());
    }, PAUSE);
  }
}
