// What a new original is given when it is first saved, as `handbook new` gives it: its id, and the days of its check and
// of its next review. Whoever begins a page need not know them, and may give others.

/** @import { Fields, Shape } from "./pages.js" */
/**
 * What is given, by the name of the field.
 * @typedef {object} Given
 * @property {boolean} needed whether such a page cannot do without what only an original has
 * @property {Record<string, { prefix: string, next: number }> | null} ids family -> the ids of its cards; null where
 *   pages have none
 * @property {number} months after which a page is to be read again
 */

const ID = "id";
const [CHECKED, REVIEW] = ["verified", "review_by"];

/**
 * The fields of a new original with all that it is given; the next card of its family gets another id.
 * @param {Fields} fields
 * @param {Shape} shape
 * @param {string} missing what is said where it lacks what nobody can give it
 * @param {Date} [now]
 * @returns {Fields}
 * @throws {Error} for such a page; the editor shows why nothing was saved
 */
export function begun(fields, shape, missing, now = new Date()) {
  const { needed, ids, months } = shape.given;
  if (needed && !fields.details) throw new Error("saving_failed", { cause: new Error(missing) });
  const details = { ...fields.details };
  const family = ids?.[details.family];
  if (family && !details[ID]) {
    details[ID] = `${family.prefix}-${String(family.next).padStart(2, "0")}`;
    family.next += 1;
  }
  details[CHECKED] ||= day(now);
  details[REVIEW] ||= day(later(now, months));
  return { ...fields, details };
}

/**
 * The same day some months later, or the last one of that month.
 * @param {Date} date
 * @param {number} months
 */
function later(date, months) {
  const [year, month] = [date.getFullYear(), date.getMonth() + months];
  return new Date(year, month, Math.min(date.getDate(), new Date(year, month + 1, 0).getDate()));
}

/** @param {Date} date */
function day(date) {
  const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}
