// Pin a card and write a note on it. card.js loads this when a button is used, or where a note is kept.

import { maybe, one } from "../dom.js";
import { element } from "../element.js";
import { say } from "../phrases.js";
import { noteOf, read, write } from "./store.js";
import { styled, words } from "./words.js";

const { slug = "" } = one("#content", HTMLElement).dataset;
const tools = one(".tools", HTMLElement);

/**
 * Pin the card, or take the pin off.
 * @param {HTMLElement} button
 */
export async function pin(button) {
  const kept = read();
  const on = !kept.pins.includes(slug);
  const pins = on ? [slug, ...kept.pins] : kept.pins.filter((other) => other !== slug);
  const said = (await words()).mine;
  if (!write({ ...kept, pins })) {
    say(said.refused);
    return;
  }
  button.setAttribute("aria-pressed", String(on));
  say(on ? said["is-pinned"] : said["is-unpinned"]);
}

function place() {
  const found = maybe(".own-note", HTMLElement);
  if (found) return found;
  const made = element("div", { class: "own-note" });
  tools.after(made);
  return made;
}

/** Show the card's note, if there is one. */
export async function showNote() {
  styled();
  const text = noteOf(read(), slug);
  const said = (await words()).mine;
  if (text) place().replaceChildren(element("strong", {}, said["my-note"]), element("p", {}, text));
  else document.querySelector(".own-note")?.remove();
}

/**
 * Let the reader write the card's note; an empty one is deleted.
 * @param {HTMLElement} button
 */
export async function editNote(button) {
  styled();
  const said = (await words()).mine;
  const area = element("textarea", { id: "own-note", rows: 3, maxlength: 2000, "aria-describedby": "own-note-about" });
  area.value = noteOf(read(), slug);
  /** @param {Event} event */
  const save = async (event) => {
    event.preventDefault();
    const kept = read();
    const notes = { ...kept.notes };
    if (area.value.trim()) notes[slug] = area.value.trim();
    else delete notes[slug];
    if (!write({ ...kept, notes })) {
      say(said.refused);
      return;
    }
    await showNote();
    say(said.saved);
    button.focus();
  };
  const form = element(
    "form",
    { class: "desk", submit: save },
    element("label", { for: "own-note" }, said["my-note"]),
    area,
    element("p", { id: "own-note-about" }, said.private),
    element("button", { type: "submit", class: "desk-close" }, said.save),
  );
  place().replaceChildren(form);
  area.focus();
}
