// Starts the editor of /edit/ in the language that the address asks for: ?language=pl. The page's other part, which says
// what this is and where changes go, stays where there is no such language or no repository.

import { join } from "./pages.js";
import { ask } from "./question.js";
import { opened, saved } from "./saving.js";

/** @import { Fields, Shape } from "./pages.js" */
/** @import { Words } from "./question.js" */
/** @import { Waiting } from "./saving.js" */
/** @typedef {{ get: (key: string) => any, set: (key: string, value: object) => Entry }} Entry of Immutable.js */
/** @typedef {{ backend: object | null, collections: { name: string, folder: string, format: string }[] }} Editor */
/** @typedef {{ editor: Editor, shapes: Record<string, Shape>, words: Words }} Given */

const FORMAT = "-frontmatter";
const PREFERENCES = "sveltia-cms.prefs";
// What the editor calls its own languages, where it is not as we do.
/** @type {Record<string, string>} */
const INTERFACES = { en: "en-US" };

/**
 * Let the editor speak a language; what else somebody has set there stays.
 * @param {string} language
 */
function speak(language) {
  try {
    const kept = JSON.parse(localStorage.getItem(PREFERENCES) ?? "{}");
    const locale = INTERFACES[language] ?? language;
    localStorage.setItem(PREFERENCES, JSON.stringify({ ...kept, locale }));
  } catch {
    // Then it speaks that of the browser.
  }
}

/**
 * An entry whose versions are the texts that come of them, translations with their records: what is kept in the
 * editor after that is the same as if the files were opened anew.
 * @param {Entry} entry
 * @param {string} language the first one of the form
 * @param {Given} given
 */
async function settled(entry, language, { editor, shapes, words }) {
  const collection = editor.collections.find(({ name }) => name === entry.get("collection"));
  const kind = collection?.format.replace(FORMAT, "") ?? "";
  const shape = shapes[kind];
  /** @type {Record<string, { data?: Fields }>} */
  const others = entry.get("i18n")?.toJS() ?? {};
  // Where the page is not there in the first language, the editor gives another version in its place.
  const isThere = entry.get("path").startsWith(collection?.folder.replace("{{locale}}", language));
  const data = isThere ? { ...others, [language]: { data: entry.get("data").toJS() } } : others;
  /** @type {Record<string, Fields>} */
  const forms = {};
  for (const code of Object.keys(words.languages)) {
    const fields = data[code]?.data;
    if (fields?.kind) forms[code] = fields;
  }
  const asked = (/** @type {string} */ source, /** @type {Waiting[]} */ waiting) => ask(words, source, waiting);
  const texts = await saved(forms, shape, language, asked, words.missing);
  for (const [code, text] of Object.entries(texts)) data[code].data = opened(text, shape, kind);
  const { [language]: own, ...rest } = data;
  return entry.set("data", own?.data ?? {}).set("i18n", rest);
}

/** @param {string} language */
async function start(language) {
  const response = await fetch(`${language}.json`);
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  /** @type {Given} */
  const given = await response.json();
  const { editor, shapes } = given;
  if (!editor.backend) return;
  speak(language);
  const { init, registerCustomFormat, registerEventListener } = await import("./vendor/editor.js");
  for (const [name, shape] of Object.entries(shapes)) {
    // The editor takes .md files for such formats alone.
    registerCustomFormat(`${name}${FORMAT}`, "md", {
      fromFile: (/** @type {string} */ text) => opened(text, shape, name),
      toFile: (/** @type {Fields} */ fields) => join(fields, shape, language),
    });
  }
  registerEventListener({
    name: "preSave",
    handler: (/** @type {{ entry: Entry }} */ { entry }) => settled(entry, language, given),
  });
  document.documentElement.lang = language;
  document.querySelector("main")?.remove();
  for (const sheet of document.querySelectorAll("link[rel=stylesheet]:not([href$='/start.css'])")) sheet.remove();
  const logo = { src: new URL("../logo.svg", import.meta.url).pathname };
  await init({ config: { ...editor, logo } });
}

const asked = new URLSearchParams(location.search).get("language");
const section = document.querySelector(`section[lang="${CSS.escape(asked ?? "")}"]`);
if (asked && section instanceof HTMLElement) {
  start(asked).catch((error) => {
    console.error(error);
    const failed = document.createElement("p");
    failed.setAttribute("role", "alert");
    failed.textContent = section.dataset.failed ?? "";
    section.append(failed);
  });
}
