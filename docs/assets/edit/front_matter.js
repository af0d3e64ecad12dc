// The lines at the top of a page: where they end, and which of them change with the fields of a form.

import { stringify } from "./vendor/yaml.js";

/** @import { Fields, Shape } from "./pages.js" */

// What a form shows together.
export const NEUTRAL = "details";
const FRONT = /^---\n([\s\S]*?\n)?---(?:\n|$)/;
const KEY = /^([\w-]+):/;

/**
 * The lines at the top, and what is below them.
 * @param {string} text
 */
export function halves(text) {
  const found = FRONT.exec(text);
  return { front: found?.[1] ?? "", body: found ? text.slice(found[0].length) : text };
}

/**
 * The lines at the top with the fields that have changed.
 * @param {string} front
 * @param {Fields} fields
 * @param {Fields} before
 * @param {Shape} shape
 */
export function top(front, fields, before, shape) {
  const blocks = front.split(/^(?=[\w-]+:)/m).map((text) => ({ key: KEY.exec(text)?.[1] ?? "", text }));
  for (const key of shape.front) {
    const said = shape.neutral.includes(key) ? fields[NEUTRAL]?.[key] : fields[key];
    const was = shape.neutral.includes(key) ? before[NEUTRAL]?.[key] : before[key];
    if (same(said, was)) continue;
    const text = isEmpty(said) && was === undefined ? "" : `${key}:${written(said, shape.neutral.includes(key))}\n`;
    const at = blocks.findIndex((block) => block.key === key);
    if (at >= 0) blocks[at] = { key, text };
    else {
      const later = shape.front.slice(shape.front.indexOf(key) + 1);
      const next = blocks.findIndex((block) => later.includes(block.key) || block.key === "translation");
      blocks.splice(next < 0 ? blocks.length : next, 0, { key, text });
    }
  }
  return blocks.map((block) => block.text).join("");
}

/**
 * @param {any} value
 * @param {boolean} onOneLine
 */
function written(value, onOneLine) {
  const options = { lineWidth: 0, collectionStyle: onOneLine ? /** @type {const} */ ("flow") : undefined };
  if (!Array.isArray(value)) return ` ${stringify(value, options).trim()}`;
  if (onOneLine || !value.length) return ` [${value.map((one) => stringify(one, options).trim()).join(", ")}]`;
  return `\n${value.map((one) => `  - ${stringify(one, options).trim()}`).join("\n")}`;
}

/** @param {any} value */
function isEmpty(value) {
  return value === undefined || value === null || value === "";
}

/**
 * Whether two values say the same; a form makes no difference between nothing and an empty text.
 * @param {any} one
 * @param {any} other
 */
export function same(one, other) {
  if (isEmpty(one) || isEmpty(other)) return isEmpty(one) && isEmpty(other);
  return JSON.stringify(one) === JSON.stringify(other);
}
