// What was found, as elements.

const CATEGORIES = { one: "one", few: "few" };

/** An element with attributes and children. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(key, value);
    else if (value !== null && value !== false) made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

/** A text with {names} filled in. */
export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");

/** How many results there are, in words. */
export function counted(words, language, count) {
  const category = CATEGORIES[new Intl.PluralRules(language).select(count)] ?? "many";
  return fill(words[`results-${category}`], { count });
}

/** A text whose matching words are marked. */
export function marked(text) {
  return text.map(([piece, matches]) => (matches ? element("mark", {}, piece) : piece));
}

/** The address of a result, with the words that are to be marked there. */
export function address(base, { url, anchor }, words = []) {
  const found = new URL(url, base);
  if (words.length > 0) found.searchParams.set("h", words.join(" "));
  if (anchor) found.hash = anchor;
  return found.href;
}

/**
 * One result: decision, title and answer, the first phrase, and room for an excerpt.
 * @param {import("./service.js").Result} result
 * @param {{base: string, words: object, number: number}} settings
 */
export function item(result, { base, words, number }) {
  const { decision, decisionId, title, section, answer, say } = result;
  const link = element(
    "a",
    { href: address(base, result), "aria-describedby": `finding-about-${number}` },
    ...marked(title),
    ...(section.length > 0 ? [" › ", ...marked(section)] : []),
  );
  const about = element("p", { id: `finding-about-${number}`, class: "finding-answer" });
  if (decision) about.append(element("span", { class: `decision ${decisionId}` }, decision), " ");
  about.append(...marked(answer));
  const made = element("li", { class: `finding-result ${result.kind}` }, element("h2", {}, link));
  if (about.childNodes.length > 0) made.append(about);
  else link.removeAttribute("aria-describedby");
  if (say.length > 0) {
    made.append(element("p", { class: "finding-say" }, element("span", {}, words.say), " ", ...marked(say)));
  }
  return made;
}

/** Add to results what came later: excerpts, and the words to mark on their pages. */
export function detail(items, results, details, { base, words }) {
  items.forEach((made, number) => {
    const { excerpt, customer, staff, marked: found } = details[number];
    made.querySelector("a").href = address(base, results[number], found);
    if (staff.length > 0) {
      made.append(element("p", { class: "finding-excerpt" }, element("span", {}, words.staff), " ", element("mark", {}, staff.join(", "))));
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
