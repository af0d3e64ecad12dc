// How much a hit weighs. All numbers of the ranking stand here, but for what the kinds of pages weigh:
// mkdocs.yml says that.

/**
 * By the part of a page: title, answer, customer's words, phrases, heading, words to avoid, text, related, staff's words.
 * @type {Record<string, number>}
 */
export const PARTS = { t: 14, a: 4, c: 8, s: 5, h: 3, v: 5, b: 0.8, r: 0.3, k: 20 };

/** By the way from the typed word to the lemma: a letter lost or two that changed places, a wrong letter, more slips. */
export const WAYS = {
  form: 1,
  doubted: 0.3,
  synonym: 0.6,
  completion: 0.65,
  lost: 0.45,
  wrong: 0.2,
  slips: 0.15,
  kin: 0.2,
  alone: 0.25,
};

/** Where a typed word is known as it is, what it may also become or have been meant to be comes behind. */
export const BEHIND = 0.02;

/** Readings are alike from this share of the best one's weight on. */
export const ALIKE = 0.5;

/** Of several words, a page must have this share of what the best page has. */
export const ENOUGH = 0.35;

/** A form that more likely belongs to another lemma, and one that stands as it was typed. */
export const DOUBTFUL = 0.1;
export const LITERAL = 1.2;

/** A good answer is among so many results: there each meaning of an ambiguous word has its place. */
export const FIRST = 3;

/** Among the first, how much a meaning that none before it has comes before all else. */
export const OPEN = 1000;

/** Of many words, a page that lacks some falls back by this power of what it has. */
export const COVERAGE = 2;

/** A page has a word by this power of its share of what the page has that the word says most of. */
export const HAVING = 0.3;

/** A word is the rarer the fewer pages it says much of: each counts by this power of that share. */
export const RARITY = 0.7;

/** Said so often of a page of which as much is said as of others, a word has half of what staff's words can weigh. */
export const SAID = 2;

/** Words are kin by this share of the letters in fours that they have in common, to this power. */
export const KINSHIP = 0.25;
export const KINDRED = 3;

/**
 * Of several words, how much it counts how likely staff say them of a page (to this power): so much that more changes
 * no more. Letters in fours count for this share of it, as each word has many.
 */
export const EVIDENCE = 0.2;
export const FOURS = 0.2;

/** The same where examples tell, too. */
export const SUPPORT = 0.1;

/**
 * How much it counts how near what was typed comes to what is said of a page (to this power), and for one word alone;
 * and by how much what is nearest counts most: what is the same counts as much as e to this power texts that have
 * little in common.
 */
export const LIKENESS = 0.4;
export const ALONE = 0.1;
export const NEARNESS = 10;

/** What is said anywhere is known of a page as if so much were said, of what is said of a usual page. */
export const PRIOR = 0.6;

/** A word on more than this share of all pages tells nothing. */
export const COMMON = 0.4;

/** Up to so many letters a word that is being typed may be anything that begins so. */
export const SHORT = 5;

/** Slips are looked for in words of at least so many letters: one slip, and two. */
export const SLIP_FROM = 4;
export const SLIPS_FROM = 6;

/**
 * In a long part a word says less.
 * @param {number} words
 */
export const length = (words) => 1 / Math.sqrt(1 + words / 25);
