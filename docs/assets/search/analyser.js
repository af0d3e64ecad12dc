// How a text is taken apart for the search. hooks/handbook/search/analyser.py is its twin:
// tests/search/vectors.json holds the two together.

/** @type {Record<string, string>} */
const LETTERS = { ł: "l", đ: "d", ß: "ss", ø: "o", æ: "ae", œ: "oe", ı: "i" };
const LETTER = /[łđßøæœı]/g;
// "don’t" is one word, as it is often typed without its apostrophe; "customer’s" is "customer" and "s".
const NOT = /(?<=n)['’ʼ`´](?=t(?![\p{L}\p{N}]))/gu;
const WORD = /[\p{L}\p{N}]+/gu;
const MARKS = /\p{Mn}/gu;
const ASCII = /^[a-z0-9]*$/;

/**
 * The words of a text in lower case, with their diacritics.
 * @param {string} text
 * @returns {string[]}
 */
export function words(text) {
  return text.normalize("NFC").toLowerCase().replace(NOT, "").match(WORD) ?? [];
}

/**
 * A word without diacritics, as it is typed in a hurry.
 * @param {string} word
 * @returns {string}
 */
export function fold(word) {
  if (ASCII.test(word)) return word;
  const plain = word.toLowerCase().replace(LETTER, (letter) => LETTERS[letter]);
  return plain.normalize("NFD").replace(MARKS, "");
}

/**
 * A text cut into words and what is between them, so that words can be marked.
 * @param {string} text
 * @returns {{text: string, word: string}[]} `word` is the word as `words` gives it, "" between words.
 */
export function pieces(text) {
  const composed = text.normalize("NFC");
  const found = [];
  let end = 0;
  for (const match of composed.matchAll(/[\p{L}\p{N}]+(?:(?<=n)['’ʼ`´]t(?![\p{L}\p{N}]))?/gu)) {
    if (match.index > end) found.push({ text: composed.slice(end, match.index), word: "" });
    found.push({ text: match[0], word: words(match[0])[0] });
    end = match.index + match[0].length;
  }
  if (end < composed.length) found.push({ text: composed.slice(end), word: "" });
  return found;
}
