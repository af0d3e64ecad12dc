// An index from its two files: hooks/handbook/search/tiers.py writes what the first result needs, and the rest.

const NONE = 35;

/**
 * @typedef {[string, string, string, string, string, string, string, number[], number[], string?, string?]} Row
 *   a page: as Page without its sections, with the number of words in each part before what another language's has.
 *
 * @typedef {object} First as hooks/handbook/search/index.py writes it.
 * @property {string} edition
 * @property {number} format
 * @property {string} language
 * @property {number} shard how many pages' texts a file has.
 * @property {string[]} prefixes
 * @property {Record<string, string>} words what the box says.
 * @property {Record<string, string>} decisions
 * @property {[string, string, string][]} doors each with its name, address and family.
 * @property {{ways: [string, string][], report: string | null}} help
 * @property {Record<string, [number, number]>} weights of pages by kind, for all and for who asks from one.
 * @property {Row[]} pages
 * @property {string[]} lists of endings.
 * @property {string} lemmas
 * @property {string} paradigms
 * @property {string} used
 * @property {string} places
 * @property {string} staff
 *
 * @typedef {object} Rest likewise; its paradigms and what is used are those of all lemmas.
 * @property {string} edition
 * @property {[string, string][][]} sections of each page, each with its id and its title.
 * @property {string[]} lists more of them.
 * @property {string} lemmas those that the first does not have.
 * @property {string} paradigms
 * @property {string} used
 * @property {string} places
 * @property {string} staff of those lemmas.
 * @property {Record<string, number[]>} synonyms lemma -> the lemmas used instead.
 * @property {[string, string][]} examples of each page what staff say of it, and what else is said there, a line each.
 *
 * @typedef {object} Index
 * @property {Row[]} pages
 * @property {[string, string][][]} sections of each page; of none while the rest is awaited.
 * @property {string[]} lists of endings.
 * @property {string[]} lemmas in order.
 * @property {string[]} paradigms of each lemma.
 * @property {string[]} used likewise.
 * @property {string[]} places of each form that is used.
 * @property {string[]} staff of each lemma.
 * @property {Record<string, number[]>} synonyms lemma -> the lemmas used instead.
 */

/** @param {string} text */
const lines = (text) => text.split("\n");

/**
 * Put the tiers of an index together.
 * @param {First} first
 * @param {Rest} [rest] without it the index has the first tier alone.
 * @returns {Index}
 */
export function together(first, rest) {
  const found = [...byEnds(first.lemmas), ...(rest ? byEnds(rest.lemmas) : [])];
  const order = [...found.keys()].sort((a, b) => (found[a] < found[b] ? -1 : 1));
  /** @type {number[]} line -> the number of its lemma. */
  const numbers = [];
  order.forEach((line, number) => {
    numbers[line] = number;
  });
  /** @param {string[]} column */
  const inOrder = (column) => order.map((line) => column[line] ?? "");
  /** @type {Record<string, number[]>} */
  const synonyms = {};
  for (const [line, others] of Object.entries(rest?.synonyms ?? {})) {
    synonyms[numbers[Number(line)]] = others.map((other) => numbers[other]);
  }
  const { paradigms, used, places } = rest ?? first;
  return {
    pages: first.pages,
    sections: rest?.sections ?? [],
    lists: [...first.lists, ...(rest?.lists ?? [])],
    lemmas: order.map((line) => found[line]),
    paradigms: inOrder(lines(paradigms)),
    used: inOrder(lines(used)),
    places: lines(places),
    staff: inOrder([first, rest].flatMap((tier) => (tier?.lemmas ? lines(tier.staff) : []))),
    synonyms,
  };
}

/**
 * Lemmas that are written from their ends, each with how much of it is as in the one before.
 * @param {string} column
 * @returns {string[]}
 */
function byEnds(column) {
  /** @type {string[]} */
  let letters = [];
  return (column ? lines(column) : []).map((line) => {
    letters = [...letters.slice(0, line.charCodeAt(0) - NONE), ...line.slice(1)];
    return [...letters].reverse().join("");
  });
}
