// The cards and notes a reader keeps: as lists for the home page, the search and call mode, and in a
// dialog where they are saved as a file, added from one, and deleted.

import { maybe, one } from "../dom.js";
import { element } from "../element.js";
import { progressOf } from "../learn/progress.js";
import { KEYS, keep } from "../storage.js";
import { exported, isEmpty, merged, noteOf, read, write } from "./store.js";
import { addressOf, styled, words } from "./words.js";

/**
 * @import { Kept } from "./store.js"
 * @import { Desk } from "./words.js"
 */

const LARGEST = 1_000_000;

/**
 * A card as a link; one that the handbook no longer has, by its name.
 * @param {string} slug
 * @param {Desk["cards"]} cards
 */
function link(slug, cards) {
  if (!Object.hasOwn(cards, slug)) return element("span", {}, slug.split("/").at(-1) ?? "");
  const card = cards[slug];
  const lang = card.lang === document.documentElement.lang ? null : card.lang;
  const made = element("a", { href: addressOf(card), lang, hreflang: lang }, card.title);
  return card.only
    ? element("span", {}, made, " ", element("small", { class: "untranslated" }, `(${card.only})`))
    : made;
}

/**
 * @param {string} name of the list, in the words.
 * @param {string[]} found
 * @param {Kept} kept
 * @param {Desk} desk
 */
function list(name, found, kept, { mine: said, cards }) {
  if (found.length === 0) return [];
  const items = found.map((slug) => {
    const text = noteOf(kept, slug);
    const note = text ? [element("p", { class: "kept-note" }, text)] : [];
    return element("li", {}, link(slug, cards), ...note);
  });
  return [element("p", { class: "kept-name" }, said[name]), element("ul", {}, ...items)];
}

/**
 * The lists as elements: pinned, then those with a note, then the last ones opened; each card once.
 * @param {Kept} kept
 */
async function made(kept) {
  const desk = await words();
  const noted = Object.keys(kept.notes).filter((slug) => !kept.pins.includes(slug));
  const here = maybe("#content", HTMLElement)?.dataset.slug ?? "";
  const shown = [here, ...kept.pins, ...noted];
  const recent = kept.recent.filter((slug) => Object.hasOwn(desk.cards, slug) && !shown.includes(slug));
  return [
    ...list("pinned", kept.pins, kept, desk),
    ...list("notes", noted, kept, desk),
    ...list("recent", recent, kept, desk),
  ];
}

/** What is kept, as one part of a page; null where nothing is. */
export async function lists() {
  const kept = read();
  if (isEmpty(kept)) return null;
  styled();
  const { mine: said } = await words();
  const parts = await made(kept);
  if (parts.length === 0) return null;
  const name = { class: "kept", role: "group", "aria-label": said.title };
  return element("div", name, ...parts);
}

/** On the home page: above the doors, in the place that is held for it as it was the last time. */
export async function showAtHome() {
  const above = one(".home-search", HTMLElement);
  const shown = await lists();
  await styled();
  const { mine: said } = await words();
  const below = above.nextElementSibling;
  const top = () => below?.getBoundingClientRect().top ?? 0;
  document.querySelector(".kept")?.remove();
  // Any place that is held keeps the margins above and below it apart.
  const { style } = document.documentElement;
  style.setProperty("--tall", "1px");
  const bare = top() - 1;
  style.removeProperty("--tall");
  if (shown) {
    shown.append(
      element("p", {}, element("button", { type: "button", class: "kept-manage", click: manage }, said.manage)),
    );
    above.after(shown);
  }
  keep(KEYS.tall, String(Math.round(top() - bare) || ""));
}

/**
 * @param {string} text
 * @param {string} name
 */
function download(text, name) {
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  element("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** The dialog with all that is kept. */
export async function manage() {
  styled();
  const { mine: said } = await words();
  if (document.querySelector("dialog.mine")) return;
  const shown = element("div", { class: "kept" });
  const note = element("p", { role: "status" });
  const show = async () => {
    const parts = await made(read());
    shown.replaceChildren(...(parts.length ? parts : [element("p", {}, said.empty)]));
  };
  const add = async () => {
    const file = input.files?.[0];
    const found = file && file.size <= LARGEST ? merged(read(), await file.text()) : null;
    input.value = "";
    if (!found) note.textContent = said["not-added"];
    else note.textContent = write(found) ? said.added : said.refused;
    await show();
  };
  const wipe = async () => {
    const done = write({ pins: [], recent: [], notes: {}, learning: progressOf(null) }) && keep(KEYS.tall, "");
    note.textContent = done ? said.wiped : said.refused;
    await show();
  };
  const input = element("input", { type: "file", accept: ".json,application/json", hidden: true, change: add });
  /**
   * @param {string} name
   * @param {() => void} click
   * @param {string | null} [kind]
   */
  const button = (name, click, kind = null) => element("button", { type: "button", class: kind, click }, said[name]);
  const dialog = element(
    "dialog",
    { class: "desk mine md-typeset", "aria-labelledby": "mine-title", close: () => closed(dialog) },
    element("h2", { id: "mine-title" }, said.title),
    element("p", {}, said.private),
    shown,
    note,
    input,
    element(
      "p",
      { class: "desk-buttons" },
      button("close", () => dialog.close(), "desk-close"),
      button("export", () => download(exported(read()), `${said.file}.json`)),
      button("import", () => input.click()),
      button("wipe", wipe),
    ),
  );
  await show();
  document.body.append(dialog);
  dialog.showModal();
  one(".desk-close", HTMLElement, dialog).focus();
}

/**
 * The page shows what has become of it.
 * @param {HTMLDialogElement} dialog
 */
async function closed(dialog) {
  dialog.remove();
  if (document.querySelector(".home-search")) {
    document.querySelector(".kept")?.remove();
    await showAtHome();
    return;
  }
  const kept = read();
  const slug = maybe("#content", HTMLElement)?.dataset.slug ?? "";
  document.querySelector(".tools .pin")?.setAttribute("aria-pressed", String(kept.pins.includes(slug)));
  if (!noteOf(kept, slug)) document.querySelector(".own-note")?.remove();
}
