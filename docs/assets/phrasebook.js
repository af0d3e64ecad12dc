// The phrasebook: a copy button for every phrase, and for the same phrase in the other languages.

import { all, one } from "./dom.js";
import { copyable, copyOnClick } from "./phrases.js";

for (const phrase of all(".phrase", HTMLElement)) copyable(phrase, phrase);
for (const other of all(".phrase + ul > li", HTMLElement)) {
  const said = one("[lang]", HTMLElement, other);
  copyable(other, said, said.lang);
}
copyOnClick(one("main", HTMLElement));
