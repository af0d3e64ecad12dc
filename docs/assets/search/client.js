// A language's search for the page: in a worker, or here where there is none.

import { workerAddress } from "../trusted.js";

/**
 * @import { Detail } from "./description.js"
 * @import { Answer, Ready, Service } from "./service.js"
 *
 * @typedef {keyof Pick<Service, "ready" | "search" | "complete" | "count" | "details">} Name of a method.
 * @typedef {unknown} Value what a method takes or gives: whatever can be sent to a worker.
 *
 * @typedef {object} Question one that the worker has not answered yet.
 * @property {string} base
 * @property {Name} name
 * @property {Value[]} values
 * @property {(value: Value) => void} resolve
 * @property {(error: unknown) => void} reject
 */

/** @type {Worker | null | undefined} null where there is none. */
let worker;
let last = 0;
/** @type {Map<number, Question>} */
const waiting = new Map();

/** The search of a language; its methods are those of `Service`. */
class Connection {
  /** @param {string} base the address of the language's folder. */
  constructor(base) {
    this.base = base;
  }

  /** @returns {Promise<Ready>} */
  ready() {
    return this.#call("ready");
  }

  /**
   * @param {string} query
   * @param {number} limit
   * @param {string} [from]
   * @returns {Promise<Answer>}
   */
  search(query, limit, from) {
    return this.#call("search", query, limit, from);
  }

  /**
   * @param {string} query
   * @param {number} limit
   * @param {string} [from]
   * @returns {Promise<Answer>}
   */
  complete(query, limit, from) {
    return this.#call("complete", query, limit, from);
  }

  /**
   * @param {string} query
   * @returns {Promise<number>}
   */
  count(query) {
    return this.#call("count", query);
  }

  /**
   * @param {string} query
   * @returns {Promise<Detail[] | null>}
   */
  details(query) {
    return this.#call("details", query);
  }

  /**
   * What the method of a name gives; the worker's answers carry no types.
   * @template T
   * @param {Name} name
   * @param {Value[]} values
   * @returns {Promise<T>}
   */
  async #call(name, ...values) {
    const started = start();
    const value = await (started ? ask(started, this.base, name, values) : here(this.base, name, values));
    return /** @type {T} */ (value);
  }
}

/**
 * The search of a language.
 * @param {string} base the address of the language's folder.
 */
export const connect = (base) => new Connection(base);

/** @type {Map<string, Service>} */
const services = new Map();

/**
 * @param {string} base
 * @param {Name} name
 * @param {Value[]} values
 * @returns {Promise<Value>}
 */
async function here(base, name, values) {
  // Not loaded where the worker does the work.
  const { answer } = await import("./service.js");
  return answer(services, base, name, values);
}

function start() {
  if (worker !== undefined) return worker;
  try {
    worker = new Worker(workerAddress(new URL("./worker.js", import.meta.url)), { type: "module" });
  } catch {
    worker = null;
    return worker;
  }
  worker.addEventListener("message", ({ data: { id, value, error } }) => {
    const question = waiting.get(id);
    waiting.delete(id);
    if (error) question?.reject(new Error(error));
    else question?.resolve(value);
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

/**
 * @param {Worker} started
 * @param {string} base
 * @param {Name} name
 * @param {Value[]} values
 * @returns {Promise<Value>}
 */
function ask(started, base, name, values) {
  return new Promise((resolve, reject) => {
    const id = ++last;
    waiting.set(id, { base, name, values, resolve, reject });
    started.postMessage({ id, base, name, values });
  });
}
