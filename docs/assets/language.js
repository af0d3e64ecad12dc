// The reader's choice of language and place, shared by the chooser and every page.
// It is kept under one key for the whole site, whatever path the site is served from.

import { KEYS, keep, kept } from "./storage.js";

/**
 * The language the reader chose before, or ""; private windows may refuse to tell. It may be anything, so
 * it only counts where it is one of those offered.
 */
export const remembered = () => kept(KEYS.language);

/**
 * Remember a choice; where that is refused, the page still works and the chooser will ask again. A server
 * that answers the site's root by itself (deploy/nginx) knows the choice by a cookie.
 * @param {string} code
 */
export function remember(code) {
  keep(KEYS.language, code);
  const root = new URL(import.meta.url).pathname.replace(/assets\/.*$/, "");
  try {
    document.cookie = `handbook_language=${code}; path=${root}; max-age=31536000; samesite=lax`;
  } catch {
    // A page in a sandbox has none.
  }
}

/**
 * The first of the reader's languages that is offered, or null. "hr-HR" counts as "hr".
 * @param {string[]} offered
 * @param {readonly string[]} [languages]
 * @returns {string | null}
 */
export function preferred(offered, languages = navigator.languages) {
  for (const language of languages) {
    const code = language.toLowerCase().split("-")[0];
    if (offered.includes(code)) return code;
  }
  return null;
}

/** The text that the address asked to be marked (#:~:text=…), which the browser takes out of it. */
function textMarked() {
  const [entry] = performance.getEntriesByType("navigation");
  const [, directive] = (entry?.name ?? "").split(":~:");
  return directive ? `:~:${directive}` : "";
}

/**
 * Let a link to this page in another language keep the reader's query, section and marked text.
 * @param {HTMLAnchorElement} link
 */
export function carry(link) {
  if ("untranslated" in link.dataset) return;
  const url = new URL(link.href);
  url.search = location.search;
  const marked = textMarked();
  url.hash = marked ? `${location.hash || "#"}${marked}` : location.hash;
  link.href = url.href;
}
