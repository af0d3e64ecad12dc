// The text of a page below its top, cut at its headings and put together again.

/** @typedef {{ id: string, level: number, title: string, line: string, text: string }} Chunk */

const HEADING = /^(#{2,6}) +(.*?)(?: *\{#([\w-]+)\})? *$/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
// A comment that begins in this line and does not end in it, and where one ends.
const COMMENT = /<!--(?!.*--!?>)/;
const COMMENT_END = /--!?>/;

/**
 * What stands before the first heading, and each section; put one after another they are the text again.
 * @param {string} body
 */
export function chunks(body) {
  /** @type {[Chunk, ...Chunk[]]} */
  const found = [{ id: "", level: 0, title: "", line: "", text: "" }];
  let fence = "";
  let comment = false;
  for (const line of body.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    /** @type {string} */
    const mark = (!comment && FENCE.exec(line)?.[1]) || "";
    if (!fence) fence = mark;
    else if (mark.startsWith(fence)) fence = "";
    const heading = fence || mark || comment ? null : HEADING.exec(line.trimEnd());
    comment = !fence && (comment ? !COMMENT_END.test(line) : COMMENT.test(line));
    if (heading) {
      const [, signs, title, id = ""] = heading;
      found.push({ id, level: signs.length, title, line, text: "" });
    } else found[found.length - 1].text += line;
  }
  return found;
}

/**
 * Chunks one after another, a blank line above the headings that have come to stand elsewhere.
 * @param {Chunk[]} wanted
 * @param {Chunk[]} before
 */
export function put(wanted, before) {
  /** @param {Chunk | undefined} chunk @param {Chunk | undefined} next */
  const stood = (chunk, next) => before.some((one, at) => one.id === chunk?.id && before[at + 1]?.id === next?.id);
  return wanted
    .map((chunk, at) => {
      const next = wanted[at + 1];
      const text = chunk.line + chunk.text;
      return !next || stood(chunk, next) || !text || text.endsWith("\n\n") ? text : `${text.trimEnd()}\n\n`;
    })
    .join("");
}

/**
 * A text with other words, between the same blank lines.
 * @param {string} text
 * @param {string | undefined} said
 */
export function filled(text, said) {
  const [begin] = /^\s*/.exec(text) ?? [""];
  const end = text.trim() ? (/\s*$/.exec(text)?.[0] ?? "") : "";
  return said?.trim() ? `${begin || "\n"}${said.trim()}${end || "\n\n"}` : "\n";
}
