// What every page of the handbook does in the browser: the colours the reader chose, links to the
// other languages that keep the place, and buttons that tell whether what they open is open.

import { carry, remember } from "./language.js";

const root = document.documentElement;

/**
 * Tell the state of what a button opens, and close it when the focus goes elsewhere.
 *
 * Browsers tell it by themselves, but not yet all of them; and HTML forbids the attribute in the page.
 */
function attend(button) {
  const opened = button.popoverTargetElement;
  if (!opened) return;
  button.setAttribute("aria-expanded", "false");
  opened.addEventListener("toggle", (event) => {
    button.setAttribute("aria-expanded", String(event.newState === "open"));
  });
  opened.addEventListener("focusout", ({ relatedTarget: next }) => {
    const away = next && next !== button && !opened.contains(next);
    if (away && opened.matches(":popover-open")) opened.hidePopover();
  });
}
for (const button of document.querySelectorAll("button[popovertarget]")) attend(button);

// The links are brought up to date when they are shown, so that they can be copied and opened in a
// new tab, and once more when they are used.
const links = [...document.querySelectorAll("a[data-language]")];
document.querySelector("#languages")?.addEventListener("beforetoggle", () => links.forEach(carry));
for (const link of links) {
  link.addEventListener("click", () => {
    carry(link);
    remember(link.dataset.language);
  });
}

// Light or dark: the reader's choice for the whole handbook, else the system's.
const KEY = "handbook.scheme";
const system = matchMedia("(prefers-color-scheme: dark)");
const toggle = document.querySelector("#scheme");

const scheme = () => root.dataset.scheme ?? (system.matches ? "dark" : "light");

function label() {
  if (!toggle) return;
  const text = scheme() === "dark" ? toggle.dataset.light : toggle.dataset.dark;
  toggle.setAttribute("aria-label", text);
  toggle.title = text;
}

function choose(chosen) {
  root.dataset.scheme = chosen;
  label();
}

toggle?.addEventListener("click", () => {
  choose(scheme() === "dark" ? "light" : "dark");
  try {
    localStorage.setItem(KEY, scheme());
  } catch {
    // Where nothing may be kept, the choice holds for this page.
  }
});
system.addEventListener("change", label);
addEventListener("storage", (event) => {
  if (event.key === KEY && event.newValue) choose(event.newValue);
});
label();

// The menu: on a wide screen the current page is scrolled into its view; opened on a narrow one it
// must not stay open over a window that has become wide.
const menu = document.querySelector("#menu");
const here = menu?.querySelector('[aria-current="page"]');
if (here && menu.scrollHeight > menu.clientHeight) {
  menu.scrollTop = here.offsetTop - menu.clientHeight / 2;
}
matchMedia("(min-width: 60.01rem)").addEventListener("change", () => {
  if (menu?.matches(":popover-open")) menu.hidePopover();
});
