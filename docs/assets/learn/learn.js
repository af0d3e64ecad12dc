// Ten minutes a day with questions from the cards: one after the other, by mouse, touch or keyboard. Loaded by
// the page to learn by alone.

import { around, maybe, one } from "../dom.js";
import { element } from "../element.js";
import { paper } from "./paper.js";
import { button, fill, recall, results, situation, spoken, unmarked, waiting } from "./parts.js";
import { nameOf, partsOf } from "./progress.js";
import { asked, load } from "./questions.js";
import { load as loadScheduler, order, Schedule } from "./schedule.js";

/**
 * @import { FSRS } from "ts-fsrs"
 * @import { Asked, Questions } from "./questions.js"
 * @import { GradeName } from "./schedule.js"
 */

class Trainer {
  /**
   * @param {HTMLElement} place
   * @param {Questions} all
   * @param {FSRS} scheduler
   */
  constructor(place, all, scheduler) {
    this.place = place;
    this.all = all;
    this.said = all.words;
    this.scheduler = scheduler;
    this.family = "";
    this.more = false;
    this.count = 0;
    this.good = 0;
    this.status = element("p", { role: "status", class: "unseen" });
    this.screen = element("div", {});
    this.schedule = this.#schedule();
    place.replaceChildren(this.screen, this.status);
    // Only while the focus is in here, and never in a field.
    place.addEventListener("keydown", (event) => this.#digit(event));
  }

  /** The cards of the chosen family, or all. */
  #cards() {
    const families = this.all.families.filter(({ name }) => !this.family || name === this.family);
    return families.flatMap(({ cards }) => cards);
  }

  #schedule() {
    const kinds = (/** @type {string} */ card) => Object.keys(this.all.cards[card].questions);
    return new Schedule(this.scheduler, order(this.#cards(), kinds));
  }

  /** @param {KeyboardEvent} event */
  #digit(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || around(event, "input, textarea, select")) return;
    if (!/^[1-9]$/.test(event.key)) return;
    const button = [...this.screen.querySelectorAll("ol button")][Number(event.key) - 1];
    if (!(button instanceof HTMLElement)) return;
    event.preventDefault();
    button.click();
  }

  /**
   * Show something else; the focus goes to its heading.
   * @param {HTMLElement} heading
   * @param {(Node | string)[]} parts
   */
  #show(heading, ...parts) {
    heading.tabIndex = -1;
    this.status.textContent = "";
    this.screen.replaceChildren(heading, ...parts);
    heading.focus({ preventScroll: true });
    this.place.scrollIntoView({ block: "nearest" });
  }

  /** What waits, and where to begin. */
  home() {
    const { said } = this;
    const { minutes, due, fresh } = this.schedule.left();
    const options = this.all.families.map(({ name }) => {
      return element("option", { value: name, selected: name === this.family }, name);
    });
    const change = () => {
      this.family = choice.value;
      this.schedule = this.#schedule();
      const now = this.schedule.left();
      left.textContent = fill(said.left, { minutes: now.minutes, due: now.due, new: now.fresh });
    };
    const choice = element("select", { change }, element("option", { value: "" }, said.all), ...options);
    const left = element("p", {}, fill(said.left, { minutes, due, new: fresh }));
    this.screen.replaceChildren(
      element("h2", {}, said.name),
      element("p", {}, element("label", {}, said.which, " ", choice)),
      left,
      element(
        "p",
        { class: "learn-buttons" },
        button(said.start, () => this.#begin(), "learn-go"),
        button(said.paper, () => this.#paper()),
      ),
      ...waiting(this.all),
    );
  }

  #begin() {
    [this.count, this.good] = [0, 0];
    this.more = this.schedule.left().minutes === 0;
    this.schedule.begin();
    this.#next();
  }

  #next() {
    const enough = !this.more && this.schedule.left().minutes === 0;
    const name = enough ? null : this.schedule.next(this.more);
    const parts = name ? partsOf(name) : null;
    const question = parts && asked(this.all, parts.card, parts.kind);
    if (!parts || !question) {
      this.#end(enough ? "enough" : "none");
      return;
    }
    this.count += 1;
    const heading = element("h2", {}, fill(this.said.question, { number: this.count, title: question.title }));
    const answers = question.kind === "recall" ? this.#recall(question) : this.#choose(question, heading);
    this.#show(heading, ...situation(question, this.said), ...answers);
  }

  /**
   * @param {Asked} question
   * @param {HTMLElement} heading
   */
  #choose(question, heading) {
    const items = question.options.map(({ text, right }, at) => {
      const answer = () => {
        if (right) this.good += 1;
        const verdict = right ? this.said.right : this.said.wrong;
        this.#answered(question, heading, right ? "good" : "again", [
          element("p", { class: "learn-verdict" }, verdict),
          element("ul", { class: "learn-results" }, ...results(question, at, this.said)),
        ]);
        this.status.textContent = verdict;
      };
      return element("li", {}, element("button", { type: "button", click: answer }, unmarked(text)));
    });
    return [element("ol", { class: "learn-options" }, ...items)];
  }

  /** @param {Asked} question */
  #recall(question) {
    return recall(question, this.said, (grade) => {
      if (grade !== "again") this.good += 1;
      this.#keep(question, grade);
      this.#next();
    });
  }

  /**
   * @param {Asked} question
   * @param {GradeName} grade
   */
  #keep(question, grade) {
    return this.schedule.answer(nameOf(question.card, question.kind), grade);
  }

  /**
   * @param {Asked} question
   * @param {HTMLElement} heading
   * @param {GradeName} grade
   * @param {HTMLElement[]} parts
   */
  #answered(question, heading, grade, parts) {
    const { said } = this;
    const kept = this.#keep(question, grade);
    const next = button(said.next, () => this.#next(), "learn-go");
    this.screen.replaceChildren(
      heading,
      ...situation(question, said),
      ...parts,
      ...(kept ? [] : [element("p", {}, said.refused)]),
      element("p", {}, element("a", { href: question.url }, fill(said.open, { title: question.title }))),
      element(
        "p",
        { class: "learn-buttons" },
        next,
        button(said.stop, () => this.#end("stopped")),
      ),
    );
    next.focus();
  }

  /** @param {"enough" | "none" | "stopped"} why the day's minutes are over, nothing is left, or the reader stops. */
  #end(why) {
    const { said } = this;
    const when = this.schedule.when();
    const { minutes, due, fresh } = this.schedule.left();
    const texts = {
      enough: said.enough,
      none: when ? fill(said.none, { when: spoken(when) }) : "",
      stopped: fill(said.left, { minutes, due, new: fresh }),
    };
    const score = fill(said.score, { count: this.count, right: this.good });
    this.#show(
      element("h2", {}, said.name),
      element("p", {}, texts[why]),
      ...(this.count ? [element("p", {}, score)] : []),
      element(
        "p",
        { class: "learn-buttons" },
        button(said["go-on"], () => this.#goOn()),
        button(said.back, () => this.home()),
      ),
    );
  }

  #goOn() {
    this.more = true;
    this.schedule.begin();
    this.#next();
  }

  #paper() {
    const { said } = this;
    const buttons = element(
      "p",
      { class: "learn-buttons" },
      button(said.print, () => print(), "learn-go"),
      button(said.back, () => this.home()),
    );
    this.#show(element("h2", {}, said["paper-title"]), buttons, paper(this.all, this.#cards()));
  }
}

async function start() {
  const place = one(".learn", HTMLElement);
  // Above the text that tells how it works.
  maybe(".hb-page > p", HTMLElement)?.after(place);
  place.hidden = false;
  try {
    const [all, scheduler] = await Promise.all([load(), loadScheduler()]);
    new Trainer(place, all, scheduler).home();
  } catch (error) {
    console.warn(error);
    place.textContent = place.dataset.failed ?? "";
  }
}

start();
