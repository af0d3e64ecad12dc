// What a question and its answer look like.

import { addressOf } from "../desk/words.js";
import { element } from "../element.js";
import { GRADES } from "./schedule.js";

/**
 * @import { Asked, Option, Questions } from "./questions.js"
 * @import { GradeName } from "./schedule.js"
 */

const HALF_DAY = 12 * 60 * 60 * 1000;

/**
 * A text with {names} filled in.
 * @param {string} text
 * @param {Record<string, string | number>} values
 */
export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));

/**
 * A sentence to choose: an example in it would tell it from the others, so it is not marked as one.
 * @param {string} text
 */
export const unmarked = (text) => text.replace(/\[([^\]]+)\]/g, "$1");

/**
 * A sentence of a card; what is to be replaced in it is marked as on the card.
 * @param {string} text
 * @returns {(Node | string)[]}
 */
export function sentence(text) {
  return text.split(/\[([^\]]+)\]/).map((piece, at) => (at % 2 ? element("span", { class: "slot" }, piece) : piece));
}

/**
 * What the card says of an answer, after the sentence it says it of where that is one of two.
 * @param {Option} option
 */
export const judged = ({ about, reason }) => [
  ...(about ? [element("q", {}, ...sentence(about)), " "] : []),
  ...sentence(reason),
];

/**
 * What a question tells before it asks.
 * @param {Asked} asked
 * @param {Record<string, string>} said
 */
export function situation(asked, said) {
  const signs = asked.signs.map((sign) => element("li", {}, ...sentence(sign)));
  const quoted = asked.customer.map((said) => element("p", {}, said));
  return [
    ...(quoted.length
      ? [element("p", { class: "learn-label" }, said.customer), element("blockquote", {}, ...quoted)]
      : []),
    ...(signs.length ? [element("p", { class: "learn-label" }, said.signs), element("ul", {}, ...signs)] : []),
    ...(asked.inCase
      ? [element("p", { class: "learn-label" }, said.case), element("p", {}, ...sentence(asked.inCase))]
      : []),
    element("p", { class: "learn-task" }, said[asked.kind]),
  ];
}

/**
 * The answers as they look when one was chosen: which is right, which was chosen, and what the card says.
 * @param {Asked} asked
 * @param {number} chosen its place, -1 for none.
 * @param {Record<string, string>} said
 */
export function results(asked, chosen, said) {
  return asked.options.map((option, at) => {
    const { text, reason, right } = option;
    const marks = [right ? said["is-right"] : "", at === chosen ? said["was-chosen"] : ""].filter(Boolean);
    const kind = right ? "is-right" : at === chosen ? "is-wrong" : null;
    return element(
      "li",
      { class: kind },
      element("span", {}, ...sentence(text)),
      ...(marks.length ? [" ", element("strong", {}, `(${marks.join(", ")})`)] : []),
      ...(reason ? [element("small", {}, ...judged(option))] : []),
    );
  });
}

/**
 * A phrase to recall: a field for one's own words, then what the card says, and how well one knew it.
 * @param {Asked} question
 * @param {Record<string, string>} said
 * @param {(grade: GradeName) => void} graded
 */
export function recall(question, said, graded) {
  const own = element("textarea", { rows: 2, maxlength: 500, autocomplete: "off" });
  const show = () => {
    const phrases = question.options.map(({ text }) => element("li", {}, ...sentence(text)));
    const grades = /** @type {GradeName[]} */ (Object.keys(GRADES)).map((grade) => {
      return element(
        "li",
        {},
        button(said[grade], () => graded(grade)),
      );
    });
    const how = element("p", { class: "learn-task" }, said.how);
    shower.replaceWith(
      element("p", { class: "learn-label" }, said["card-says"]),
      element("ul", { class: "learn-results" }, ...phrases),
      how,
      element("ol", { class: "learn-options learn-grades" }, ...grades),
    );
    how.tabIndex = -1;
    how.focus();
  };
  const shower = button(said.show, show, "learn-go");
  return [element("p", {}, element("label", {}, said.own, own)), shower];
}

/**
 * The cards that nobody is asked about in this language yet.
 * @param {Questions} all
 */
export function waiting(all) {
  if (all.waiting.length === 0) return [];
  const items = all.waiting.map((card) => {
    const link = element("a", { href: addressOf(card), lang: card.lang, hreflang: card.lang }, card.title);
    return element("li", {}, link, " ", element("small", { class: "untranslated" }, `(${card.only})`));
  });
  return [element("p", {}, all.words.waiting), element("ul", { class: "learn-waiting" }, ...items)];
}

/**
 * @param {string} name
 * @param {() => void} click
 * @param {string | null} [kind]
 */
export function button(name, click, kind = null) {
  return element("button", { type: "button", class: kind, click }, name);
}

/**
 * A time as it is told: the hour today, else the day.
 * @param {Date} time
 */
export function spoken(time) {
  const soon = time.getTime() - Date.now() < HALF_DAY;
  /** @type {Intl.DateTimeFormatOptions} */
  const form = soon ? { hour: "numeric", minute: "2-digit" } : { day: "numeric", month: "long" };
  return new Intl.DateTimeFormat(document.documentElement.lang, form).format(time);
}
