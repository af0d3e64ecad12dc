// How far a typed word is from a form that may have been meant.

/**
 * The cost of a slip. A letter that was left out and two that changed places each are one of few ways
 * to get a word wrong; a wrong letter and one too many are each one of many, so they tell less.
 */
export const LOST = 5;
export const WRONG = 6;

/**
 * The cost of turning a text into what was typed.
 * @param {string} text
 * @param {string} typed
 */
export function distance(text, typed) {
  const walk = new Walk(typed, Infinity);
  walk.enter(text, 0);
  return walk.finish(text.length, "");
}

// More than any limit.
const FAR = 1e6;

/**
 * Counts what slips cost against one word. What sorted stems have in common is counted once, so is what endings have;
 * and only near the diagonal, as farther off the letters too many or too few cost more than the limit.
 */
export class Walk {
  /**
   * @param {string} word
   * @param {number} limit
   */
  constructor(word, limit) {
    this.word = word;
    this.limit = limit;
    this.band = Math.floor(limit / LOST);
    this.path = "";
    /** How far down the current path counting was given up; no stem goes on from there. */
    this.dead = Infinity;
    this.ending = "";
    /** So many letters of the last ending are counted, */
    this.counted = 0;
    /** and at so many it was given up. */
    this.deadEnding = Infinity;
    /** @type {number[][]} */
    this.rows = [Array.from({ length: word.length + 1 }, (_, at) => at * WRONG)];
    /** The least of each row. */
    this.leasts = [0];
  }

  /**
   * Follow a stem; returns its length, or -1 where nothing that begins so can be near.
   * @param {string} stem
   * @param {number} depth how many letters it has in common with the one before.
   */
  enter(stem, depth) {
    this.dead = Infinity;
    this.path = stem;
    this.counted = 0;
    this.deadEnding = Infinity;
    for (; depth < stem.length; depth++) {
      if (this.#step(depth, stem[depth], stem[depth - 1]) > this.limit) {
        this.dead = depth + 1;
        return -1;
      }
    }
    return stem.length;
  }

  /**
   * The cost of the stem that was entered with this ending; more than the limit may be any number.
   * @param {number} depth
   * @param {string} ending
   */
  finish(depth, ending) {
    const { limit, word } = this;
    const length = depth + ending.length;
    if (Math.abs(length - word.length) * LOST > limit) return limit + 1;
    const most = Math.min(this.counted, ending.length);
    let at = 0;
    while (at < most && ending[at] === this.ending[at]) at++;
    if (at >= this.deadEnding) return limit + 1;
    this.ending = ending;
    this.deadEnding = Infinity;
    for (; at < ending.length; at++) {
      const before = at ? ending[at - 1] : this.path[depth - 1];
      if (this.#step(depth + at, ending[at], before) > limit) {
        this.counted = at + 1;
        this.deadEnding = at + 1;
        return limit + 1;
      }
    }
    this.counted = ending.length;
    return this.rows[length][word.length];
  }

  /**
   * One letter more; returns the least that this row and the one before allow, as two letters that
   * change places reach back over a row.
   * @param {number} depth
   * @param {string} letter
   * @param {string | undefined} before
   */
  #step(depth, letter, before) {
    const { word, rows, leasts, band } = this;
    const above = rows[depth];
    const number = depth + 1;
    rows[number] ??= new Array(word.length + 1);
    const row = rows[number];
    const first = Math.max(1, number - band);
    const last = Math.min(word.length, number + band);
    row[first - 1] = first === 1 ? number * LOST : FAR;
    let least = row[first - 1];
    for (let at = first; at <= last; at++) {
      let cost = above[at - 1] + (letter === word[at - 1] ? 0 : WRONG);
      if (above[at] + LOST < cost) cost = above[at] + LOST;
      if (row[at - 1] + WRONG < cost) cost = row[at - 1] + WRONG;
      if (depth && at > 1 && letter === word[at - 2] && before === word[at - 1]) {
        const swapped = rows[depth - 1][at - 2] + LOST;
        if (swapped < cost) cost = swapped;
      }
      row[at] = cost;
      if (cost < least) least = cost;
    }
    if (last < word.length) row[last + 1] = FAR;
    leasts[number] = least;
    return Math.min(least, leasts[depth]);
  }
}
