// What was found, as elements.

import { one } from "../dom.js";
import { element } from "../element.js";

/**
 * @import { Detail, Result, Text } from "./description.js"
 *
 * @typedef {Record<string, string>} Words what the box says, by name.
 */

/**
 * A text with {names} filled in.
 * @param {string} text
 * @param {Record<string, string | number>} values
 */
export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));

/**
 * How many results there are, in words.
 * @param {Words} words
 * @param {string} language
 * @param {number} count
 */
export function counted(words, language, count) {
  const category = new Intl.PluralRules(language).select(count);
  return fill(words[`results-${category === "one" || category === "few" ? category : "many"}`], { count });
}

/**
 * A text whose matching words are marked.
 * @param {Text} text
 */
export function marked(text) {
  return text.map(([piece, matches]) => (matches ? element("mark", {}, piece) : piece));
}

/**
 * The address of a result, with the words that are to be marked there.
 * @param {string} base
 * @param {Result} result
 * @param {string[]} [words]
 */
export function address(base, { url, anchor }, words = []) {
  const found = new URL(url, base);
  if (words.length > 0) found.searchParams.set("h", words.join(" "));
  if (anchor) found.hash = anchor;
  return found.href;
}

/**
 * One result: decision, title and answer, the first phrase, and room for an excerpt.
 * @param {Result} result
 * @param {{base: string, words: Words, number: number}} settings
 */
export function item(result, { base, words, number }) {
  const { decision, decisionId, title, section, answer, say } = result;
  const link = element(
    "a",
    {
      href: address(base, result),
      "aria-describedby": `finding-about-${number}`,
      lang: result.language || null,
      hreflang: result.language || null,
    },
    ...marked(title),
    ...(section.length > 0 ? [" › ", ...marked(section)] : []),
  );
  const about = element("p", { id: `finding-about-${number}`, class: "finding-answer" });
  if (decision) about.append(element("span", { class: `decision ${decisionId}` }, decision), " ");
  about.append(...marked(answer));
  const only = result.only ? [" ", element("small", { class: "untranslated" }, `(${result.only})`)] : [];
  const made = element("li", { class: `finding-result ${result.kind}` }, element("h2", {}, link, ...only));
  if (about.childNodes.length > 0) made.append(about);
  else link.removeAttribute("aria-describedby");
  if (say.length > 0) {
    made.append(element("p", { class: "finding-say" }, element("span", {}, words.say), " ", ...marked(say)));
  }
  return made;
}

/**
 * Add to results what came later: excerpts, and the words to mark on their pages.
 * @param {HTMLElement[]} items
 * @param {Result[]} results
 * @param {Detail[]} details
 * @param {{base: string, words: Words}} settings
 */
export function detail(items, results, details, { base, words }) {
  items.forEach((made, number) => {
    const { excerpt, customer, staff, marked: found } = details[number];
    one("a", HTMLAnchorElement, made).href = address(base, results[number], found);
    if (staff) {
      made.append(
        element("p", { class: "finding-excerpt" }, element("span", {}, words.staff), " ", element("mark", {}, staff)),
      );
    }
    if (excerpt.length === 0) return;
    const before = customer ? [element("span", {}, words.customer), " "] : [];
    made.append(element("p", { class: "finding-excerpt" }, ...before, ...marked(excerpt)));
  });
}

/**
 * The six ways in, for who finds nothing or has typed nothing yet.
 * @param {[string, string, string][]} doors each with its name, address and family.
 * @param {string} base
 * @param {string} [title]
 */
export function doorList(doors, base, title) {
  const items = doors.map(([name, url, family]) =>
    element("li", {}, element("a", { href: new URL(url, base).href, class: `door ${family}` }, name)),
  );
  const list = element("ul", { class: "finding-doors" }, ...items);
  return element("div", {}, ...(title ? [element("p", {}, title)] : []), list);
}
