// The first results of one word, so that they show each thing that it may mean.

import { likely } from "./interpreter.js";
import { FIRST, OPEN, WAYS } from "./weights.js";

// Of what the first results must show, the form that is nearest to the typed one.
const NEAREST = "nearest";

/**
 * @import { Reading } from "./interpreter.js"
 * @import { Entry } from "./ranking.js"
 */

/**
 * Among the first, a page for each meaning that is as likely as the best one, and one with the nearest form.
 * @param {Entry[]} hits
 * @param {Reading[]} readings
 */
export function spread(hits, readings) {
  const meant = likely(readings);
  /** @type {Set<number | string>} */
  const open = new Set(readings.flatMap((reading, number) => (meant.includes(reading) ? [number] : [])));
  open.add(NEAREST);
  const nearest = Math.max(0, ...hits.map(({ near }) => near));
  /** @param {Entry} hit */
  const shows = ({ met, near }) => (near === nearest ? [...met, NEAREST] : met);
  const certain = meant.some(({ weight }) => weight >= WAYS.form);
  const rest = [...hits];
  /** @type {Entry[]} */
  const first = [];
  while (first.length < FIRST && rest.length > 0) {
    let best = 0;
    let most = -1;
    rest.forEach((hit, at) => {
      const fresh = shows(hit).filter((what) => open.has(what)).length;
      // What surely is meant has its best page first, whatever else that covers.
      const value = hit.score * ((certain && first.length === 0) || fresh === 0 ? 1 : OPEN * fresh);
      if (value > most) [best, most] = [at, value];
    });
    const [taken] = rest.splice(best, 1);
    for (const what of shows(taken)) open.delete(what);
    first.push(taken);
  }
  return [...first, ...rest];
}
