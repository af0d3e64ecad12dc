// What is said of pages, as evidence for those that were found: its single words, and what is said as a whole.

import { LanguageModel } from "./language_model.js";
import { quoted } from "./quotation.js";
import { ALONE, EVIDENCE, LIKENESS, SUPPORT } from "./weights.js";

/**
 * @import { Examples } from "./examples.js"
 * @import { Understood } from "./interpreter.js"
 * @import { Kinship } from "./kinship.js"
 * @import { Lexicon } from "./lexicon.js"
 * @import { Occurrences } from "./occurrences.js"
 *
 * @typedef {{page: number, score: number}} Scored a page that was found.
 */

/** Weighs the pages that were found by what is said of them. */
export class Evidence {
  /**
   * @param {Lexicon} lexicon
   * @param {Occurrences} occurrences
   * @param {Kinship} kinship
   * @param {Examples | null} examples null while the rest of the index is awaited.
   */
  constructor(lexicon, occurrences, kinship, examples) {
    this.lexicon = lexicon;
    this.occurrences = occurrences;
    this.kinship = kinship;
    this.examples = examples;
    /** @type {LanguageModel | null} */
    this.model = null;
  }

  /**
   * Let pages fall back that staff hardly say these words of, unless they are quoted, or nothing like them.
   * @param {Scored[]} hits
   * @param {Understood[]} asked
   */
  favour(hits, asked) {
    const { examples } = this;
    // One word alone is asked for where it stands; of several it tells what staff say them of.
    const alone = asked.length === 1;
    if (!alone) {
      const known = quoted(asked, this.lexicon, this.occurrences);
      this.model ??= new LanguageModel(this.lexicon, this.occurrences, this.kinship);
      const others = hits.filter(({ page }) => !known.has(page));
      fallBack(hits, others, this.model.evidence(asked), examples ? SUPPORT : EVIDENCE);
    }
    if (examples) fallBack(hits, hits, examples.evidence(asked), alone ? ALONE : LIKENESS);
  }
}

/**
 * Let some pages fall back by how much less speaks for them than for the best of all.
 * @param {Scored[]} hits
 * @param {Scored[]} some
 * @param {Float64Array} evidence by page, as logarithms.
 * @param {number} power how much it counts.
 */
function fallBack(hits, some, evidence, power) {
  const most = Math.max(...hits.map(({ page }) => evidence[page]));
  for (const hit of some) hit.score *= Math.exp(power * (evidence[hit.page] - most));
}
