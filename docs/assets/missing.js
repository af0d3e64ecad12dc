// The 404 page at the root: an address below a language's folder gets its answer in that language,
// any other one in the language the reader chose before; else all of them stay.

import { all, one } from "./dom.js";
import { remembered } from "./language.js";

const sections = all("section[lang]", HTMLElement);
const found =
  sections.find(({ dataset }) => location.pathname.startsWith(dataset.prefix ?? "")) ??
  sections.find(({ lang }) => lang === remembered());
if (found) {
  for (const section of sections) section.hidden = section !== found;
  document.documentElement.lang = found.lang;
  document.title = one("h1", HTMLElement, found).textContent;
}
