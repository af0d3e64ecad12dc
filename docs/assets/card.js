// A card while a customer waits: each phrase can be copied, the same phrase shows in the other
// languages, and call mode leaves nothing on the screen but what the conversation needs.
//
// The words and controls stand in the page (partials/page-end.html); here they come to life.

import { callMode } from "./call.js";
import { all, around, maybe, one } from "./dom.js";
import { copyable, copyableReply, copyOnClick, firstCopy, phraseOf, status, tell } from "./phrases.js";
import { KEYS, keep, kept, lastFound, parsed, texts } from "./storage.js";

// So many of the last cards are kept.
const LAST = 8;
const PRESSED = "aria-pressed";

/** A card's phrases with the tools below them. */
class Phrases {
  /**
   * @param {HTMLElement} list
   * @param {HTMLElement} tools
   */
  constructor(list, tools) {
    this.list = list;
    this.tools = tools;
    this.buttons = all("button[data-language]", HTMLButtonElement, tools);
    for (const item of list.children) {
      const line = document.createElement("div");
      line.className = "own";
      copyable(line, item);
      item.replaceChildren(line);
    }
    copyOnClick(list);
    const before = texts(parsed(kept(KEYS.also)));
    for (const button of this.buttons) if (before.includes(this.#language(button))) this.#show(button, true);
    // Only while a phrase has the focus: no key is caught anywhere else.
    list.addEventListener("keydown", (event) => this.#key(event));
  }

  /** @param {HTMLElement} button */
  #language(button) {
    return button.dataset.language ?? "";
  }

  /** @param {HTMLElement} button */
  #isPressed(button) {
    return button.getAttribute(PRESSED) === "true";
  }

  /**
   * Show or hide a language's phrases below ours, each below the one it says.
   * @param {HTMLElement} button
   * @param {boolean} shown
   */
  #show(button, shown) {
    const language = this.#language(button);
    const others = all(`.said ul[lang="${language}"] > li`, HTMLElement);
    for (const [index, item] of [...this.list.children].entries()) {
      const there = item.querySelector(`:scope > [data-language="${language}"]`);
      if (!shown) {
        there?.remove();
      } else if (!there && others[index]) {
        const line = document.createElement("div");
        line.className = "other";
        line.dataset.language = language;
        copyable(line, others[index], language);
        item.append(line);
      }
    }
    button.setAttribute(PRESSED, String(shown));
  }

  /**
   * @param {HTMLElement} button
   * @param {boolean} [shown]
   */
  toggle(button, shown = !this.#isPressed(button)) {
    this.#show(button, shown);
    const codes = this.buttons.filter((other) => this.#isPressed(other)).map((other) => this.#language(other));
    keep(KEYS.also, JSON.stringify(codes));
  }

  /** One key goes through the languages: the first, the second, all, none. */
  #next() {
    const number = this.buttons.reduce((sum, button, bit) => sum + (this.#isPressed(button) ? 2 ** bit : 0), 0);
    const following = (number + 1) % 2 ** this.buttons.length;
    for (const [bit, button] of this.buttons.entries()) this.toggle(button, Boolean(following & (2 ** bit)));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step) {
      const buttons = all(".copy", HTMLElement, this.list);
      const goal = buttons[buttons.findIndex((button) => button.matches(":focus")) + step];
      if (!goal) return;
      goal.focus();
    } else if (event.key.toLowerCase() === "l" && this.buttons.length > 0) {
      this.#next();
    } else {
      return;
    }
    event.preventDefault();
  }

  /** The copy button that a key means: the one with the focus, else the first. */
  current() {
    const focused = document.activeElement?.closest(".copy");
    return focused instanceof HTMLElement ? focused : firstCopy(this.list);
  }
}

/**
 * Tell whoever asks that a card did not help: the section in the address, and the words that led here.
 * @param {HTMLAnchorElement} link
 */
function reported(link) {
  const { template = "", title } = link.dataset;
  const part = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
  const { paths, words } = lastFound();
  const query = paths.includes(location.pathname) ? words : "";
  const section = part?.matches("h2, h3") ? ` › ${part.firstChild?.textContent?.trim()}` : "";
  return template.replace("{title}", encodeURIComponent(`${title}${section}${query ? ` [${query}]` : ""}`));
}

/**
 * What the reader keeps of this card; the scripts for it are loaded when there is something to do.
 * @param {HTMLElement} tools
 */
function keeping(tools) {
  const { slug = "" } = one("#content", HTMLElement).dataset;
  const pin = one(".pin", HTMLElement, tools);
  const note = one(".note", HTMLElement, tools);
  const load = async () => await import("./desk/note.js");
  pin.setAttribute(PRESSED, String(kept(KEYS.pins).split(" ").includes(slug)));
  pin.addEventListener("click", async () => (await load()).pin(pin));
  note.addEventListener("click", async () => (await load()).editNote(note));
  if (kept(KEYS.notes).includes(`"${slug}"`)) load().then((desk) => desk.showNote());
  // Whatever else stands there is left out by those who read it (desk/store.js).
  const others = kept(KEYS.recent).split(" ");
  keep(KEYS.recent, [...new Set([slug, ...others])].slice(0, LAST).join(" "));
}

/**
 * @param {HTMLElement} list
 * @param {HTMLElement} tools
 */
function start(list, tools) {
  const phrases = new Phrases(list, tools);
  list.after(tools);
  tools.hidden = false;
  const trust = maybe(".trust", HTMLElement);
  if (trust) tools.after(trust);
  maybe(".said", HTMLElement)?.setAttribute("hidden", "");

  for (const reply of all("#write ~ blockquote", HTMLElement)) {
    // The heading without the link beside it.
    copyOnClick(copyableReply(reply, reply.previousElementSibling?.firstChild?.textContent?.trim() ?? ""));
  }
  tools.addEventListener("click", (event) => {
    const button = around(event, "button");
    if (button?.dataset.language) phrases.toggle(button);
    if (button?.classList.contains("print")) print();
  });
  // Copying with nothing selected takes the phrase with the focus, or the first one.
  document.addEventListener("copy", (event) => {
    if (!getSelection()?.isCollapsed || around(event, "input, textarea, [contenteditable]")) return;
    const button = phrases.current();
    if (!button || !event.clipboardData) return;
    event.clipboardData.setData("text/plain", phraseOf(button));
    event.preventDefault();
    tell(button, true);
  });
  keeping(tools);
  const report = maybe("a.report", HTMLAnchorElement);
  // Nothing goes out by itself: the link opens a form or a mail, which the reader sends.
  report?.addEventListener("click", () => {
    report.href = reported(report);
  });
  callMode(status, () => one(".copy", HTMLElement, list));
}

const list = maybe("#say + ul", HTMLElement);
const tools = maybe(".tools", HTMLElement);
if (list && tools) start(list, tools);
