// Starts the editor of /edit/ in the language that the address asks for: ?language=pl. The page's other part, which says
// what this is and where changes go, stays where there is no such language or no repository.

import { cut, join } from "./pages.js";

/** @import { Fields, Shape } from "./pages.js" */
/** @typedef {{ setIn: (path: string[], value: string) => Entry, get: (key: string) => any }} Entry of Immutable.js */

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
 * Tell each version of a page which language it is in, as a new one gets its headings in it.
 * @param {Entry} entry
 * @param {string} language the first one of the form
 */
function told(entry, language) {
  let said = entry.setIn(["data", "language"], language);
  for (const code of entry.get("i18n")?.keys() ?? []) said = said.setIn(["i18n", code, "data", "language"], code);
  return said;
}

/** @param {string} language */
async function start(language) {
  const response = await fetch(`${language}.json`);
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  /** @type {{ editor: { backend: object | null }, shapes: Record<string, Shape> }} */
  const { editor, shapes } = await response.json();
  if (!editor.backend) return;
  speak(language);
  const { init, registerCustomFormat, registerEventListener } = await import("./vendor/editor.js");
  for (const [name, shape] of Object.entries(shapes)) {
    // The editor takes .md files for such formats alone.
    registerCustomFormat(`${name}-frontmatter`, "md", {
      fromFile: (/** @type {string} */ text) => {
        const fields = cut(text, shape);
        return { ...fields, kind: shape.marks in fields ? name : "" };
      },
      toFile: (/** @type {Fields} */ fields) => join(fields, shape, fields.language || language),
    });
  }
  registerEventListener({
    name: "preSave",
    handler: (/** @type {{ entry: Entry }} */ { entry }) => told(entry, language),
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
