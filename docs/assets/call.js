// Call mode: the part of a card for the conversation, large, alone, and the way to the next card.
//
// It is a dialog, so the browser keeps the focus inside and lets Escape leave. The address carries
// "?call", so that it can be shared, comes back with the Back button and goes on to the next card.

const PARAMETER = "call";
// Written by the finder and the search when a card is opened from them: {"urls": [...]}.
const FOUND = "handbook.found";

/** The addresses before and after one in a list; null where there is none. */
export function neighbours(urls, url) {
  const at = urls.indexOf(url);
  return { previous: urls[at - 1] ?? null, next: at < 0 ? null : (urls[at + 1] ?? null) };
}

/** An address with call mode on or off; its section stays. */
export function withCall(address, on) {
  const url = new URL(address, location.href);
  if (on) url.searchParams.set(PARAMETER, "1");
  else url.searchParams.delete(PARAMETER);
  return url.href;
}

function isOn() {
  return new URL(location.href).searchParams.has(PARAMETER);
}

function found() {
  try {
    const { urls } = JSON.parse(sessionStorage.getItem(FOUND) ?? "{}");
    return Array.isArray(urls) ? urls.map((url) => new URL(url, location.href).pathname) : [];
  } catch {
    return [];
  }
}

/** Where previous and next lead: within what was found, else within the family. */
function around() {
  const urls = found();
  if (urls.includes(location.pathname)) return neighbours(urls, location.pathname);
  const href = (rel) => document.querySelector(`.steps a[rel="${rel}"]`)?.getAttribute("href") ?? null;
  return { previous: href("prev"), next: href("next") };
}

/**
 * Make call mode work on this page.
 *
 * @param {HTMLElement} status what announces; it moves into the dialog, as all else is inert then.
 * @param {() => HTMLElement} first what gets the focus.
 */
export function callMode(status, first) {
  const dialog = document.querySelector("dialog.call");
  const body = dialog.querySelector(".call-text");
  const text = document.querySelector(".hb-card");
  const opener = document.querySelector(".call-open");
  const home = status.parentElement;
  let moved = [];

  // Links that lead nowhere would be worse than none, so they are made here, of the words in the page.
  const words = dialog.querySelector("template");
  for (const [name, address] of Object.entries(around())) {
    if (!address) continue;
    const link = document.createElement("a");
    link.className = `call-${name}`;
    link.rel = name === "next" ? "next" : "prev";
    link.href = withCall(address, true);
    const label = document.createElement("span");
    label.textContent = words.content.querySelector(`.call-${name}`).textContent;
    link.append(label);
    words.before(link);
  }

  function take() {
    const nodes = [...text.childNodes];
    moved = nodes.slice(0, nodes.indexOf(text.querySelector("#write, #after, #why")));
    body.append(...moved);
    dialog.append(status);
  }

  /** At the end: the other cards that the reader keeps, in call mode as well. */
  async function kept() {
    if (!["pins", "recent", "notes"].some((name) => localStorage.getItem(`handbook.${name}`))) return;
    const { lists } = await import(new URL("./desk/mine.js", import.meta.url));
    const found = await lists();
    if (!found || !dialog.open || body.querySelector(".kept")) return;
    for (const link of found.querySelectorAll("a")) link.href = withCall(link.href, true);
    body.append(found);
  }

  function open() {
    if (dialog.open) return;
    take();
    kept().catch(() => {}); // The card is there all the same.
    dialog.showModal();
    dialog.scrollTop = 0;
    first().focus({ preventScroll: true });
  }

  function putBack() {
    body.querySelector(".kept")?.remove();
    text.prepend(...moved);
    home.append(status);
    moved = [];
  }

  function follow() {
    if (isOn()) open();
    else if (dialog.open) dialog.close();
  }

  opener.addEventListener("click", () => {
    history.pushState(null, "", withCall(location.href, true));
    open();
  });
  dialog.querySelector(".call-leave").addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => {
    putBack();
    if (isOn()) history.replaceState(null, "", withCall(location.href, false));
    opener.focus();
  });
  dialog.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const name = { ArrowLeft: "previous", ArrowRight: "next" }[event.key];
    const link = name && dialog.querySelector(`a.call-${name}`);
    if (link) {
      event.preventDefault();
      link.click();
    }
  });
  addEventListener("popstate", follow);
  // Paper gets the whole card.
  addEventListener("beforeprint", () => dialog.open && putBack());
  addEventListener("afterprint", () => dialog.open && take());
  follow();
}
