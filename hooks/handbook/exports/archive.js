// Stands for `import` and `fetch` where a page comes from file://; see archive.py, which puts it into
// each archive. A module is run once, after those it imports, under the address of its file.

(() => {
  const modules = new Map();
  const texts = new Map();
  const self = () => document.currentScript.src;

  /** Load a plain script; resolves when it has run. */
  function script(address) {
    return new Promise((resolve, reject) => {
      const element = document.createElement("script");
      element.src = address;
      element.onload = () => resolve();
      element.onerror = () => reject(new Error(`cannot load ${address}`));
      document.head.append(element);
    });
  }

  /** A module's exports, loaded if need be; `path` is relative to `base`. */
  async function load(base, path) {
    const address = new URL(path, base).href;
    if (!modules.has(address)) await script(address);
    return modules.get(address);
  }

  function define(paths, run) {
    const address = self();
    if (modules.has(address)) return;
    const needed = Promise.all(paths.map((path) => load(address, path)));
    modules.set(address, needed.then((found) => run(found, address)));
  }

  async function text(address) {
    if (!texts.has(address)) await script(`${address}.js`);
    return new Response(texts.get(address), { headers: { "Content-Type": "application/json" } });
  }

  const fetched = globalThis.fetch;
  globalThis.fetch = (input, options) => {
    const address = new URL(input.url ?? input, document.baseURI);
    address.search = address.hash = "";
    return address.protocol === "file:" ? text(address.href) : fetched(input, options);
  };
  const put = (given) => texts.set(self().replace(/\.js$/, ""), given);
  globalThis.handbookArchive = { define, load, put };
})();
