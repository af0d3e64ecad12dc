// A card while a customer waits: each phrase can be copied, the same phrase shows in the other
// languages, and call mode leaves nothing on the screen but what the conversation needs.
//
// The words and controls stand in the page (partials/page-end.html); here they come to life.

import { callMode } from "./call.js";
import { copyable, copyableReply, copyOnClick, phraseOf, status, tell } from "./phrases.js";

const ALSO = "handbook.also";
const PINS = "handbook.pins";
const RECENT = "handbook.recent";
const NOTES = "handbook.notes";
// So many of the last cards are kept.
const LAST = 8;
const list = document.querySelector("#say + ul");
const tools = document.querySelector(".tools");

function kept(key) {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}

function remembered() {
  try {
    return JSON.parse(localStorage.getItem(ALSO) ?? "[]");
  } catch {
    return [];
  }
}

/** Show or hide a language's phrases below ours, each below the one it says. */
function show(language, shown) {
  const others = document.querySelectorAll(`.said ul[lang="${language}"] > li`);
  for (const [index, item] of [...list.children].entries()) {
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
  tools.querySelector(`[data-language="${language}"]`).setAttribute("aria-pressed", String(shown));
}

function toggle(button, shown = button.getAttribute("aria-pressed") !== "true") {
  show(button.dataset.language, shown);
  try {
    const codes = [...tools.querySelectorAll('[data-language][aria-pressed="true"]')].map((b) => b.dataset.language);
    localStorage.setItem(ALSO, JSON.stringify(codes));
  } catch {
    // It is not remembered then.
  }
}

/** One key goes through the languages: the first, the second, all, none. */
function nextLanguages() {
  const buttons = [...tools.querySelectorAll("[data-language]")];
  const pressed = buttons.map((button) => button.getAttribute("aria-pressed") === "true");
  const number = pressed.reduce((sum, on, bit) => sum + (on ? 2 ** bit : 0), 0);
  const following = (number + 1) % 2 ** buttons.length;
  for (const [bit, button] of buttons.entries()) toggle(button, Boolean(following & (2 ** bit)));
}

/** Tell whoever asks that a card did not help: the section in the address, and the words that led here. */
function reported(link) {
  const { template, title } = link.dataset;
  const part = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
  let query;
  try {
    const { urls, words } = JSON.parse(sessionStorage.getItem("handbook.found") ?? "{}");
    if (urls?.some((url) => new URL(url, location.href).pathname === location.pathname)) query = words;
  } catch {
    // It is told without the words.
  }
  const section = part?.matches("h2, h3") ? ` › ${part.firstChild.textContent.trim()}` : "";
  return template.replace("{title}", encodeURIComponent(`${title}${section}${query ? ` [${query}]` : ""}`));
}

/** The copy button that a key means: the one with the focus, else the first. */
function current() {
  return document.activeElement?.closest?.(".copy") ?? list.querySelector(".copy");
}

/** What the reader keeps of this card; the scripts for it are loaded when there is something to do. */
function keeping() {
  const { slug } = document.querySelector("#content").dataset;
  const [pin, note] = tools.querySelectorAll(".pin, .note");
  const load = () => import(new URL("./desk/note.js", import.meta.url));
  pin.setAttribute("aria-pressed", String(kept(PINS).split(" ").includes(slug)));
  pin.addEventListener("click", () => load().then((desk) => desk.pin(pin)));
  note.addEventListener("click", () => load().then((desk) => desk.editNote(note)));
  if (kept(NOTES).includes(`"${slug}"`)) load().then((desk) => desk.showNote());
  const others = kept(RECENT).split(" ").filter((other) => other && other !== slug);
  try {
    localStorage.setItem(RECENT, [slug, ...others].slice(0, LAST).join(" "));
  } catch {
    // It is not among the last ones then.
  }
}

function start() {
  for (const item of list.children) {
    const line = document.createElement("div");
    line.className = "own";
    copyable(line, item);
    item.replaceChildren(line);
  }
  list.after(tools);
  tools.hidden = false;
  const trust = document.querySelector(".trust");
  if (trust) tools.after(trust);
  document.querySelector(".said")?.setAttribute("hidden", "");
  for (const code of remembered()) {
    if (tools.querySelector(`[data-language="${CSS.escape(code)}"]`)) show(code, true);
  }

  copyOnClick(list);
  for (const reply of document.querySelectorAll("#write ~ blockquote")) {
    // The heading without the link beside it.
    copyableReply(reply, reply.previousElementSibling.firstChild.textContent.trim());
    copyOnClick(reply.nextElementSibling);
  }
  tools.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button?.dataset.language) toggle(button);
    if (button?.classList.contains("print")) print();
  });
  // Only while a phrase has the focus: no key is caught anywhere else.
  list.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const buttons = [...list.querySelectorAll(".copy")];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      const goal = buttons[buttons.indexOf(document.activeElement) + step];
      if (!goal) return;
      goal.focus();
    } else if (event.key.toLowerCase() === "l" && tools.querySelector("[data-language]")) {
      nextLanguages();
    } else {
      return;
    }
    event.preventDefault();
  });
  // Copying with nothing selected takes the phrase with the focus, or the first one.
  document.addEventListener("copy", (event) => {
    if (!getSelection().isCollapsed || event.target.closest?.("input, textarea, [contenteditable]")) return;
    const button = current();
    event.clipboardData.setData("text/plain", phraseOf(button));
    event.preventDefault();
    tell(button, true);
  });
  keeping();
  const report = document.querySelector("a.report");
  // Nothing goes out by itself: the link opens a form or a mail, which the reader sends.
  report?.addEventListener("click", () => (report.href = reported(report)));
  callMode(status, () => list.querySelector(".copy"));
}

if (list && tools) start();
