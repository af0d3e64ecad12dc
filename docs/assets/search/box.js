// The search box: typing, results, keyboard, and what is said to a screen reader. It is loaded when the
// reader turns to the search for the first time, see overrides/partials/search.html.

import { all, around, maybe, one } from "../dom.js";
import { keepFound } from "../storage.js";
import { connect } from "./client.js";
import { Dialog } from "./dialog.js";
import { PAGE, PAUSE, Panel } from "./panel.js";

const root = document.documentElement;
const site = new URL(one(".finding", HTMLElement).dataset.base ?? "", location.href);
/** @param {string} language */
const folder = (language) => new URL(`${language}/`, site).href;

/** @import { Ready } from "./service.js" */

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
    this.base = folder(root.lang);
    // The folder of this page is its kind: who edits looks for editing pages.
    this.from = location.href.slice(this.base.length).split("/").slice(0, -1)[0] ?? "";
    this.search = connect(this.base);
    this.shown = new Panel(this.panel, (box.dataset.languages ?? "").split(" "), this.from, folder, {
      say: (text) => this.#say(text),
      take: (word) => this.#take(word),
      more: () => this.#more(),
    });
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
        this.shown.doors(given, current);
        return;
      }
      const { search, base, limit } = this;
      const found = await search.search(query, limit, this.from);
      if (!current()) return;
      this.shown.results(given, found, { query, limit, search, base, language: null, current });
    } catch {
      if (!current()) return;
      delete this.panel.dataset.loading;
      this.shown.failed(this.box.dataset.failed ?? "");
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

  async #more() {
    const shown = this.panel.querySelectorAll("li").length;
    this.limit += PAGE;
    const { scrollTop } = this.panel;
    await this.#show();
    this.panel.scrollTop = scrollTop;
    all("li a", HTMLElement, this.panel)[shown]?.focus({ preventScroll: true });
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
