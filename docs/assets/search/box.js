// The search box: typing, results, keyboard, and what is said to a screen reader. It is loaded when the
// reader turns to the search for the first time, see overrides/partials/search.html.

import { connect } from "./client.js";
import { Dialog } from "./dialog.js";
import { counted, detail, doorList, element, fill, item } from "./results.js";

const PAGE = 10;
// A count is read aloud when typing pauses, not after each letter.
const PAUSE = 600;
// Excerpts wait for a shorter pause: whoever types on needs the next results first.
const BREATH = 100;
// Read by call mode: where "next card" leads after a search.
const FOUND = "handbook.found";

const root = document.documentElement;
const site = new URL(document.querySelector(".finding").dataset.base, location.href);
const folder = (language) => new URL(`${language}/`, site).href;

/**
 * Make a search box work.
 * @param {HTMLElement} box the element `.finding`.
 */
export function start(box) {
  return new Box(box);
}

class Box {
  constructor(box) {
    this.box = box;
    this.form = box.querySelector("form");
    this.input = box.querySelector("input");
    this.panel = box.querySelector(".finding-panel");
    this.status = box.querySelector("[role=status]");
    this.opener = box.querySelector(".finding-open");
    this.languages = box.dataset.languages.split(" ");
    this.language = root.lang;
    this.base = folder(this.language);
    // The folder of this page is its kind: who edits looks for editing pages.
    this.from = location.href.slice(this.base.length).split("/").slice(0, -1)[0] ?? "";
    this.search = connect(this.base);
    this.limit = PAGE;
    this.asked = 0;
    this.dialog = new Dialog(box, this.form.parentElement);
    this.#listen();
    // The index and the first letters travel at the same time.
    this.search.ready().catch(() => {});
    if (this.input.value) this.#type();
    else if ("open" in box.dataset) this.open();
  }

  #listen() {
    const { input, box } = this;
    input.addEventListener("input", () => this.#type());
    box.querySelector(".finding-close").addEventListener("click", () => this.close());
    box.querySelector(".finding-clear").addEventListener("click", () => {
      input.value = "";
      input.focus();
      this.#type();
    });
    box.addEventListener("keydown", (event) => this.#key(event));
    // Beside the box there is only what it covers.
    document.addEventListener("pointerdown", ({ target }) => {
      if (this.dialog.isOpen && !this.form.contains(target) && !this.panel.contains(target)) this.close();
    });
    this.panel.addEventListener("click", ({ target }) => this.#keep(target.closest("a")));
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

  #key(event) {
    if (event.isComposing) return;
    if (event.key === "Escape" && this.dialog.isOpen) {
      event.preventDefault();
      this.close();
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    this.open();
    const stops = [this.input, ...this.panel.querySelectorAll("a, button")];
    const at = stops.indexOf(document.activeElement);
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
      if (!this.words) {
        this.panel.dataset.loading = "";
        const { words, doors, help } = await this.search.ready();
        [this.words, this.doors, this.help] = [words, doors, help];
        delete this.panel.dataset.loading;
      }
      if (!/[\p{L}\p{N}]/u.test(query)) {
        if (!current()) return;
        this.panel.replaceChildren(doorList(this.doors, this.base));
        this.#kept(current).catch(() => {}); // The doors are there all the same.
        this.#say("");
        return;
      }
      const found = await this.search.search(query, this.limit, this.from);
      if (!current()) return;
      this.#results(query, found, { search: this.search, base: this.base, language: null, current });
    } catch {
      if (!current()) return;
      delete this.panel.dataset.loading;
      this.panel.replaceChildren(element("p", { class: "finding-note" }, this.box.dataset.failed));
      this.#say(this.box.dataset.failed);
    } finally {
      if (current()) {
        this.settled = true;
        this.#enter();
      }
    }
  }

  /** Before the doors: the cards that the reader keeps. */
  async #kept(current) {
    if (!["pins", "recent", "notes"].some((name) => localStorage.getItem(`handbook.${name}`))) return;
    const { lists } = await import(new URL("../desk/mine.js", import.meta.url));
    const kept = await lists();
    if (kept && current()) this.panel.prepend(kept);
  }

  /** The results, or what helps where there are none. */
  #results(query, found, { search, base, language, current }) {
    const { words } = this;
    if (found.total === 0) {
      this.#nothing(query, found.nearest, current);
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
    setTimeout(() => current() && this.#details(query, found, items, { search, base, current }), BREATH);
  }

  async #details(query, found, items, { search, base, current }) {
    try {
      const details = await search.details(query);
      if (details && current()) detail(items, found.results, details, { base, words: this.words });
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
    this.panel.querySelectorAll("li a")[shown]?.focus({ preventScroll: true });
  }

  #nothing(query, nearest, current) {
    const { words } = this;
    const none = fill(words.none, { query: query.trim() });
    const parts = [element("p", { class: "finding-count" }, none)];
    if (nearest.length > 0) {
      const buttons = nearest.map((word) =>
        element("button", { type: "button", click: () => this.#take(word) }, word),
      );
      parts.push(element("p", { class: "finding-nearest" }, words.nearest, " ", ...buttons));
    }
    const also = element("p", { class: "finding-also" });
    this.panel.replaceChildren(...parts, also, this.#help(none), doorList(this.doors, this.base, words.doors));
    this.#say(none);
    setTimeout(() => current() && this.#elsewhere(query, also, current), PAUSE);
  }

  /** Other ways to a card, and where to tell that the words found nothing; it is the reader who sends it. */
  #help(title) {
    const { ways, report } = this.help;
    const links = ways.map(([name, url]) => element("a", { href: new URL(url, this.base).href }, name));
    if (report) {
      const href = report.replace("{title}", encodeURIComponent(title));
      links.push(element("a", { href, class: "finding-report" }, this.words.report));
    }
    return element("ul", { class: "finding-help" }, ...links.map((link) => element("li", {}, link)));
  }

  /** Where this language has nothing: how much the others have. */
  async #elsewhere(query, place, current) {
    for (const language of this.languages.filter((code) => code !== this.language)) {
      const base = folder(language);
      const search = connect(base);
      const count = await search.count(query).catch(() => 0);
      if (!current()) return;
      if (count === 0) continue;
      const text = fill(this.words[`also-${language}`], { count });
      const show = async () => {
        const found = await search.search(query, PAGE);
        if (current()) this.#results(query, found, { search, base, language, current });
        this.panel.querySelector("li a")?.focus();
      };
      place.append(element("button", { type: "button", click: show }, text));
    }
  }

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
    const first = this.panel.querySelector("ol a");
    if (!first) return;
    this.#keep(first);
    location.assign(first.href);
  }

  /** Before a result is opened: keep the way through what was found, and give the page back. */
  #keep(link) {
    if (!link) return;
    const urls = [...this.panel.querySelectorAll("li.card a")].map(({ href }) => href);
    try {
      if (urls.length > 0) sessionStorage.setItem(FOUND, JSON.stringify({ urls, words: this.input.value.trim() }));
    } catch {
      // Where nothing may be kept, call mode goes through the family.
    }
    if (new URL(link.href).pathname === location.pathname) this.close();
  }

  /** While the search is open its words stand in the address, so that what was found can be shared. */
  #address(words) {
    const url = new URL(location.href);
    if ((url.searchParams.get("q") ?? "") === words) return;
    if (words) url.searchParams.set("q", words);
    else url.searchParams.delete("q");
    history.replaceState(history.state, "", url);
  }

  #say(text) {
    clearTimeout(this.saying);
    this.saying = setTimeout(() => {
      this.status.textContent = text;
      if (this.dialog.isOpen) this.#address(this.input.value.trim());
    }, PAUSE);
  }
}
