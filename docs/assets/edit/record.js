// The record at the top of a translation: the digest of each part of its original as it was when somebody brought that
// part up to date. hooks/handbook writes it in the same way (model/digests.py, commands/record.py), and a test holds the
// two equal; what it reads in a way of its own, such as a heading with markup, has no digest here and is left alone.

import { chunks } from "./chunks.js";
import { halves } from "./front_matter.js";
import { parse } from "./vendor/yaml.js";

/** @import { Chunk } from "./chunks.js" */
/** @typedef {{ code: string, before: string, after: string }} Version A page in one language; `before` is "" where it is new. */
/** @typedef {Map<string, string | undefined>} Digests part -> digest */

const KEY = "translation";
const TITLE = "title";
const LEAD = "lead";
const MARKED = /[[`<\\{&]|#$/;
// What may be a heading to others, though it is none to `chunks`.
const UNSURE = /^(?:[ \t>]|[-*+] |\d+\. )*#|^ {0,3}(?:=+|-+) *$/m;

/** @param {string} text */
async function digest(text) {
  const words = text
    .replace(/[*_]+/g, "")
    .split(/\p{White_Space}+/u)
    .filter(Boolean)
    .join(" ");
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(words)));
  return `d${[...bytes.slice(0, 4)].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

/**
 * The parts of a page as they stand there: its title, what is above its sections, and each section that has an id.
 * @param {string} text
 * @returns {Map<string, Chunk>}
 */
export function parts(text) {
  const { front, body } = halves(text);
  const [lead, ...sections] = chunks(body);
  const title = String(parse(front)?.[TITLE] ?? "").trim();
  /** @type {[string, Chunk][]} */
  const found = [
    [TITLE, { ...lead, text: title }],
    [LEAD, lead],
  ];
  return new Map([
    ...found,
    ...sections.filter(({ id }) => id).map((chunk) => /** @type {const} */ ([chunk.id, chunk])),
  ]);
}

/**
 * @param {string} text
 * @returns {Promise<Digests>}
 */
export async function digests(text) {
  const found = [...parts(text)].map(async ([id, { title, text: said }]) => {
    const known = id === TITLE ? said : !MARKED.test(title) && !UNSURE.test(said);
    return /** @type {const} */ ([id, known ? await digest(`${title} ${said}`) : undefined]);
  });
  return new Map(await Promise.all(found));
}

/**
 * The record of a page; undefined where it has none, as an original.
 * @param {string} text
 * @returns {Record<string, string> | undefined}
 */
function record(text) {
  const values = parse(halves(text).front) ?? {};
  return KEY in values ? { ...values[KEY] } : undefined;
}

/**
 * The version that the others translate.
 * @param {Version[]} versions in the order of the languages
 * @param {string[]} marks what only an original has at its top
 * @param {string} first the language in which a new page begins
 */
export function original(versions, marks, first) {
  /** @param {Version} version */
  const late = ({ code, before }) => (before ? 0 : code === first ? 1 : 2);
  const free = versions.filter(({ after }) => !record(after)).sort((one, other) => late(one) - late(other));
  return free.find(({ after }) => marks.some((key) => key in (parse(halves(after).front) ?? {}))) ?? free[0];
}

/**
 * What is to be said of a translation that is saved.
 * @param {string} now the original
 * @param {Version} version
 * @returns {Promise<{ level: string[], asked: string[] }>} the parts that were written beside the original as it is, and,
 *   where somebody has changed a part that waited, all of those that wait: they may say the same now, or not yet
 */
export async function state(now, { before, after }) {
  const [then, here, was] = [record(after) ?? {}, parts(after), parts(before)];
  const waiting = [...(await digests(now))].filter(([id, value]) => value && here.has(id) && then[id] !== value);
  const ids = waiting.map(([id]) => id);
  const level = ids.filter((id) => !before || !was.has(id));
  const asked = ids.filter((id) => !level.includes(id));
  /** @param {string} id */
  const isTouched = (id) => here.get(id)?.line !== was.get(id)?.line || here.get(id)?.text !== was.get(id)?.text;
  return { level, asked: asked.some(isTouched) ? asked : [] };
}

/**
 * A translation with its record: `level` are the parts that say the same as the original now. Any other keeps its state.
 * @param {string} now the original
 * @param {string} text
 * @param {string[]} level
 */
export async function recorded(now, text, level) {
  const [then, here, values] = [record(text) ?? {}, [...parts(text).keys()], await digests(now)];
  const wanted = [...values.keys()];
  const shared = wanted.filter((id) => here.includes(id));
  // What stands in neither any more is nobody's business; what the original alone has lost stays to be told.
  const kept = Object.keys(then).filter((id) => wanted.includes(id) || here.includes(id));
  const inOrder = here.filter((id) => wanted.includes(id)).every((id, at) => id === shared[at]);
  const order = inOrder ? [...wanted, ...kept] : [...kept, ...wanted];
  const known = [...new Set(order)].filter((id) => id in then || (level.includes(id) && values.get(id)));
  const rows = known.map((id) => `  ${id}: ${level.includes(id) ? values.get(id) : then[id]}\n`).join("");
  const old = Object.entries(then).map(([id, value]) => `  ${id}: ${value}\n`);
  if (!rows || rows === old.join("")) return text;
  const { front, body } = halves(text);
  const above = front.split(/^(?=[\w-]+:)/m).filter((block) => !block.startsWith(`${KEY}:`));
  return `---\n${above.join("")}${KEY}:\n${rows}---\n${body}`;
}
