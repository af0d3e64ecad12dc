// The search in a thread of its own, so that typing never waits. A message is {id, base, name,
// values}; the answer {id, value} or {id, error}.

// Each is named here, so that all are asked for at once and not one after the other.
import "./analyser.js";
import "./description.js";
import "./diversity.js";
import "./engine.js";
import "./evidence.js";
import "./examples.js";
import "./interpreter.js";
import "./kinship.js";
import "./language_model.js";
import "./lexicon.js";
import "./occurrences.js";
import "./quotation.js";
import "./ranking.js";
import { answer } from "./service.js";
import "./slips.js";
import "./sorted_texts.js";
import "./steps.js";
import "./tiers.js";
import "./weights.js";

/** @type {Parameters<typeof answer>[0]} */
const services = new Map();

self.addEventListener("message", async ({ data: { id, base, name, values } }) => {
  try {
    self.postMessage({ id, value: await answer(services, base, name, values) });
  } catch (error) {
    self.postMessage({ id, error: String(error) });
  }
});
