// What every page of the handbook does in the browser.

import { remember } from "./language.js";

// The language menu keeps the reader's place: section and query go along, the choice is remembered.
document.addEventListener(
  "click",
  (event) => {
    const link = event.target.closest?.("a[data-language]");
    if (!link) return;
    remember(link.dataset.language);
    if (!("untranslated" in link.dataset)) {
      const url = new URL(link.href);
      url.search = location.search;
      url.hash = location.hash;
      link.href = url;
    }
  },
  { capture: true },
);
