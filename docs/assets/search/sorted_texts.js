// Texts in order, to walk through those that begin alike.

/**
 * Their order, which is no language's.
 * @param {string} a
 * @param {string} b
 */
export const byText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * How many letters two words have in common where they begin.
 * @param {string} one
 * @param {string} other
 */
export function shared(one, other) {
  let same = 0;
  while (same < one.length && one[same] === other[same]) same++;
  return same;
}

/**
 * The first place in a sorted list that does not come before the text.
 * @param {string[]} list
 * @param {string} text
 */
export function lowerBound(list, text) {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle] < text) low = middle + 1;
    else high = middle;
  }
  return low;
}
