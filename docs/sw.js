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
const kept = new Map();

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const ours = request.method === "GET" && request.url.startsWith(self.registration.scope);
  if (ours && !request.url.endsWith("/offline.json")) event.respondWith(answer(event));
});

self.addEventListener("message", (event) => {
  const { keep: language, now } = event.data;
  if (!language || (!now && Date.now() - (kept.get(language) ?? 0) < PAUSE)) return;
  kept.set(language, Date.now());
  // Where it fails halfway, the next page goes on from there.
  event.waitUntil(keep(language).catch(() => kept.delete(language)));
});

/** The address under which something is kept: without query and section. */
function key(url) {
  const address = new URL(url);
  address.search = address.hash = "";
  return address.href;
}

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

/** From the network. For a page its server is asked whether what the browser has is still the newest. */
function load(request) {
  if (request.mode !== "navigate") return fetch(request);
  return fetch(request.url, { cache: "no-cache", redirect: "manual" });
}

function tooLong() {
  return new Promise((_, reject) => setTimeout(reject, PATIENCE));
}

/** For a page that is not kept: the folder's page that is meant, else the one that says so. */
async function instead(request, cache) {
  if (request.mode !== "navigate") return undefined;
  const { href } = new URL(key(request.url));
  const language = href.slice(self.registration.scope.length).split("/")[0];
  for (const other of [`${href}/`, `${self.registration.scope}${language}/404.html`, `${self.registration.scope}404.html`]) {
    const found = await cache.match(other, { ignoreVary: true });
    if (found) return found;
  }
  return undefined;
}

/** Bring what is kept of a language up to date: fetch what is new or has changed, drop what is gone. */
async function keep(language) {
  const scope = self.registration.scope;
  const answered = await fetch(`${scope}${language}/offline.json`, { cache: "no-cache" });
  if (!answered.ok) return;
  const files = Object.entries(await answered.json());
  const cache = await caches.open(CACHE);
  const waiting = files.values();
  const worker = async () => {
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
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const listed = new Set(files.map(([path]) => scope + path));
  for (const { url } of await cache.keys()) {
    if (url.startsWith(`${scope}${language}/`) && !listed.has(url)) await cache.delete(url);
  }
}
