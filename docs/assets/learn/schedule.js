// Which question comes next: FSRS (ts-fsrs.js) says when each is to be asked again; a day has ten minutes and
// some new questions.

import { joined, KINDS, nameOf, read, write } from "./progress.js";

/**
 * @import { Card, FSRS, Grade } from "ts-fsrs"
 * @import { Entry, Progress } from "./progress.js"
 */

const DAY = 600; // Seconds.
const NEW = 10;
// Whoever leaves the page open meanwhile has not learnt all that time.
const LONGEST = 90;
// What was not known is asked again after some minutes; when nothing else is left, earlier.
const SOON = 10 * 60 * 1000;
// New questions change their kind after so many cards.
const BLOCK = 3;

/** The grades as the library counts them. */
export const GRADES = { again: 1, hard: 2, good: 3, easy: 4 };

/** @typedef {keyof typeof GRADES} GradeName */

/**
 * The reader's own date, as 2027-05-22.
 * @param {Date} now
 */
export function dayOf(now) {
  const two = (/** @type {number} */ value) => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/**
 * The names of all questions in the order in which they are asked for the first time.
 * @param {string[]} cards
 * @param {(card: string) => string[]} kindsOf
 */
export function order(cards, kindsOf) {
  const names = [];
  for (let at = 0; at < cards.length; at += BLOCK) {
    const block = cards.slice(at, at + BLOCK);
    for (const kind of KINDS) {
      for (const card of block) if (kindsOf(card).includes(kind)) names.push(nameOf(card, kind));
    }
  }
  return names;
}

/** Load the scheduler: no other page than this one needs it. */
export async function load() {
  /** @type {typeof import("ts-fsrs")} */
  const { fsrs } = await import(new URL("./ts-fsrs.js", import.meta.url).href);
  return fsrs({ maximum_interval: 365 });
}

/** The questions of a choice of cards, and how far the reader has come with them. */
export class Schedule {
  /**
   * @param {FSRS} scheduler
   * @param {string[]} names of the questions, in the order of the new ones.
   * @param {() => Date} [clock]
   */
  constructor(scheduler, names, clock = () => new Date()) {
    this.scheduler = scheduler;
    this.names = names;
    this.clock = clock;
    this.progress = this.#today(read());
    this.since = clock().getTime();
    this.last = "";
  }

  /**
   * @param {Progress} progress
   * @returns {Progress}
   */
  #today(progress) {
    const day = dayOf(this.clock());
    return progress.day === day ? progress : { ...progress, day, spent: 0, fresh: 0 };
  }

  /** @param {string} name */
  #entry(name) {
    return Object.hasOwn(this.progress.entries, name) ? this.progress.entries[name] : null;
  }

  /**
   * The questions that are to be repeated by a time, the longest waiting first.
   * @param {number} time
   */
  #due(time) {
    const entries = this.names.flatMap((name) => {
      const entry = this.#entry(name);
      return entry && entry.due <= time ? [{ name, due: entry.due }] : [];
    });
    return entries.sort((a, b) => a.due - b.due).map(({ name }) => name);
  }

  #fresh() {
    return this.names.filter((name) => !this.#entry(name));
  }

  /** What is left of today: minutes, and how many questions of either kind. */
  left() {
    this.progress = this.#today(this.progress);
    const fresh = this.#fresh().length;
    return {
      minutes: Math.max(0, Math.ceil((DAY - this.progress.spent) / 60)),
      due: this.#due(this.clock().getTime()).length,
      fresh: Math.min(fresh, Math.max(0, NEW - this.progress.fresh)),
    };
  }

  /** Begin to count the time. */
  begin() {
    this.since = this.clock().getTime();
  }

  /**
   * The name of the next question, or null where none is left for today.
   * @param {boolean} [more] whether to go on with new ones beyond those of the day.
   */
  next(more = false) {
    const now = this.clock().getTime();
    const due = this.#due(now);
    // Not the same twice in a row while there is another.
    const first = due.find((name) => name !== this.last) ?? due[0];
    if (first) return first;
    const [fresh] = this.#fresh();
    if (fresh && (more || this.progress.fresh < NEW)) return fresh;
    return this.#due(now + SOON)[0] ?? null;
  }

  /** When the next question is to be repeated, or null. */
  when() {
    const times = this.names.flatMap((name) => this.#entry(name)?.due ?? []);
    return times.length ? new Date(Math.min(...times)) : null;
  }

  /**
   * Take in how a question was answered; false where the browser does not keep it.
   * @param {string} name
   * @param {GradeName} grade
   */
  answer(name, grade) {
    const now = this.clock();
    const before = this.#entry(name);
    const spent = Math.min(LONGEST, Math.max(0, now.getTime() - this.since) / 1000);
    // Another tab may have gone on meanwhile.
    const progress = joined(this.#today(this.progress), this.#today(read()));
    progress.spent += spent;
    if (!before) progress.fresh += 1;
    progress.entries[name] = this.#scheduled(before, GRADES[grade], now);
    this.progress = progress;
    this.since = now.getTime();
    this.last = name;
    return write(progress);
  }

  /**
   * @param {Entry | null} before
   * @param {Grade} grade
   * @param {Date} now
   * @returns {Entry}
   */
  #scheduled(before, grade, now) {
    const { card } = this.scheduler.next(before ? cardOf(before) : emptyCard(now), now, grade);
    const { due, last_review, stability, difficulty, scheduled_days, learning_steps, reps, lapses, state } = card;
    const last = last_review?.getTime() ?? now.getTime();
    return {
      due: due.getTime(),
      last_review: last,
      stability,
      difficulty,
      scheduled_days,
      learning_steps,
      reps,
      lapses,
      state,
    };
  }
}

/**
 * @param {Entry} entry
 * @returns {Card}
 */
function cardOf(entry) {
  const { due, last_review } = entry;
  return { ...entry, due: new Date(due), last_review: new Date(last_review), elapsed_days: 0 };
}

/**
 * A question that was never asked, as the library wants it.
 * @param {Date} due
 * @returns {Card}
 */
function emptyCard(due) {
  return {
    due,
    stability: 0,
    difficulty: 0,
    elapsed_days: 0,
    scheduled_days: 0,
    learning_steps: 0,
    reps: 0,
    lapses: 0,
    state: 0,
  };
}
