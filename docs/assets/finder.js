// The finder: the form above the lists leaves the cards that fit, and the choice stands in the
// address. Without scripts there is no form, and the lists stay as they are.

import { all, around, maybe, one } from "./dom.js";
import { keepFound } from "./storage.js";

/**
 * @typedef {"family" | "decision" | "channel"} Group
 * @typedef {Record<Group, string[]>} Values a card's, by group.
 * @typedef {Record<Group, Set<string>>} Choice what is chosen by group; an empty set means anything.
 * @typedef {Values & {item: HTMLElement, list: HTMLElement, link: HTMLAnchorElement}} Entry a card in a list.
 */

/** @type {Group[]} */
const GROUPS = ["family", "decision", "channel"];

/**
 * Whether a card fits a choice: within a group one of the values, across groups all of them.
 *
 * @param {Values} card
 * @param {Choice} choice
 */
export function fits(card, choice) {
  return GROUPS.every((group) => choice[group].size === 0 || card[group].some((value) => choice[group].has(value)));
}

/**
 * A text with a number in the right plural form.
 * @param {number} count
 * @param {DOMStringMap} forms one, few and many.
 * @param {string} language
 */
export function counted(count, forms, language) {
  const category = new Intl.PluralRules(language).select(count);
  return (forms[category] ?? forms.many ?? "").replace("{count}", String(count));
}

/**
 * A choice made of what each group has.
 * @param {(group: Group) => Iterable<string>} of
 * @returns {Choice}
 */
function choice(of) {
  return { family: new Set(of("family")), decision: new Set(of("decision")), channel: new Set(of("channel")) };
}

/**
 * The choice that an address holds.
 * @param {string} address
 */
export function choiceOf(address) {
  const query = new URL(address).searchParams;
  return choice((group) => query.getAll(group));
}

/**
 * The address that holds a choice.
 * @param {Choice} chosen
 * @param {string} address
 */
export function addressOf(chosen, address) {
  const url = new URL(address);
  for (const group of GROUPS) {
    url.searchParams.delete(group);
    for (const value of chosen[group]) url.searchParams.append(group, value);
  }
  return url.href;
}

/**
 * @param {HTMLElement} page
 * @param {Set<string>} families
 * @returns {Entry[]}
 */
function readCards(page, families) {
  return all("h2[id]", HTMLElement, page).flatMap((heading) => {
    const list = heading.nextElementSibling;
    if (!families.has(heading.id) || !(list instanceof HTMLUListElement)) return [];
    return all("li", HTMLElement, list).flatMap((item) => {
      const link = maybe("a[data-channel]", HTMLAnchorElement, item);
      if (!link) return [];
      const { decision = "", channel = "" } = link.dataset;
      return [{ item, list, link, family: [heading.id], decision: [decision], channel: channel.split(" ") }];
    });
  });
}

/** The form and the cards it filters. */
class Finder {
  /**
   * @param {HTMLFormElement} form
   * @param {HTMLElement} page what the lists stand in, too.
   */
  constructor(form, page) {
    this.boxes = all("input", HTMLInputElement, form);
    this.output = one("output", HTMLElement, form);
    this.clear = one('[type="reset"]', HTMLElement, form);
    this.cards = readCards(page, new Set(all('input[name="family"]', HTMLInputElement, form).map((box) => box.value)));
  }

  /** The boxes of a group that are ticked. */
  #chosen() {
    return choice((group) => this.boxes.filter((box) => box.name === group && box.checked).map((box) => box.value));
  }

  /**
   * How many cards each option would add to what the other groups leave.
   * @param {Choice} chosen
   */
  #count(chosen) {
    /** @type {Map<string, number>} */
    const counts = new Map();
    for (const group of GROUPS) {
      const others = { ...chosen, [group]: new Set() };
      for (const card of this.cards) {
        if (!fits(card, others)) continue;
        for (const value of card[group]) counts.set(`${group} ${value}`, (counts.get(`${group} ${value}`) ?? 0) + 1);
      }
    }
    for (const box of this.boxes) {
      const number = counts.get(`${box.name} ${box.value}`) ?? 0;
      const label = box.closest("label");
      if (!label) continue;
      one("small", HTMLElement, label).textContent = String(number);
      label.classList.toggle("empty", number === 0 && !box.checked);
    }
  }

  /** Show the cards that fit what is ticked; returns the choice. */
  filter() {
    const chosen = this.#chosen();
    let shown = 0;
    /** @type {Map<HTMLElement, boolean>} */
    const lists = new Map();
    for (const { item, list, ...card } of this.cards) {
      const fit = fits(card, chosen);
      item.hidden = !fit;
      if (fit) shown++;
      lists.set(list, (lists.get(list) ?? false) || fit);
    }
    for (const [list, any] of lists) {
      list.hidden = !any;
      const heading = list.previousElementSibling;
      if (heading instanceof HTMLElement) heading.hidden = !any;
    }
    const { dataset } = this.output;
    const text = shown ? counted(shown, dataset, document.documentElement.lang) : dataset.none;
    this.output.textContent = text ?? "";
    this.clear.hidden = !this.boxes.some((box) => box.checked);
    this.#count(chosen);
    return chosen;
  }

  /** Tick what the address says. */
  follow() {
    const chosen = choiceOf(location.href);
    const groups = new Map(Object.entries(chosen));
    for (const box of this.boxes) box.checked = groups.get(box.name)?.has(box.value) ?? false;
    this.filter();
  }

  /** The paths of the cards that are shown. */
  shown() {
    return this.cards.filter(({ item }) => !item.hidden).map(({ link }) => new URL(link.href).pathname);
  }
}

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement} page
 */
function start(form, page) {
  const finder = new Finder(form, page);
  const change = () => history.replaceState(null, "", addressOf(finder.filter(), location.href));
  form.addEventListener("change", change);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => {
    // The boxes change after this event.
    setTimeout(() => {
      change();
      finder.boxes[0]?.focus();
    });
  });
  addEventListener("popstate", () => finder.follow());
  // call.js goes through these with "next" and "previous".
  page.addEventListener("click", (event) => {
    if (around(event, "a[data-channel]")) keepFound(finder.shown());
  });
  finder.follow();
}

const form = maybe("form.finder", HTMLFormElement);
if (form?.parentElement) start(form, form.parentElement);
