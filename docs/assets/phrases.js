// Phrases that can be copied, on cards and in the phrasebook: each gets a button, and what was copied
// is told. The words stand in the page (partials/page-end.html).

import { plainSpaces } from "./reading.js";

/** What tells the reader that something was copied; call mode takes it along. */
export const status = document.querySelector(".status");

/** What is spoken, without the quotation marks around it: „Dzień dobry”. becomes Dzień dobry. */
export function spoken(text) {
  return plainSpaces(text)
    .trim()
    .replace(/^[„“"]/, "")
    .replace(/[”“"](\.?)$/, "$1");
}

/** A copy button; its name says what it copies. */
function copyButton(name) {
  const button = document.querySelector("template#copy").content.firstElementChild.cloneNode(true);
  button.setAttribute("aria-label", button.getAttribute("aria-label").replace("{phrase}", name));
  return button;
}

/** Put the phrase that another element holds, and its copy button, into an element. */
export function copyable(element, source, language) {
  const phrase = document.createElement("span");
  phrase.className = "spoken";
  phrase.append(...[...source.childNodes].map((node) => node.cloneNode(true)));
  if (language) phrase.lang = language;
  element.replaceChildren(phrase, copyButton(spoken(phrase.textContent)));
}

/** Put a copy button after a written reply, under the name of its heading. */
export function copyableReply(reply, name) {
  const button = copyButton(name);
  button.dataset.name = name;
  const line = document.createElement("p");
  line.className = "reply-copy";
  line.append(button);
  reply.after(line);
}

/** A text as it is pasted: lines stay lines, and what has to be replaced stands in brackets. */
function pasted(element) {
  const copy = element.cloneNode(true);
  for (const slot of copy.querySelectorAll(".slot")) slot.textContent = `[${slot.textContent}]`;
  for (const node of copy.querySelectorAll("br")) node.replaceWith("\n");
  const paragraphs = copy.querySelectorAll("p");
  const texts = paragraphs.length ? [...paragraphs] : [copy];
  const lines = (text) => plainSpaces(text).split("\n").map((line) => line.trim()).filter(Boolean);
  return texts.map((text) => lines(text.textContent).join("\n")).join("\n\n");
}

/** What a copy button copies. */
export function phraseOf(button) {
  if (!button.dataset.name) return spoken(pasted(button.previousElementSibling));
  return pasted(button.parentElement.previousElementSibling);
}

/** Say to whoever looks and to whoever listens that a button's phrase was copied, or was not. */
export function tell(button, copied) {
  const { dataset } = button;
  const text = copied ? dataset.copied.replace("{phrase}", dataset.name ?? phraseOf(button)) : dataset.failed;
  // The same words twice in a row would not be read out twice.
  status.textContent = "";
  requestAnimationFrame(() => (status.textContent = text));
  clearTimeout(tell.timer);
  tell.timer = setTimeout(() => (status.textContent = ""), 6000);
}

/** Let the copy buttons in an element copy, those too that come later. */
export function copyOnClick(element) {
  element.addEventListener("click", (event) => {
    const button = event.target.closest(".copy");
    if (!button) return;
    const done = (copied) => tell(button, copied);
    // Over plain http there is no clipboard.
    if (!navigator.clipboard) done(false);
    else navigator.clipboard.writeText(phraseOf(button)).then(() => done(true), () => done(false));
  });
}
