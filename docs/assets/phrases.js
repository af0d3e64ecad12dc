// Phrases that can be copied, on cards and in the phrasebook: each gets a button, and what was copied
// is told. The words stand in the page (partials/page-end.html).

import { all, around, maybe, one } from "./dom.js";
import { plainSpaces } from "./reading.js";

const SAID = 6000;

/** What tells the reader that something was copied; call mode takes it along. */
export const status = one(".status", HTMLElement);
let silence = 0;
/** How many phrases in other languages have a button. */
let foreign = 0;

/**
 * Say something for a while to whoever looks and to whoever listens.
 * @param {string} text
 */
export function say(text) {
  // The same words twice in a row would not be read out twice.
  status.textContent = "";
  requestAnimationFrame(() => {
    status.textContent = text;
  });
  clearTimeout(silence);
  silence = setTimeout(() => {
    status.textContent = "";
  }, SAID);
}

/**
 * What is spoken, without the quotation marks around it: „Dzień dobry”. becomes Dzień dobry.
 * @param {string} text
 */
export function spoken(text) {
  return plainSpaces(text)
    .trim()
    .replace(/^[„“"]/, "")
    .replace(/[”“"](\.?)$/, "$1");
}

/**
 * A copy button; its name says what it copies.
 * @param {string} name
 */
function copyButton(name) {
  const template = one("template#copy", HTMLTemplateElement);
  const button = document.importNode(one("button", HTMLButtonElement, template.content), true);
  button.setAttribute("aria-label", (button.getAttribute("aria-label") ?? "").replace("{phrase}", name));
  return button;
}

/**
 * Let a button's name say a phrase in another language; in an attribute it would be read as the page's.
 * @param {HTMLElement} button
 * @param {HTMLElement} phrase
 * @param {string} language
 */
function named(button, phrase, language) {
  foreign += 1;
  const name = document.createElement("span");
  Object.assign(name, { id: `phrase-${foreign}`, lang: language, hidden: true });
  name.textContent = spoken(phrase.textContent ?? "");
  button.id = `copy-${foreign}`;
  button.setAttribute("aria-labelledby", `${button.id} ${name.id}`);
  button.append(name);
}

/**
 * Put the phrase that another element holds, and its copy button, into an element.
 * @param {HTMLElement} element
 * @param {Element} source
 * @param {string} [language]
 */
export function copyable(element, source, language) {
  const phrase = document.createElement("span");
  phrase.className = "spoken";
  phrase.append(...[...source.childNodes].map((node) => node.cloneNode(true)));
  const button = copyButton(language ? "" : spoken(phrase.textContent));
  if (language) {
    phrase.lang = language;
    named(button, phrase, language);
  }
  element.replaceChildren(phrase, button);
}

/**
 * Put a copy button after a written reply, under the name of its heading.
 * @param {Element} reply
 * @param {string} name
 * @returns {HTMLElement} the line with the button.
 */
export function copyableReply(reply, name) {
  const button = copyButton(name);
  button.dataset.name = name;
  const line = document.createElement("p");
  line.className = "reply-copy";
  line.append(button);
  reply.after(line);
  return line;
}

/**
 * A text as it is pasted: lines stay lines, and what has to be replaced stands in brackets.
 * @param {Element} element
 */
function pasted(element) {
  const copy = document.importNode(element, true);
  for (const slot of copy.querySelectorAll(".slot")) slot.textContent = `[${slot.textContent}]`;
  for (const node of copy.querySelectorAll("br")) node.replaceWith("\n");
  const paragraphs = all("p", HTMLElement, copy);
  const parts = paragraphs.length ? paragraphs : [copy];
  /** @param {string} text */
  const lines = (text) =>
    plainSpaces(text)
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean);
  return parts.map((part) => lines(part.textContent ?? "").join("\n")).join("\n\n");
}

/**
 * The element that holds what a copy button copies.
 * @param {HTMLElement} button
 */
function sourceOf(button) {
  return (button.dataset.name ? button.parentElement : button)?.previousElementSibling;
}

/**
 * What a copy button copies.
 * @param {HTMLElement} button
 */
export function phraseOf(button) {
  const source = sourceOf(button);
  const text = source ? pasted(source) : "";
  return button.dataset.name ? text : spoken(text);
}

/**
 * Say that a button's phrase was copied, or was not.
 * @param {HTMLElement} button
 * @param {boolean} copied
 */
export function tell(button, copied) {
  const { copied: done = "", failed = "", name } = button.dataset;
  say(copied ? done.replace("{phrase}", name ?? phraseOf(button)) : failed);
}

/**
 * Let the copy buttons in an element copy, those too that come later.
 * @param {HTMLElement} element
 */
export function copyOnClick(element) {
  element.addEventListener("click", async (event) => {
    const button = around(event, ".copy");
    if (!button) return;
    try {
      // Over plain http there is no clipboard, and in a frame it may be refused: an error like any other.
      await navigator.clipboard.writeText(phraseOf(button));
      tell(button, true);
    } catch {
      const { copySelected } = await import("./copying.js");
      const source = sourceOf(button);
      tell(button, source instanceof Element && copySelected(source, phraseOf(button)));
    }
  });
}

/** The first copy button in an element, or null. @param {ParentNode} within */
export const firstCopy = (within) => maybe(".copy", HTMLElement, within);
