// How far a reader has come with the questions: for each one when it is to be asked again, and what the day has
// had so far. It stands in this browser alone, under names that are the same in every language.

import { isSlug } from "../desk/names.js";
import { KEYS, keep, kept, parsed, table } from "../storage.js";

/** @typedef {"decide" | "choose" | "avoid" | "recall"} Kind */
/** @type {Kind[]} */
export const KINDS = ["decide", "choose", "avoid", "recall"];

/**
 * @typedef {object} Entry of a question; times in milliseconds.
 * @property {number} due
 * @property {number} stability
 * @property {number} difficulty
 * @property {number} scheduled_days
 * @property {number} learning_steps
 * @property {number} reps
 * @property {number} lapses
 * @property {number} state
 * @property {number} last_review
 *
 * @typedef {object} Progress
 * @property {string} day the last one, as 2027-05-22.
 * @property {number} spent the seconds of that day.
 * @property {number} fresh the new questions of that day.
 * @property {Record<string, Entry>} entries by the question's name.
 */

// The order in which a question's numbers stand in storage, and the most that each may be.
/** @type {[keyof Entry, number][]} */
const FIELDS = [
  ["due", 4e12],
  ["stability", 36_500],
  ["difficulty", 10],
  ["scheduled_days", 36_500],
  ["learning_steps", 10],
  ["reps", 1e6],
  ["lapses", 1e6],
  ["state", 3],
  ["last_review", 4e12],
];
const MOST = 5000;

/**
 * The name of a card's question.
 * @param {string} card
 * @param {Kind} kind
 */
export const nameOf = (card, kind) => `${card} ${kind}`;

/**
 * The card and the kind that a name means; null where it is none.
 * @param {string} name
 * @returns {{card: string, kind: Kind} | null}
 */
export function partsOf(name) {
  const [card, last, ...more] = name.split(" ");
  const kind = KINDS.find((one) => one === last);
  return isSlug(card) && kind && more.length === 0 ? { card, kind } : null;
}

/** A day that nothing was learnt on. @returns {Progress} */
const nothing = () => ({ day: "", spent: 0, fresh: 0, entries: {} });

/**
 * Progress, of whatever a file or the storage holds.
 * @param {unknown} value
 * @returns {Progress}
 */
export function progressOf(value) {
  const { day, spent, fresh, entries } = table(value);
  const found = nothing();
  if (typeof day === "string" && /^\d{4}-\d\d-\d\d$/.test(day)) found.day = day;
  found.spent = number(spent, 86_400) ?? 0;
  found.fresh = number(fresh, MOST) ?? 0;
  for (const [name, numbers] of Object.entries(table(entries)).slice(0, MOST)) {
    const entry = partsOf(name) && entryOf(numbers);
    if (entry) found.entries[name] = entry;
  }
  return found;
}

/**
 * @param {unknown} value
 * @param {number} most
 */
function number(value, most) {
  return typeof value === "number" && value >= 0 && value <= most ? value : null;
}

/**
 * @param {unknown} numbers
 * @returns {Entry | null}
 */
function entryOf(numbers) {
  if (!Array.isArray(numbers) || numbers.length !== FIELDS.length) return null;
  const good = FIELDS.every(([, most], at) => number(numbers[at], most) !== null);
  const [due, stability, difficulty, scheduled_days, learning_steps, reps, lapses, state, last_review] = numbers;
  const whole = [learning_steps, reps, lapses, state].every(Number.isInteger);
  if (!good || !whole || stability < 0.001 || difficulty < 1) return null;
  return { due, stability, difficulty, scheduled_days, learning_steps, reps, lapses, state, last_review };
}

/** What this browser keeps. */
export const read = () => progressOf(parsed(kept(KEYS.learning)));

/**
 * As it stands in storage and in files.
 * @param {Progress} progress
 */
export function packed({ entries, ...day }) {
  const rounded = Object.entries(entries).map(([name, entry]) => {
    return [name, FIELDS.map(([field]) => Math.round(entry[field] * 1e4) / 1e4)];
  });
  return { ...day, entries: Object.fromEntries(rounded) };
}

/**
 * Keep it; false where the browser refuses.
 * @param {Progress} progress
 */
export function write(progress) {
  const any = progress.day || Object.keys(progress.entries).length;
  return keep(KEYS.learning, any ? JSON.stringify(packed(progress)) : "");
}

/**
 * Two together: of each question what was answered later, of the days the later one.
 * @param {Progress} own
 * @param {Progress} other
 * @returns {Progress}
 */
export function joined(own, other) {
  const entries = { ...own.entries };
  for (const [name, entry] of Object.entries(other.entries)) {
    const had = Object.hasOwn(entries, name) ? entries[name].last_review : -1;
    if (entry.last_review > had) entries[name] = entry;
  }
  const later = other.day > own.day ? other : own;
  return { day: later.day, spent: later.spent, fresh: later.fresh, entries };
}
