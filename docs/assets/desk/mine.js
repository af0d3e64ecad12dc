// The cards and notes a reader keeps: as lists for the home page, the search and call mode, and in a
// dialog where they are saved as a file, added from one, and deleted.

import { exported, isEmpty, merged, read, write } from "./store.js";
import { addressOf, element, styled, words } from "./words.js";

const LARGEST = 1_000_000;

/** A card as a link; one that the handbook no longer has, by its name. */
function link(slug, cards) {
  const card = cards[slug];
  if (!card) return element("span", {}, slug.split("/").at(-1));
  const lang = card.lang === document.documentElement.lang ? null : card.lang;
  return element("a", { href: addressOf(card), lang, hreflang: lang }, card.title);
}

function list(name, found, { said, cards, notes }) {
  if (found.length === 0) return [];
  const items = found.map((slug) => {
    const note = notes[slug] ? [element("p", { class: "kept-note" }, notes[slug])] : [];
    return element("li", {}, link(slug, cards), ...note);
  });
  return [element("p", { class: "kept-name" }, said[name]), element("ul", {}, ...items)];
}

/** The lists as elements: pinned, then those with a note, then the last ones opened; each card once. */
async function made(kept) {
  const { mine: said, cards } = await words();
  const given = { said, cards, notes: kept.notes };
  const noted = Object.keys(kept.notes).filter((slug) => !kept.pins.includes(slug));
  const here = document.querySelector("#content")?.dataset.slug;
  const recent = kept.recent.filter((slug) => cards[slug] && slug !== here && !kept.pins.includes(slug) && !noted.includes(slug));
  return [...list("pinned", kept.pins, given), ...list("notes", noted, given), ...list("recent", recent, given)];
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

/** On the home page: above the doors. */
export async function showAtHome() {
  const kept = await lists();
  if (!kept) return;
  const { mine: said } = await words();
  kept.append(element("p", {}, element("button", { type: "button", class: "kept-manage", click: manage }, said.manage)));
  document.querySelector(".kept")?.remove();
  document.querySelector(".home-search").after(kept);
}

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
    const [file] = input.files;
    const found = file && file.size <= LARGEST ? merged(read(), await file.text()) : null;
    input.value = "";
    if (!found) note.textContent = said["not-added"];
    else note.textContent = write(found) ? said.added : said.refused;
    await show();
  };
  const wipe = async () => {
    note.textContent = write({ pins: [], recent: [], notes: {} }) ? said.wiped : said.refused;
    await show();
  };
  const input = element("input", { type: "file", accept: ".json,application/json", hidden: true, change: add });
  const button = (name, click, kind) => element("button", { type: "button", class: kind, click }, said[name]);
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
  dialog.querySelector(".desk-close").focus();
}

/** The page shows what has become of it. */
async function closed(dialog) {
  dialog.remove();
  if (document.querySelector(".home-search")) {
    document.querySelector(".kept")?.remove();
    await showAtHome();
    return;
  }
  const { pins, notes } = read();
  const slug = document.querySelector("#content")?.dataset.slug;
  document.querySelector(".tools .pin")?.setAttribute("aria-pressed", String(pins.includes(slug)));
  if (!notes[slug]) document.querySelector(".own-note")?.remove();
}
