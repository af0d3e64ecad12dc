// The finder: the form above the lists leaves the cards that fit, and the choice stands in the
// address. Without scripts there is no form, and the lists stay as they are.

const GROUPS = ["family", "decision", "channel"];
// call.js goes through these with "next" and "previous".
const FOUND = "handbook.found";

/**
 * Whether a card fits a choice: within a group one of the values, across groups all of them.
 *
 * @param {Record<string, string[]>} card the values of a card by group.
 * @param {Record<string, Set<string>>} choice what is chosen by group; an empty set means anything.
 */
export function fits(card, choice) {
  return GROUPS.every((group) => choice[group].size === 0 || card[group].some((v) => choice[group].has(v)));
}

/** A text with a number in the right plural form; `forms` has one, few and many. */
export function counted(count, forms, language) {
  const category = new Intl.PluralRules(language).select(count);
  return (forms[category] ?? forms.many).replace("{count}", count);
}

/** The choice that an address holds, and the address that holds a choice. */
export function choiceOf(address) {
  const query = new URL(address).searchParams;
  return Object.fromEntries(GROUPS.map((group) => [group, new Set(query.getAll(group))]));
}

export function addressOf(choice, address) {
  const url = new URL(address);
  for (const group of GROUPS) {
    url.searchParams.delete(group);
    for (const value of choice[group]) url.searchParams.append(group, value);
  }
  return url.href;
}

function readCards(form) {
  const cards = [];
  const families = new Set([...form.elements.family].map((box) => box.value));
  for (const heading of form.parentElement.querySelectorAll("h2[id]")) {
    const list = heading.nextElementSibling;
    if (!families.has(heading.id) || list?.tagName !== "UL") continue;
    for (const item of list.children) {
      const link = item.querySelector("a[data-channel]");
      if (!link) continue;
      cards.push({
        item, heading, list, link,
        family: [heading.id],
        decision: [link.dataset.decision],
        channel: link.dataset.channel.split(" "),
      });
    }
  }
  return cards;
}

function start(form) {
  const cards = readCards(form);
  const boxes = [...form.querySelectorAll("input")];
  const output = form.querySelector("output");
  const clear = form.querySelector('[type="reset"]');
  const language = document.documentElement.lang;

  function chosen() {
    const choice = Object.fromEntries(GROUPS.map((group) => [group, new Set()]));
    for (const box of boxes) if (box.checked) choice[box.name].add(box.value);
    return choice;
  }

  /** How many cards each option would add to what the other groups leave. */
  function count(choice) {
    const counts = new Map();
    for (const group of GROUPS) {
      const others = { ...choice, [group]: new Set() };
      for (const card of cards) {
        if (!fits(card, others)) continue;
        for (const value of card[group]) counts.set(`${group} ${value}`, (counts.get(`${group} ${value}`) ?? 0) + 1);
      }
    }
    for (const box of boxes) {
      const number = counts.get(`${box.name} ${box.value}`) ?? 0;
      const label = box.closest("label");
      label.querySelector("small").textContent = number;
      label.classList.toggle("empty", number === 0 && !box.checked);
    }
  }

  function filter() {
    const choice = chosen();
    let shown = 0;
    const lists = new Map();
    for (const card of cards) {
      const fit = fits(card, choice);
      card.item.hidden = !fit;
      shown += fit;
      lists.set(card.list, (lists.get(card.list) ?? false) || fit);
    }
    for (const [list, any] of lists) {
      list.hidden = !any;
      list.previousElementSibling.hidden = !any;
    }
    output.textContent = shown ? counted(shown, output.dataset, language) : output.dataset.none;
    clear.hidden = !boxes.some((box) => box.checked);
    count(choice);
    return choice;
  }

  function follow() {
    const choice = choiceOf(location.href);
    for (const box of boxes) box.checked = choice[box.name].has(box.value);
    filter();
  }

  form.addEventListener("change", () => history.replaceState(null, "", addressOf(filter(), location.href)));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => {
    // The boxes change after this event.
    setTimeout(() => {
      history.replaceState(null, "", addressOf(filter(), location.href));
      boxes[0].focus();
    });
  });
  addEventListener("popstate", follow);
  form.parentElement.addEventListener("click", (event) => {
    if (!event.target.closest("a[data-channel]")) return;
    const urls = cards.filter((card) => !card.item.hidden).map((card) => new URL(card.link.href).pathname);
    try {
      sessionStorage.setItem(FOUND, JSON.stringify({ urls }));
    } catch {
      // Next and previous go through the family then.
    }
  });
  follow();
}

const form = document.querySelector("form.finder");
if (form) start(form);
