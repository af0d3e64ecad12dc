// Asks which parts of a translation say the same as its original now. Nothing is ticked beforehand: whoever mends a
// letter does not thereby say that a whole page is up to date.

/** @import { Waiting } from "./saving.js" */
/** @typedef {object} Words
 * @property {string} title
 * @property {Record<string, string>} about language of the original -> what is asked
 * @property {string} save
 * @property {string} back
 * @property {string} unsaved
 * @property {string} missing
 * @property {Record<string, string>} languages
 */

/**
 * @param {Words} words
 * @param {string} source the language of the original
 * @param {Waiting[]} waiting
 * @returns {Promise<Record<string, string[]>>} language -> the parts that are ticked
 * @throws {Error} where whoever edits goes back; the editor shows why nothing was saved
 */
export async function ask(words, source, waiting) {
  const dialog = made("dialog");
  const form = made("form");
  form.method = "dialog";
  dialog.setAttribute("aria-labelledby", "level");
  dialog.className = form.className = "level";
  const title = made("h2", words.title);
  title.id = "level";
  const save = made("button", words.save);
  save.value = "save";
  const buttons = made("p");
  buttons.append(save, made("button", words.back));
  form.append(title, made("p", words.about[source]), ...waiting.map((one) => group(one, words)), buttons);
  dialog.append(form);
  // The editor has shortcuts of its own, as Escape for leaving the page.
  dialog.addEventListener("keydown", (event) => event.stopPropagation());
  document.body.append(dialog);
  dialog.showModal();
  await new Promise((resolve) => dialog.addEventListener("close", resolve, { once: true }));
  dialog.remove();
  if (dialog.returnValue !== "save") throw new Error("saving_failed", { cause: new Error(words.unsaved) });
  const given = new FormData(form);
  return Object.fromEntries(waiting.map(({ code }) => [code, given.getAll(code).map(String)]));
}

/**
 * @param {Waiting} waiting
 * @param {Words} words
 */
function group({ code, parts }, words) {
  const set = made("fieldset");
  set.append(made("legend", words.languages[code]));
  for (const { id, label } of parts) {
    const box = made("input");
    Object.assign(box, { type: "checkbox", name: code, value: id });
    const row = made("label");
    row.append(box, ` ${label}`);
    set.append(row);
  }
  return set;
}

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} [text]
 */
function made(tag, text = "") {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}
