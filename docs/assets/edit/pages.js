// A page cut into the fields of a form, and put together again.
//
// The editor knows values alone and writes a file anew from them. So a form carries along the text that it was
// cut from, and what is put together is that text with the changed fields in their places: what nobody touched
// stays as it is, byte for byte, however it is written. Only a new page is written from its fields alone.

import { chunks, filled, put } from "./chunks.js";
import { halves, NEUTRAL, same, top } from "./front_matter.js";
import { parse } from "./vendor/yaml.js";

/** @import { Given } from "./beginning.js" */
/** @import { Chunk } from "./chunks.js" */

/**
 * What the pages of a kind are made of.
 * @typedef {object} Shape
 * @property {string[]} front the fields at the top of a page, in their order
 * @property {string} marks the field that tells such a page from the list of them in the same folder, where it is empty
 * @property {string[]} neutral those of them that the original alone has
 * @property {Record<string, string>} labels what is called so that has no heading
 * @property {string[]} original what at the top of a page says that it is an original
 * @property {Record<string, string> | null} sections the mark of the entries of each section, "" for plain text;
 *   null where the sections are the writer's own
 * @property {Record<string, string>} within the section that another one stands in
 * @property {Record<string, Record<string, string>>} headings language -> section -> what is above it
 * @property {Given} given what a new one is given
 */
/** @typedef {Record<string, any>} Fields The values of a form; `source` is the text that they were cut from. */
/** @typedef {Pick<Chunk, "id" | "level">} Begun What a new section is given. */

const MARK = /^(?:- \[[ xX]\]|[-*]|\d+\.) +/;
/**
 * The fields of a page.
 * @param {string} text
 * @param {Shape} shape
 * @returns {Fields}
 */
export function cut(text, shape) {
  const { front, body } = halves(text);
  const values = parse(front) ?? {};
  const neutral = shape.neutral.filter((key) => key in values);
  const [lead, ...sections] = chunks(body);
  /** @type {Fields} */
  const fields = { source: text, lead: lead.text.trim() };
  for (const key of shape.front) if (key in values && !neutral.includes(key)) fields[key] = values[key];
  if (neutral.length) fields[NEUTRAL] = Object.fromEntries(neutral.map((key) => [key, values[key]]));
  if (shape.sections === null) {
    fields.sections = sections.map(({ title, text: said }, at) => ({ at, heading: title, text: said.trim() }));
    return fields;
  }
  for (const { id, text: said } of sections) {
    const mark = shape.sections[id];
    if (mark !== undefined) fields[id] = mark ? entries(said, mark) : said.trim();
  }
  return fields;
}

/**
 * The text of a page, from the fields of a form.
 * @param {Fields} fields
 * @param {Shape} shape
 * @param {string} language that of a new page's headings
 * @param {string} [original] the page that this one translates: what is new in it has the ids of there
 * @returns {string}
 */
export function join(fields, shape, language, original = "") {
  const source = fields.source || "";
  const before = source ? cut(source, shape) : {};
  const { front, body } = halves(source);
  const [lead, ...sections] = chunks(body);
  if (!same(fields.lead, before.lead)) lead.text = filled(lead.text || "\n", fields.lead);
  const joined =
    shape.sections === null
      ? own(fields.sections ?? [], before.sections ?? [], sections, chunks(halves(original).body).slice(1))
      : fixed(fields, before, sections, shape, language);
  const text = put([lead, ...joined], [lead, ...sections]);
  const above = top(front, fields, before, shape);
  if (source) return above || body !== source ? `---\n${above}---\n${text}` : text;
  return `---\n${above}---\n${text.trimEnd()}\n`;
}

/**
 * The entries of a section without their marks; all of its lines where anything else stands among them.
 * @param {string} text
 * @param {string} mark
 */
function entries(text, mark) {
  const lines = text.trim() ? text.trim().split("\n") : [];
  return isList(lines, mark) ? lines.map((line) => line.replace(MARK, "")) : lines;
}

/**
 * Whether each line is an entry that `marked` would write so.
 * @param {string[]} lines
 * @param {string} mark
 */
function isList(lines, mark) {
  return lines.every((line, at) => line === marked(line.replace(MARK, ""), mark, at));
}

/**
 * @param {string} entry
 * @param {string} mark
 * @param {number} at
 */
function marked(entry, mark, at) {
  return `${/^\d/.test(mark) ? `${at + 1}.` : mark} ${entry}`;
}

/**
 * The sections of a page whose headings and order are its writer's.
 * @param {{ at?: number, heading?: string, text?: string }[]} wanted
 * @param {{ heading: string, text: string }[]} before
 * @param {Chunk[]} sections
 * @param {Begun[]} like those of its original
 * @returns {Chunk[]}
 */
function own(wanted, before, sections, like) {
  const stay = wanted.map(({ at }) => (typeof at === "number" ? sections[at] : undefined));
  const taken = new Set(stay.map((chunk) => chunk?.id));
  const free = like.filter(({ id }) => id && !taken.has(id));
  return wanted.map(({ at = 0, heading = "", text = "" }, place) => {
    const chunk = stay[place];
    if (chunk === undefined) {
      const { id, level } = free.shift() ?? { id: unused(slug(heading), taken), level: 2 };
      taken.add(id);
      const line = `${"#".repeat(level)} ${heading} {#${id}}\n`;
      return { id, level, title: heading, line, text: filled("\n", text) };
    }
    const line = heading === before[at].heading ? chunk.line : chunk.line.replace(chunk.title, () => heading);
    return { ...chunk, title: heading, line, text: text === before[at].text ? chunk.text : filled(chunk.text, text) };
  });
}

/**
 * The sections of a page that has the same ones in the same order as all of its kind.
 * @param {Fields} fields
 * @param {Fields} before
 * @param {Chunk[]} sections
 * @param {Shape} shape
 * @param {string} language
 * @returns {Chunk[]}
 */
function fixed(fields, before, sections, shape, language) {
  const marks = shape.sections ?? {};
  const order = Object.keys(marks);
  const joined = [...sections];
  for (const id of order.filter((one) => !same(fields[one], before[one]))) {
    const said = contents(fields[id], before[id], marks[id]);
    let at = joined.findIndex((chunk) => chunk.id === id);
    if (at < 0) {
      if (!said) continue;
      const around = shape.within[id];
      for (const wanted of around && !joined.some((chunk) => chunk.id === around) ? [around, id] : [id]) {
        const later = order.slice(order.indexOf(wanted) + 1);
        const next = joined.findIndex((chunk) => later.includes(chunk.id));
        at = next < 0 ? joined.length : next;
        joined.splice(at, 0, begun(wanted, wanted in shape.within ? 3 : 2, shape.headings[language]));
      }
    }
    joined[at] = { ...joined[at], text: filled(joined[at].text, said) };
  }
  return joined;
}

/**
 * @param {string} id
 * @param {number} level
 * @param {Record<string, string>} headings
 * @returns {Chunk}
 */
function begun(id, level, headings) {
  return { id, level, title: headings[id], line: `${"#".repeat(level)} ${headings[id]} {#${id}}\n`, text: "\n" };
}

/**
 * What a section holds, from its field.
 * @param {string[] | string | undefined} said
 * @param {string[] | string | undefined} before
 * @param {string} mark
 */
function contents(said, before, mark) {
  if (!mark) return String(said ?? "");
  const lines = [said ?? []].flat().filter((line) => line.trim());
  // Where something else than entries stands in it, its lines are shown as they are, and taken so.
  if ([before ?? []].flat().some((line) => MARK.test(line) || !line.trim())) return lines.join("\n");
  return lines.map((line, at) => marked(line.trim().replace(MARK, ""), mark, at)).join("\n");
}

/**
 * An id that no other section has; a heading without a letter of ours makes none by itself.
 * @param {string} wanted
 * @param {Set<string | undefined>} taken
 */
function unused(wanted, taken) {
  const first = wanted || "section";
  let id = first;
  for (let number = 2; taken.has(id); number += 1) id = `${first}-${number}`;
  return id;
}

/**
 * An id of a heading, as addresses have it.
 * @param {string} heading
 */
function slug(heading) {
  const plain = heading.toLowerCase().replaceAll("ł", "l").replaceAll("đ", "d").normalize("NFD");
  return plain
    .replace(/[^a-z0-9\s-]/g, "")
    .replace(/[\s-]+/g, "-")
    .replace(/^-|-$/g, "");
}
