// Ten questions on paper: one side to answer, one with the answers, for whoever leads a team.

import { element } from "../element.js";
import { judged, sentence, situation, unmarked } from "./parts.js";
import { KINDS } from "./progress.js";
import { asked, shuffled } from "./questions.js";

/**
 * @import { Asked, Questions } from "./questions.js"
 */

const TEN = 10;

/**
 * A sheet of questions, each from another card as far as there are so many.
 * @param {Questions} all
 * @param {string[]} cards to choose from.
 */
export function paper(all, cards) {
  const said = all.words;
  const mixed = shuffled(cards);
  const found = [...mixed, ...mixed].flatMap((card, at) => {
    // Each kind comes in its turn; the second time a card is asked about, it is asked something else.
    const kind = KINDS[(at + (at < mixed.length ? 0 : 1)) % KINDS.length];
    return asked(all, card, kind) ?? [];
  });
  const questions = found.slice(0, TEN);
  return element(
    "div",
    { class: "paper" },
    element("p", { class: "paper-who" }, line(said.person), line(said.date)),
    element("ol", {}, ...questions.map((question) => element("li", {}, ...asking(question, said)))),
    element("h3", { class: "paper-answers" }, said.answers),
    element("ol", {}, ...questions.map((question) => element("li", {}, ...answering(question)))),
  );
}

/** @param {string} name what is to be filled in by hand. */
const line = (name) => element("span", { class: "paper-line" }, name);

/**
 * @param {Asked} question
 * @param {Record<string, string>} said
 */
function asking(question, said) {
  const boxes = question.options.map(({ text }) => element("li", {}, unmarked(text)));
  const room = question.kind === "recall" ? element("p", { class: "paper-room" }) : element("ul", {}, ...boxes);
  return [...situation(question, said), room];
}

/** @param {Asked} question */
function answering(question) {
  const right = question.options.filter((option) => option.right);
  const given = right.map((option) => {
    return element("li", {}, ...sentence(option.text), ...(option.reason ? [" – ", ...judged(option)] : []));
  });
  return [element("strong", {}, question.title), element("ul", {}, ...given)];
}
