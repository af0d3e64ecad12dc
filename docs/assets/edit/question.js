// Asks which parts of a translation say the same as its original now. Nothing is ticked beforehand: whoever mends a
// letter does not thereby say that a whole page is up to date.

import { element } from "../element.js";

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
  const form = element(
    "form",
    { method: "dialog", class: "level" },
    element("h2", { id: "level" }, words.title),
    element("p", {}, words.about[source]),
    ...waiting.map((one) => group(one, words)),
    element("p", {}, element("button", { value: "save" }, words.save), element("button", {}, words.back)),
  );
  const dialog = element("dialog", { class: "level", "aria-labelledby": "level" }, form);
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
  const rows = parts.map(({ id, label }) =>
    element("label", {}, element("input", { type: "checkbox", name: code, value: id }), ` ${label}`),
  );
  return element("fieldset", {}, element("legend", {}, words.languages[code]), ...rows);
}
