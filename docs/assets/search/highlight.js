// Marks on a page the words it was found by: "?h=zwrot zwrotu".

const PARAMETER = "h";
const WORDS = /[\p{L}\p{N}]+(?:(?<=n)['’ʼ`´]t(?![\p{L}\p{N}]))?/gu;
const SILENT = "script, style, mark, button, input, textarea, select, [hidden]";

/** @param {string} text */
const plain = (text) =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replace(/['’ʼ`´]/g, "");

/**
 * Mark the words of a query in an element.
 * @param {Element} place
 * @param {string[]} words as they are written there.
 * @returns {number} how many were marked.
 */
export function highlight(place, words) {
  const wanted = new Set(words.map(plain));
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node instanceof Text && !node.parentElement?.closest(SILENT)) texts.push(node);
  }
  let count = 0;
  for (const text of texts) {
    const hits = [...text.data.matchAll(WORDS)].filter(([word]) => wanted.has(plain(word)));
    for (const { 0: word, index } of hits.reverse()) {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      range.surroundContents(document.createElement("mark"));
      count++;
    }
  }
  return count;
}

const asked = new URL(location.href).searchParams.get(PARAMETER);
const page = document.querySelector("#content");
if (asked && page) highlight(page, asked.split(/\s+/).filter(Boolean));
