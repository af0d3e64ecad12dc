// A card while a customer waits: each phrase can be copied, the same phrase shows in the other
// languages, and call mode leaves nothing on the screen but what the conversation needs.
//
// The words and controls stand in the page (partials/page-end.html); here they come to life.

import { callMode } from "./call.js";
import { copyable, copyableReply, copyOnClick, phraseOf, status, tell } from "./phrases.js";

const ALSO = "handbook.also";
const list = document.querySelector("#say + ul");
const tools = document.querySelector(".tools");

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
    const codes = [...tools.querySelectorAll('[aria-pressed="true"]')].map((b) => b.dataset.language);
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

/** The copy button that a key means: the one with the focus, else the first. */
function current() {
  return document.activeElement?.closest?.(".copy") ?? list.querySelector(".copy");
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
  callMode(status, () => list.querySelector(".copy"));
}

if (list && tools) start();
