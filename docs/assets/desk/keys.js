// What each key does, and the list of them; loaded by handbook.js with the first key that is pressed.
//
// A key does nothing where what it is for is not on the page, or is covered by a dialog.

import { all, maybe, one } from "../dom.js";
import { element } from "../element.js";
import { KEYS, keep, kept } from "../storage.js";
import { styled, words } from "./words.js";

const PHRASES = ".own > .copy, .phrase > .copy, .reply-copy > .copy";

/** @param {string} selector */
const find = (selector) => maybe(selector, HTMLElement);

/** The copy buttons that can be seen: within the open dialog, or on the page. */
function phrases() {
  const within = find("dialog[open]") ?? document;
  return all(PHRASES, HTMLElement, within).filter((button) => button.checkVisibility());
}

/**
 * The place among the phrases that the focus is at; -1 where it is at none.
 * @param {HTMLElement[]} buttons
 */
function place(buttons) {
  return buttons.findIndex((button) => button.closest("li, .phrase, .reply-copy")?.contains(document.activeElement));
}

/** @param {number} by */
function step(by) {
  const buttons = phrases();
  const at = place(buttons);
  // From nowhere the first is the next one that can be seen without scrolling back.
  const top = find("dialog[open]") ? 0 : (find(".md-header")?.getBoundingClientRect().bottom ?? 0);
  const seen = buttons.findIndex((button) => button.getBoundingClientRect().top >= top);
  const goal = at < 0 ? Math.max(seen, 0) : at + by;
  buttons[goal]?.focus();
}

function copy() {
  const buttons = phrases();
  (buttons[place(buttons)] ?? buttons[0])?.click();
}

function call() {
  const dialog = maybe("dialog.call", HTMLDialogElement);
  (dialog?.open ? maybe(".call-leave", HTMLElement, dialog) : find(".call-open"))?.click();
}

function language() {
  const list = find("#languages");
  if (!list || find("dialog[open]")) return;
  list.showPopover?.();
  const links = all("a", HTMLAnchorElement, list);
  const at = links.findIndex((link) => link.ariaCurrent === "true");
  links[(at + 1) % links.length].focus();
}

/**
 * The keys in the order of the list, with the names of their words and what they do.
 * @type {Map<string, {name: string, act?: () => void}>}
 */
const ACTIONS = new Map([
  ["/", { name: "search" }], // handbook.js does it.
  ["j", { name: "next", act: () => step(1) }],
  ["k", { name: "previous", act: () => step(-1) }],
  ["c", { name: "copy", act: copy }],
  ["r", { name: "call", act: call }],
  ["g", { name: "language", act: language }],
  ["?", { name: "list", act: () => list() }],
]);

/**
 * Do what a key is for.
 * @param {string} key
 */
export function press(key) {
  // The open search covers the page.
  if (find(".finding[data-open]")) return;
  if (find("dialog.keys[open]")) return;
  ACTIONS.get(key)?.act?.();
}

/** The keys that are switched off, as one text; handbook.js reads it. */
const off = () => kept(KEYS.keysOff);

/**
 * Switch a key on or off; false where that cannot be kept.
 * @param {string} key
 * @param {boolean} on
 */
function switched(key, on) {
  const others = off().replaceAll(key, "");
  return keep(KEYS.keysOff, on ? others : others + key);
}

/** Show the list, in which each key can be switched off. */
export async function list() {
  styled();
  const said = (await words()).keys;
  if (find("dialog.keys")) return;
  const note = element("p", { role: "status" });
  const rows = [...ACTIONS].map(([key, { name }]) => {
    const box = element("input", {
      type: "checkbox",
      checked: !off().includes(key),
      change: () => {
        note.textContent = switched(key, box.checked) ? "" : said.refused;
      },
    });
    return element("li", {}, element("label", {}, box, element("span", {}, said[name]), element("kbd", {}, key)));
  });
  const dialog = element(
    "dialog",
    { class: "desk keys md-typeset", "aria-labelledby": "keys-title", close: () => dialog.remove() },
    element("h2", { id: "keys-title" }, said.title),
    element("p", {}, said.note),
    element("ul", {}, ...rows),
    note,
    element("button", { type: "button", class: "desk-close", click: () => dialog.close() }, said.close),
  );
  document.body.append(dialog);
  dialog.showModal();
  one(".desk-close", HTMLElement, dialog).focus();
}
