// The page at the root: goes on to the language chosen before, or else, the first time, to the one
// the browser asks for. With #choose in the address, or with neither, the list stays.

import { all } from "./dom.js";
import { preferred, remember, remembered } from "./language.js";

const links = all("a[hreflang]", HTMLAnchorElement);
const offered = links.map((link) => link.hreflang);
for (const link of links) link.addEventListener("click", () => remember(link.hreflang));

if (location.hash !== "#choose") {
  const before = remembered();
  const code = offered.includes(before) ? before : preferred(offered);
  if (code) {
    remember(code);
    location.replace(new URL(`${code}/`, document.baseURI));
  }
}
