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
  walk.enter(text);
  return walk.finish(text.length, "");
}

/** Counts what slips cost against one word; what sorted stems have in common is counted once. */
export class Walk {
  /**
   * @param {string} word
   * @param {number} limit
   */
  constructor(word, limit) {
    this.word = word;
    this.limit = limit;
    this.path = "";
    // How far down the current path counting was given up; no stem goes on from there.
    this.dead = Infinity;
    /** @type {number[][]} */
    this.rows = [Array.from({ length: word.length + 1 }, (_, at) => at * WRONG)];
  }

  /**
   * Follow a stem; returns its length, or -1 where nothing that begins so can be near.
   * @param {string} stem
   */
  enter(stem) {
    let depth = 0;
    const most = Math.min(stem.length, this.path.length);
    while (depth < most && stem[depth] === this.path[depth]) depth++;
    if (depth >= this.dead) return -1;
    this.dead = Infinity;
    this.path = stem;
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
    const length = depth + ending.length;
    if (Math.abs(length - this.word.length) * LOST > this.limit) return this.limit + 1;
    for (let at = 0; at < ending.length; at++) {
      const before = at ? ending[at - 1] : this.path[depth - 1];
      if (this.#step(depth + at, ending[at], before) > this.limit) return this.limit + 1;
    }
    return this.rows[length][this.word.length];
  }

  /**
   * One letter more; returns the least that this row and the one before allow, as two letters that
   * change places reach back over a row.
   * @param {number} depth
   * @param {string} letter
   * @param {string | undefined} before
   */
  #step(depth, letter, before) {
    const { word, rows } = this;
    const above = rows[depth];
    rows[depth + 1] ??= new Array(word.length + 1);
    const row = rows[depth + 1];
    row[0] = (depth + 1) * LOST;
    let least = row[0];
    for (let at = 1; at <= word.length; at++) {
      let cost = Math.min(above[at] + LOST, row[at - 1] + WRONG, above[at - 1] + (letter === word[at - 1] ? 0 : WRONG));
      if (depth && at > 1 && letter === word[at - 2] && before === word[at - 1]) {
        cost = Math.min(cost, rows[depth - 1][at - 2] + LOST);
      }
      row[at] = cost;
      if (cost < least) least = cost;
    }
    return Math.min(least, Math.min(...above));
  }
}
