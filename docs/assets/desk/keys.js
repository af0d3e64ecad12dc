// What each key does, and the list of them; loaded by handbook.js with the first key that is pressed.
//
// A key does nothing where what it is for is not on the page, or is covered by a dialog.

import { element, styled, words } from "./words.js";

// handbook.js reads it: the keys that are switched off, as one text.
const OFF = "handbook.keys-off";
const PHRASES = ".own > .copy, .phrase > .copy, .reply-copy > .copy";

const find = (selector) => document.querySelector(selector);

/** The copy buttons that can be seen: within the open dialog, or on the page. */
function phrases() {
  const within = find("dialog[open]") ?? document;
  return [...within.querySelectorAll(PHRASES)].filter((button) => button.checkVisibility());
}

/** The place among the phrases that the focus is at; -1 where it is at none. */
function place(buttons) {
  const line = (button) => button.closest("li, .phrase, .reply-copy");
  return buttons.findIndex((button) => line(button)?.contains(document.activeElement));
}

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
  const dialog = find("dialog.call");
  (dialog?.open ? dialog.querySelector(".call-leave") : find(".call-open"))?.click();
}

function language() {
  const list = find("#languages");
  if (!list || find("dialog[open]")) return;
  list.showPopover?.();
  const links = [...list.querySelectorAll("a")];
  const at = links.findIndex((link) => link.ariaCurrent === "true");
  links[(at + 1) % links.length].focus();
}

/** The keys in the order of the list, with the names of their words and what they do. */
const ACTIONS = {
  "/": ["search"], // handbook.js does it.
  j: ["next", () => step(1)],
  k: ["previous", () => step(-1)],
  c: ["copy", copy],
  r: ["call", call],
  g: ["language", language],
  "?": ["list", () => list()],
};

/** Do what a key is for. */
export function press(key) {
  // The open search covers the page.
  if (find(".finding[data-open]")) return;
  if (find("dialog.keys[open]")) return;
  ACTIONS[key]?.[1]?.();
}

function switched(key, on) {
  try {
    const off = (localStorage.getItem(OFF) ?? "").replaceAll(key, "");
    if (on && !off) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, on ? off : off + key);
    return true;
  } catch {
    return false;
  }
}

function isOn(key) {
  try {
    return !(localStorage.getItem(OFF) ?? "").includes(key);
  } catch {
    return true;
  }
}

/** Show the list, in which each key can be switched off. */
export async function list() {
  styled();
  const said = (await words()).keys;
  if (find("dialog.keys")) return;
  const note = element("p", { role: "status" });
  const rows = Object.entries(ACTIONS).map(([key, [name]]) => {
    const box = element("input", {
      type: "checkbox",
      checked: isOn(key),
      change: () => (note.textContent = switched(key, box.checked) ? "" : said.refused),
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
  dialog.querySelector(".desk-close").focus();
}
