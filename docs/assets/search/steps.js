// Ascending numbers as hooks/handbook/search/steps.py writes them.

const FIRST = 35;
const LAST = 70;
const BACKSLASH = 92;
const MORE = 21;

/**
 * The numbers of a text.
 * @param {string} text
 * @returns {number[]}
 */
export function unpack(text) {
  const numbers = [];
  let number = 0;
  let before = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const digit = code - FIRST - (code > BACKSLASH ? 1 : 0);
    if (digit >= LAST) {
      before = before * MORE + digit - LAST + 1;
    } else {
      number += before * LAST + digit;
      before = 0;
      numbers.push(number);
    }
  }
  return numbers;
}
