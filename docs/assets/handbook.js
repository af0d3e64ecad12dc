// What every page of the handbook does in the browser: the colours the reader chose, links to the
// other languages that keep the place, buttons that tell whether what they open is open, contents
// that follow the reader.

import { all, around, maybe, one } from "./dom.js";
import { carry, remember } from "./language.js";
import { KEYS, keep, keepsCards, kept } from "./storage.js";

const root = document.documentElement;

/**
 * Tell the state of what a button opens, and close it when the focus goes elsewhere.
 *
 * Browsers tell it by themselves, but not yet all of them; and HTML forbids the attribute in the page.
 * @param {HTMLButtonElement} button
 */
function attend(button) {
  const opened = button.popoverTargetElement;
  if (!(opened instanceof HTMLElement)) return;
  button.setAttribute("aria-expanded", "false");
  opened.addEventListener("toggle", (event) => {
    button.setAttribute("aria-expanded", String(event.newState === "open"));
  });
  opened.addEventListener("focusout", ({ relatedTarget: next }) => {
    const away = next instanceof Node && next !== button && !opened.contains(next);
    if (away && opened.matches(":popover-open")) opened.hidePopover();
  });
}
for (const button of all("button[popovertarget]", HTMLButtonElement)) attend(button);

// The links are brought up to date when they are shown, so that they can be copied and opened in a
// new tab, and once more when they are used.
const links = all("a[data-language]", HTMLAnchorElement);
document.querySelector("#languages")?.addEventListener("beforetoggle", () => {
  for (const link of links) carry(link);
});
for (const link of links) {
  link.addEventListener("click", () => {
    carry(link);
    remember(link.dataset.language ?? "");
  });
}

// Light or dark: what the system has, or what the reader chose instead, for the whole handbook.
const system = matchMedia("(prefers-color-scheme: dark)");
const toggle = maybe("#scheme", HTMLElement);

const ofSystem = () => (system.matches ? "dark" : "light");
const scheme = () => root.dataset.scheme ?? ofSystem();

function label() {
  // Material shows pictures made for one of its schemes by this.
  document.body.dataset.mdColorScheme = scheme() === "dark" ? "slate" : "default";
  if (!toggle) return;
  const text = (scheme() === "dark" ? toggle.dataset.light : toggle.dataset.dark) ?? "";
  toggle.setAttribute("aria-label", text);
  toggle.title = text;
}

/**
 * Null goes with the system.
 * @param {string | null} chosen
 */
function choose(chosen) {
  if (chosen === "light" || chosen === "dark") root.dataset.scheme = chosen;
  else delete root.dataset.scheme;
  label();
}

toggle?.addEventListener("click", () => {
  const wanted = scheme() === "dark" ? "light" : "dark";
  choose(wanted === ofSystem() ? null : wanted);
  // Where nothing may be kept, the choice holds for this page.
  keep(KEYS.scheme, root.dataset.scheme ?? "");
});
system.addEventListener("change", label);
addEventListener("storage", (event) => {
  if (event.key === KEYS.scheme) choose(event.newValue);
});
label();

// The menu: on a wide screen the current page is scrolled into its view; opened on a narrow one it
// must not stay open over a window that has become wide.
const menu = maybe("#menu", HTMLElement);
const here = menu && maybe('[aria-current="page"]', HTMLElement, menu);
const scrolled = here?.closest(".md-sidebar__scrollwrap");
if (here && scrolled && scrolled.scrollHeight > scrolled.clientHeight) {
  scrolled.scrollTop = here.offsetTop - scrolled.clientHeight / 2;
}
function closeMenu() {
  if (menu?.matches(":popover-open")) menu.hidePopover();
}
matchMedia("(min-width: 60.01em)").addEventListener("change", closeMenu);

// The contents mark the section that the reader is in, and after some way up a button leads to the top.
const entries = all("#toc a", HTMLAnchorElement);
const sections = entries.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
// Where Material's script is on the page, it shows the button.
const up = "component$" in window ? null : maybe(".md-top", HTMLElement);
let last = scrollY;
let waiting = false;

function follow() {
  waiting = false;
  const line = innerHeight / 3;
  const end = innerHeight + scrollY >= root.scrollHeight - 2 && scrollY > 0;
  const passed = sections.filter((section) => section && section.getBoundingClientRect().top < line).length;
  const current = end ? entries.length - 1 : passed - 1;
  for (const [index, link] of entries.entries()) {
    link.classList.toggle("md-nav__link--active", index === current);
    if (index === current) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
  if (up) {
    if (scrollY < innerHeight || scrollY > last) up.hidden = up !== document.activeElement;
    else if (scrollY < last) up.hidden = false;
  }
  last = scrollY;
}

addEventListener(
  "scroll",
  () => {
    if (!waiting) requestAnimationFrame(follow);
    waiting = true;
  },
  { passive: true },
);
up?.addEventListener("click", () => {
  scrollTo(0, 0);
  one("#content", HTMLElement).focus({ preventScroll: true });
});
follow();

// Material's script gives each block of code a navigation of its own, and a remark in the text no name.
const content = maybe("#content", HTMLElement);
if ("component$" in window && content) {
  const calm = () => {
    for (const link of content.querySelectorAll(".md-annotation__index:not([aria-label])")) {
      const number = maybe("[data-md-annotation-id]", HTMLElement, link)?.dataset.mdAnnotationId ?? "";
      link.setAttribute("aria-label", `${content.dataset.remark} ${number}`);
    }
    for (const made of content.querySelectorAll("nav.md-code__nav:not([role])")) {
      made.setAttribute("role", "presentation");
    }
  };
  new MutationObserver(calm).observe(content, { childList: true, subtree: true });
  calm();
}

if ("framed" in root.dataset) import("./frame.js");

// Single keys: what they do is loaded with the first one, see desk/keys.js. None is taken from a field,
// none with another key held down, and none that the reader has switched off in the list.
const SINGLE = "/?jkcrg";
const FIELDS = "input, textarea, select, [contenteditable]";
const keys = () => import("./desk/keys.js");
const mine = () => import("./desk/mine.js");

addEventListener("keydown", async (event) => {
  const { key } = event;
  if (event.defaultPrevented || event.repeat || event.isComposing || key.length > 1 || !SINGLE.includes(key)) return;
  if (event.ctrlKey || event.altKey || event.metaKey || event.getModifierState("AltGraph")) return;
  if (around(event, FIELDS) || kept(KEYS.keysOff).includes(key)) return;
  event.preventDefault();
  if (key === "/") {
    // At once, so that no letter of what is typed next is lost; an open dialog lies above the search.
    if (!document.querySelector("dialog[open]")) maybe(".finding input", HTMLElement)?.click();
    return;
  }
  (await keys()).press(key);
});

// In the menu: the list of keys, and what the reader keeps; the home page shows that.
maybe(".keys-open", HTMLElement)?.addEventListener("click", async () => {
  closeMenu();
  (await keys()).list();
});
maybe(".mine-open", HTMLElement)?.addEventListener("click", async () => {
  closeMenu();
  (await mine()).manage();
});
if (document.querySelector(".home-search") && keepsCards()) mine().then((desk) => desk.showAtHome());
