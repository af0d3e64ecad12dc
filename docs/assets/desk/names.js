// The names of cards, as a reader's lists and notes hold them; loaded with whatever reads these.

const SLUG = /^[a-z0-9][a-z0-9/-]{0,120}$/;
const MOST = 500;

/**
 * Whether something is the name of a card, the same in every language: "scenarios/swearing".
 * @param {unknown} name
 * @returns {name is string}
 */
export function isSlug(name) {
  return typeof name === "string" && SLUG.test(name);
}

/**
 * Names of cards, each once.
 * @param {unknown[]} names what may be some.
 * @returns {string[]}
 */
export function slugs(names) {
  return [...new Set(names.filter(isSlug))].slice(0, MOST);
}
