// The phrasebook: a copy button for every phrase, and for the same phrase in the other languages.

import { copyable, copyOnClick } from "./phrases.js";

for (const phrase of document.querySelectorAll(".phrase")) copyable(phrase, phrase);
for (const other of document.querySelectorAll(".phrase + ul > li")) {
  const said = other.querySelector("[lang]");
  copyable(other, said, said.lang);
}
copyOnClick(document.querySelector("main"));
