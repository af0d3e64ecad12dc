// Call mode: the part of a card for the conversation, large, alone, and the way to the next card.
//
// It is a dialog, so the browser keeps the focus inside and lets Escape leave. The address carries
// "?call", so that it can be shared, comes back with the Back button and goes on to the next card.

import { all, maybe, one } from "./dom.js";
import { keepsCards, lastFound } from "./storage.js";

const PARAMETER = "call";

/** @typedef {{previous: string | null, next: string | null}} Ways the addresses before and after. */

/**
 * The addresses before and after one in a list; null where there is none.
 * @param {string[]} urls
 * @param {string} url
 * @returns {Ways}
 */
export function neighbours(urls, url) {
  const at = urls.indexOf(url);
  return { previous: urls[at - 1] ?? null, next: at < 0 ? null : (urls[at + 1] ?? null) };
}

/**
 * An address with call mode on or off; its section stays.
 * @param {string} address
 * @param {boolean} on
 */
export function withCall(address, on) {
  const url = new URL(address, location.href);
  if (on) url.searchParams.set(PARAMETER, "1");
  else url.searchParams.delete(PARAMETER);
  return url.href;
}

function isOn() {
  return new URL(location.href).searchParams.has(PARAMETER);
}

/**
 * Where previous and next lead: within what was found, else within the family.
 * @returns {Ways}
 */
function ways() {
  const { paths } = lastFound();
  if (paths.includes(location.pathname)) return neighbours(paths, location.pathname);
  /** @param {string} rel */
  const href = (rel) => document.querySelector(`.steps a[rel="${rel}"]`)?.getAttribute("href") ?? null;
  return { previous: href("prev"), next: href("next") };
}

/** Links that lead nowhere would be worse than none, so they are made here, of the words in the page. */
function addWays(/** @type {HTMLDialogElement} */ dialog) {
  const words = one("template", HTMLTemplateElement, dialog);
  for (const [name, address] of Object.entries(ways())) {
    if (!address) continue;
    const link = document.createElement("a");
    link.className = `call-${name}`;
    link.rel = name === "next" ? "next" : "prev";
    link.href = withCall(address, true);
    const label = document.createElement("span");
    label.textContent = one(`.call-${name}`, HTMLElement, words.content).textContent;
    link.append(label);
    words.before(link);
  }
}

/** The arrow keys go on to the card before and after. */
function followArrows(/** @type {HTMLDialogElement} */ dialog) {
  dialog.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const name = event.key === "ArrowLeft" ? "previous" : event.key === "ArrowRight" ? "next" : null;
    const link = name && maybe(`a.call-${name}`, HTMLAnchorElement, dialog);
    if (link) {
      event.preventDefault();
      link.click();
    }
  });
}

/**
 * Make call mode work on this page.
 *
 * @param {HTMLElement} status what announces; it moves into the dialog, as all else is inert then.
 * @param {() => HTMLElement} first what gets the focus.
 */
export function callMode(status, first) {
  const dialog = one("dialog.call", HTMLDialogElement);
  const body = one(".call-text", HTMLElement, dialog);
  const text = one(".hb-card", HTMLElement);
  const opener = one(".call-open", HTMLElement);
  const home = status.parentElement;
  /** @type {ChildNode[]} */
  let moved = [];

  function take() {
    const nodes = [...text.childNodes];
    const end = maybe("#write, #after, #why", HTMLElement, text);
    moved = nodes.slice(0, end ? nodes.indexOf(end) : -1);
    body.append(...moved);
    dialog.append(status);
  }

  /** At the end: the other cards that the reader keeps, in call mode as well. */
  async function showKept() {
    if (!keepsCards()) return;
    const { lists } = await import("./desk/mine.js");
    const found = await lists();
    if (!found || !dialog.open || maybe(".kept", HTMLElement, body)) return;
    for (const link of all("a", HTMLAnchorElement, found)) link.href = withCall(link.href, true);
    body.append(found);
  }

  function open() {
    if (dialog.open) return;
    take();
    showKept().catch(() => {}); // The card is there all the same.
    dialog.showModal();
    dialog.scrollTop = 0;
    first().focus({ preventScroll: true });
  }

  function putBack() {
    body.querySelector(".kept")?.remove();
    text.prepend(...moved);
    home?.append(status);
    moved = [];
  }

  function follow() {
    if (isOn()) open();
    else if (dialog.open) dialog.close();
  }

  addWays(dialog);
  followArrows(dialog);
  opener.addEventListener("click", () => {
    history.pushState(null, "", withCall(location.href, true));
    open();
  });
  one(".call-leave", HTMLElement, dialog).addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => {
    putBack();
    if (isOn()) history.replaceState(null, "", withCall(location.href, false));
    // The browser tells of it late: who has gone on to the search by then, stays there.
    const at = document.activeElement;
    if (at === document.body || dialog.contains(at)) opener.focus();
  });
  addEventListener("popstate", follow);
  // Paper gets the whole card.
  addEventListener("beforeprint", () => dialog.open && putBack());
  addEventListener("afterprint", () => dialog.open && take());
  follow();
}
