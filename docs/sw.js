// Reads the handbook without a network. It stands at the root, as a worker rules only what is below it.
//
// The network comes first, so that nobody reads an old page while there is a new one; what it brings
// is kept. A page asks for its whole language to be kept (offline.json lists it, with digests), so
// pages never visited and the search are there, too. No build step, no list of files in this script.

const CACHE = "handbook";
const DIGEST = "handbook-digest";
const AT_ONCE = 4;
const PATIENCE = 4000;
const PAUSE = 10 * 60 * 1000;
/** @type {Map<string, number>} */
const kept = new Map();
// A worker of this kind is one alone where it is registered, which its type does not tell.
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (globalThis));
const { scope } = worker.registration;

worker.addEventListener("install", () => worker.skipWaiting());
worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const ours = request.method === "GET" && request.url.startsWith(scope);
  if (ours && !request.url.endsWith("/offline.json")) event.respondWith(answer(event));
});

worker.addEventListener("message", (event) => {
  const { keep: language, now } = event.data;
  if (!language || (!now && Date.now() - (kept.get(language) ?? 0) < PAUSE)) return;
  kept.set(language, Date.now());
  // Where it fails halfway, the next page goes on from there.
  event.waitUntil(keep(language).catch(() => kept.delete(language)));
});

/**
 * The address under which something is kept: without query and section.
 * @param {string} url
 */
function key(url) {
  const address = new URL(url);
  address.search = address.hash = "";
  return address.href;
}

/**
 * @param {FetchEvent} event
 * @returns {Promise<Response>}
 */
async function answer(event) {
  const { request } = event;
  const cache = await caches.open(CACHE);
  const copy = await cache.match(key(request.url), { ignoreVary: true });
  try {
    // Without a copy there is nothing better to do than to wait.
    const response = await (copy ? Promise.race([load(request), tooLong()]) : load(request));
    if (response.status === 200 && response.type === "basic" && !response.redirected) {
      event.waitUntil(cache.put(key(request.url), response.clone()));
    }
    return response.status >= 500 && copy ? copy : response;
  } catch {
    return copy ?? (await instead(request, cache)) ?? Response.error();
  }
}

/**
 * From the network. For a page its server is asked whether what the browser has is still the newest.
 * @param {Request} request
 */
function load(request) {
  if (request.mode !== "navigate") return fetch(request);
  return fetch(request.url, { cache: "no-cache", redirect: "manual" });
}

/** @returns {Promise<never>} */
function tooLong() {
  return new Promise((_, reject) => setTimeout(reject, PATIENCE));
}

/**
 * For a page that is not kept: the folder's page that is meant, else the one that says so.
 * @param {Request} request
 * @param {Cache} cache
 */
async function instead(request, cache) {
  if (request.mode !== "navigate") return undefined;
  const { href } = new URL(key(request.url));
  const language = href.slice(scope.length).split("/")[0];
  for (const other of [`${href}/`, `${scope}${language}/404.html`, `${scope}404.html`]) {
    const found = await cache.match(other, { ignoreVary: true });
    if (found) return found;
  }
  return undefined;
}

/**
 * Bring what is kept of a language up to date: fetch what is new or has changed, drop what is gone.
 * @param {string} language
 */
async function keep(language) {
  const answered = await fetch(`${scope}${language}/offline.json`, { cache: "no-cache" });
  if (!answered.ok) return;
  /** @type {Record<string, string>} */
  const listed = await answered.json();
  const files = Object.entries(listed);
  const cache = await caches.open(CACHE);
  const waiting = files.values();
  const load = async () => {
    for (const [path, digest] of waiting) {
      const url = scope + path;
      const have = await cache.match(url, { ignoreVary: true });
      if (have?.headers.get(DIGEST) === digest) continue;
      const response = await fetch(url, { cache: "no-cache" });
      if (response.status !== 200) continue;
      const headers = { "Content-Type": response.headers.get("Content-Type") ?? "", [DIGEST]: digest };
      await cache.put(url, new Response(await response.blob(), { headers }));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, load));
  const current = new Set(files.map(([path]) => scope + path));
  for (const { url } of await cache.keys()) {
    if (url.startsWith(`${scope}${language}/`) && !current.has(url)) await cache.delete(url);
  }
}
