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

/** Put a phrase and its copy button into an element. */
export function copyable(element, text, language) {
  const phrase = document.createElement("span");
  phrase.className = "spoken";
  phrase.textContent = text;
  if (language) phrase.lang = language;
  const button = document.querySelector("template#copy").content.firstElementChild.cloneNode(true);
  const label = button.getAttribute("aria-label");
  button.setAttribute("aria-label", label.replace("{phrase}", spoken(text)));
  element.replaceChildren(phrase, button);
}

/** The phrase that a copy button is for. */
export function phraseOf(button) {
  return spoken(button.previousElementSibling.textContent);
}

/** Say to whoever looks and to whoever listens that a button's phrase was copied, or was not. */
export function tell(button, copied) {
  const { dataset } = button;
  const text = copied ? dataset.copied.replace("{phrase}", phraseOf(button)) : dataset.failed;
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
