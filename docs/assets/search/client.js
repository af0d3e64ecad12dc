// A language's search for the page: in a worker, or here where there is none.

const NAMES = ["ready", "search", "count", "details"];

let worker;
let last = 0;
const waiting = new Map();

/**
 * The search of a language; its methods are those of `Service`.
 * @param {string} base the address of the language's folder.
 */
export function connect(base) {
  const call = (name, values) => (start() ? ask(base, name, values) : here(base, name, values));
  return Object.fromEntries(NAMES.map((name) => [name, async (...values) => call(name, values)]));
}

const services = {};

async function here(base, name, values) {
  // Not loaded where the worker does the work.
  const { Service } = await import("./service.js");
  return (services[base] ??= new Service(base))[name](...values);
}

function start() {
  if (worker !== undefined) return worker;
  try {
    worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
  } catch {
    worker = null;
    return worker;
  }
  worker.addEventListener("message", ({ data: { id, value, error } }) => {
    const { resolve, reject } = waiting.get(id);
    waiting.delete(id);
    if (error) reject(new Error(error));
    else resolve(value);
  });
  // A browser without module workers, or a rule of the host's: all questions are asked here instead.
  worker.addEventListener("error", () => {
    worker = null;
    for (const { base, name, values, resolve, reject } of waiting.values()) {
      here(base, name, values).then(resolve, reject);
    }
    waiting.clear();
  });
  return worker;
}

function ask(base, name, values) {
  return new Promise((resolve, reject) => {
    const id = ++last;
    waiting.set(id, { base, name, values, resolve, reject });
    worker.postMessage({ id, base, name, values });
  });
}
