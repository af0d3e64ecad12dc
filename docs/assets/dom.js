// Elements by selector, each with its type: what a page must have is an error where it is missing.

/**
 * @template {Element} T
 * @typedef {{ new (): T, prototype: T }} Kind a class of elements, such as HTMLElement.
 */

/**
 * The first element that fits, or null.
 * @template {Element} T
 * @param {string} selector
 * @param {Kind<T>} kind
 * @param {ParentNode} [within]
 * @returns {T | null}
 */
export function maybe(selector, kind, within = document) {
  const found = within.querySelector(selector);
  return found instanceof kind ? found : null;
}

/**
 * The first element that fits.
 * @template {Element} T
 * @param {string} selector
 * @param {Kind<T>} kind
 * @param {ParentNode} [within]
 * @returns {T}
 * @throws {TypeError} there is none.
 */
export function one(selector, kind, within = document) {
  const found = maybe(selector, kind, within);
  if (!found) throw new TypeError(`no ${kind.name} at ${selector}`);
  return found;
}

/**
 * All elements that fit, in their order.
 * @template {Element} T
 * @param {string} selector
 * @param {Kind<T>} kind
 * @param {ParentNode} [within]
 * @returns {T[]}
 */
export function all(selector, kind, within = document) {
  return [...within.querySelectorAll(selector)].flatMap((found) => (found instanceof kind ? [found] : []));
}

/**
 * The element around an event's target that fits, or null.
 * @param {Event} event
 * @param {string} selector
 * @returns {HTMLElement | null}
 */
export function around(event, selector) {
  const found = event.target instanceof Element ? event.target.closest(selector) : null;
  return found instanceof HTMLElement ? found : null;
}
