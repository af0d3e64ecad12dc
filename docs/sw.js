// Reads the handbook without a network. It stands at the root, as a worker rules only what is below it.
//
// The network comes first, so that nobody reads an old page while there is a new one; what it brings
// is kept. A page asks for its whole language to be kept (offline.json lists it, with digests), so
// pages never visited and the search are there, too. No build step, no list of files in this script.
//
// Whatever runs on a page of this host can write into what is kept. So each time the lists come from the
// network, everything kept is held against them, and what is not on them byte for byte is dropped.

// The number goes up when what older workers kept is not to be trusted or understood any more.
const VERSION = 2;
const AT_ONCE = 4;
const PATIENCE = 4000;
const PAUSE = 10 * 60 * 1000;
const LANGUAGE = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i;
const DIGEST = /^[0-9a-f]{32}$/;

/** @typedef {Map<string, string>} Listed the digest of each file by its full address. */

// A worker of this kind is one alone where it is registered, which its type does not tell.
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (globalThis));
const { scope } = worker.registration;
// Two handbooks may share a host.
const CACHE = `handbook-${VERSION} ${scope}`;
/** @type {Map<string, number>} when each language was brought up to date. */
const kept = new Map();
/** @type {Set<string>} what came from the network otherwise than the list says, with the digest there. */
const refused = new Set();
/** @type {Set<string>} what a visit has brought since the list was asked for, which may be newer than the list. */
const visited = new Set();
/** One at a time: who still clears by an older list would drop what a newer one has brought. */
let busy = Promise.resolve();

worker.addEventListener("install", () => worker.skipWaiting());
worker.addEventListener("activate", (event) => event.waitUntil(activate()));

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  // The form for editing is no page of the handbook; without a network it is of no use.
  const isForm = /^(assets\/(\w+\/)?)?edit\//.test(request.url.slice(scope.length));
  const ours = request.method === "GET" && request.url.startsWith(scope) && !isForm;
  if (ours && !request.url.endsWith("/offline.json")) event.respondWith(answer(event));
});

worker.addEventListener("message", (event) => {
  const { keep: language, now } = Object(event.data);
  if (typeof language !== "string" || !LANGUAGE.test(language)) return;
  if (!now && Date.now() - (kept.get(language) ?? 0) < PAUSE) return;
  kept.set(language, Date.now());
  // Where it fails halfway, the next page goes on from there.
  busy = busy.then(() => keep(language)).catch(() => void kept.delete(language));
  event.waitUntil(busy);
});

/** Drop what other versions kept: the first of them under one name for the whole host. */
async function activate() {
  for (const name of await caches.keys()) {
    const older = name === "handbook" || (name.startsWith("handbook-") && name.endsWith(` ${scope}`));
    if (older && name !== CACHE) await caches.delete(name);
  }
  await worker.clients.claim();
}

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
      visited.add(key(request.url));
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
 * Bring what is kept of a language up to date: fetch what is new or has changed, drop what is on no list.
 * @param {string} language
 */
async function keep(language) {
  visited.clear();
  const files = await list(language);
  if (files.size === 0) return;
  const cache = await caches.open(CACHE);
  const waiting = files.entries();
  const bring = async () => {
    for (const [url, digest] of waiting) await update(cache, url, digest);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, bring));
  await clear(cache, files);
}

/**
 * The files of a language as the network lists them; none where there is no list.
 * @param {string} language
 * @returns {Promise<Listed>}
 */
async function list(language) {
  const answered = await fetch(`${scope}${language}/offline.json`, { cache: "no-cache" });
  /** @type {Listed} */
  const files = new Map();
  if (!answered.ok) return files;
  for (const [path, digest] of Object.entries(Object(await answered.json()))) {
    const { href } = new URL(path, scope);
    if (href.startsWith(scope) && DIGEST.test(digest)) files.set(href, digest);
  }
  return files;
}

/**
 * Have a file as the list says it is; what is otherwise is not kept.
 * @param {Cache} cache
 * @param {string} url
 * @param {string} digest
 */
async function update(cache, url, digest) {
  if (await isAs(await cache.match(url, { ignoreVary: true }), digest)) return;
  const mark = `${digest} ${url}`;
  if (refused.has(mark)) return;
  const response = await fetch(url, { cache: "no-cache" });
  // A host in trouble: nothing is dropped yet for want of something newer.
  if (response.status >= 500) throw new Error(`${response.status}: ${url}`);
  if (response.status !== 200) return;
  if (await isAs(response.clone(), digest)) {
    const headers = { "Content-Type": response.headers.get("Content-Type") ?? "" };
    await cache.put(url, new Response(await response.blob(), { headers }));
  } else {
    // A host that changes files on their way: not again before the list or the worker is a new one.
    refused.add(mark);
  }
}

/**
 * Drop what is on no list: what was deleted, and what did not come from this site. Of other languages what
 * their lists name stays, without being brought up to date.
 * @param {Cache} cache
 * @param {Listed} files those of the language that was brought up to date.
 */
async function clear(cache, files) {
  /** @type {Map<string, Promise<Listed>>} */
  const others = new Map();
  for (const { url } of await cache.keys()) {
    if (visited.has(url)) continue;
    const folder = url.startsWith(scope) ? url.slice(scope.length).split("/")[0] : "";
    let digest = files.get(url);
    if (!digest && LANGUAGE.test(folder)) {
      const other = others.get(folder) ?? list(folder);
      others.set(folder, other);
      digest = (await other).get(url);
    }
    const found = digest && (await cache.match(url, { ignoreVary: true }));
    if (!digest || !(await isAs(found || undefined, digest))) await cache.delete(url, { ignoreVary: true });
  }
}

/**
 * Whether an answer is, byte for byte, what a digest was made of.
 * @param {Response | undefined} response
 * @param {string} digest
 */
async function isAs(response, digest) {
  if (!response) return false;
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", await response.arrayBuffer()));
  const text = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return text.slice(0, digest.length) === digest;
}
