// The search in a thread of its own, so that typing never waits. A message is {id, base, name,
// values}; the answer {id, value} or {id, error}.

// Each is named here, so that all are asked for at once and not one after the other; with {}, which is
// the form that the archive understands.
import {} from "./analyser.js";
import {} from "./engine.js";
import {} from "./interpreter.js";
import {} from "./lexicon.js";
import {} from "./occurrences.js";
import {} from "./ranking.js";
import { Service } from "./service.js";
import {} from "./slips.js";
import {} from "./weights.js";

const services = new Map();

self.addEventListener("message", async ({ data: { id, base, name, values } }) => {
  try {
    if (!services.has(base)) services.set(base, new Service(base));
    self.postMessage({ id, value: await services.get(base)[name](...values) });
  } catch (error) {
    self.postMessage({ id, error: String(error) });
  }
});
