// The 404 page at the root: an address below a language's folder gets its answer in that language,
// any other one in the language the reader chose before; else all of them stay.

import { remembered } from "./language.js";

const sections = [...document.querySelectorAll("section[lang]")];
const found =
  sections.find(({ dataset }) => location.pathname.startsWith(dataset.prefix)) ??
  sections.find(({ lang }) => lang === remembered());
if (found) {
  for (const section of sections) section.hidden = section !== found;
  document.documentElement.lang = found.lang;
  document.title = found.querySelector("h1").textContent;
}
