// Stands for `import` and `fetch` where a page comes from file://; see archive.py, which puts it into
// each archive. A module is run once, after those it imports, under the address of its file.

/**
 * @typedef {Record<string, unknown>} Module what a module exports.
 * @typedef {(modules: Module[], address: string) => Module} Run a module's text, given those it imports.
 */

(() => {
  /** @type {Map<string, Promise<Module>>} */
  const modules = new Map();
  /** @type {Map<string, string>} */
  const texts = new Map();

  /** The address of the script that is running. */
  function self() {
    const script = document.currentScript;
    if (!(script instanceof HTMLScriptElement)) throw new Error("not called by a script");
    return script.src;
  }

  /**
   * Load a plain script; resolves when it has run.
   * @param {string} address
   * @returns {Promise<void>}
   */
  function script(address) {
    return new Promise((resolve, reject) => {
      const element = document.createElement("script");
      element.src = address;
      element.onload = () => resolve();
      element.onerror = () => reject(new Error(`cannot load ${address}`));
      document.head.append(element);
    });
  }

  /**
   * A module's exports, loaded if need be; `path` is relative to `base`.
   * @param {string | URL} base
   * @param {string | URL} path
   * @returns {Promise<Module>}
   */
  async function load(base, path) {
    const address = new URL(path, base).href;
    if (!modules.has(address)) await script(address);
    const found = modules.get(address);
    if (!found) throw new Error(`no module in ${address}`);
    return found;
  }

  /**
   * @param {string[]} paths
   * @param {Run} run
   */
  function define(paths, run) {
    const address = self();
    if (modules.has(address)) return;
    const needed = Promise.all(paths.map((path) => load(address, path)));
    modules.set(
      address,
      needed.then((found) => run(found, address)),
    );
  }

  /** @param {string} address */
  async function text(address) {
    if (!texts.has(address)) await script(`${address}.js`);
    return new Response(texts.get(address) ?? "", { headers: { "Content-Type": "application/json" } });
  }

  const fetched = globalThis.fetch;
  globalThis.fetch = (input, options) => {
    const address = new URL(input instanceof Request ? input.url : input, document.baseURI);
    address.search = address.hash = "";
    return address.protocol === "file:" ? text(address.href) : fetched(input, options);
  };
  /** @param {string} given */
  const put = (given) => texts.set(self().replace(/\.js$/, ""), given);
  Object.assign(globalThis, { handbookArchive: { define, load, put } });
})();
