// What a question and its answer look like.

import { element } from "../element.js";

/** @import { Asked, Option } from "./questions.js" */

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
