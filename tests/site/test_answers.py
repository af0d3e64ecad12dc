"""Whether length or number give the answer away: answers.js, as browsers run it, on every card."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, NamedTuple
from zlib import crc32

import pytest

from handbook.languages import CODES
from handbook.model.project import Project
from handbook.site.learning import learning
from handbook.site.questions import AVOID, CHOOSE
from tests.support.project import HANDBOOK
from tests.support.scripts import loaded

SCRIPT = HANDBOOK / "docs/assets/learn/answers.js"
# So often is each question asked; the share is of all of them together, and chance is a third.
TIMES = 20
NEAR = (0.28, 0.39)
# Where one entry of the card ends and the next begins is not shown, but may be guessed.
NEAR_BY_ENTRIES = (0.22, 0.45)
# So often a sentence may stand in two answers: a card with three good ones has too few for three answers of
# which none is told by its length.
REPEATED = {3: 0.5, 4: 0.04}
SENTENCE = re.compile(r"""[.!?…]+(?=[\s"'”»’)]|$)""")
# The same questions of a card in each run, whatever the others say, from a generator of its own (mulberry32).
_SEEDED = """let seed = 0;
const random = () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let value = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
  return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
};
const shuffled = (list) => {
  const mixed = [...list];
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [mixed[at], mixed[other]] = [mixed[other], mixed[at]];
  }
  return mixed;
};"""

Ask = Callable[[bool, list[Any], list[Any], int], list[list[dict[str, Any]]]]


@pytest.fixture(scope="module")
def ask() -> Iterator[Ask]:
    """What makes answers of a card's sentences, so many times; nothing where the card has too few."""
    context = loaded(SCRIPT)
    context.eval(_SEEDED)

    def asked(wants_bad: bool, good: list[Any], bad: list[Any], times: int) -> list[list[dict[str, Any]]]:
        values = f"{json.dumps(good)}, {json.dumps(bad)}"
        context.eval(f"seed = {crc32(values.encode())}")
        made = context.eval(
            f"JSON.stringify(enough({values}) ? Array.from({{ length: {times} }}, () => "
            f"answers({json.dumps(wants_bad)}, {values}, shuffled).map("
            "(answer) => ({ ...answer, length: lengthOf(answer) }))) : [])"
        )
        found: list[list[dict[str, Any]]] = json.loads(str(made))
        return found

    yield asked
    context.close()


class Asked(NamedTuple):
    """A question that asks for a sentence: its name, the good and the bad ones, and the answers each time."""

    name: str
    good: list[Any]
    bad: list[Any]
    made: list[list[dict[str, Any]]]


# A language and a kind -> its questions, each asked as often as any test needs it.
AskedOf = Callable[[str, str], list[Asked]]


@pytest.fixture(scope="module")
def asked_of(handbook: Project, ask: Ask) -> AskedOf:
    def asked(code: str, kind: str) -> list[Asked]:
        found = []
        for name, card in json.loads(learning(handbook, code, lambda path: path))["cards"].items():
            right, wrong = card["questions"][kind]
            good, bad = (right, wrong) if kind == CHOOSE else (wrong, right)
            made = ask(kind == AVOID, good, bad, TIMES)
            found.append(Asked(f"{code} {name} {kind}", good, bad, made))
        return found

    return cache(asked)


def shares(values: list[int]) -> tuple[float, float]:
    """How likely whoever takes the least, and the most, guesses the first."""
    least, most = values.count(min(values)), values.count(max(values))
    return (values[0] == min(values)) / least, (values[0] == max(values)) / most


@pytest.mark.parametrize("kind", [CHOOSE, AVOID])
@pytest.mark.parametrize("code", CODES)
def test_whoever_goes_by_length_or_by_number_is_right_as_often_as_by_chance(
    handbook: Project, code: str, kind: str, asked_of: AskedOf
) -> None:
    asked = 0
    found: Counter[str] = Counter()
    for _, good, bad, times in asked_of(code, kind):
        entries = [text for text, *_ in good + bad]
        for made in times:
            asked += 1
            for name, values in (
                ("length", [one["length"] for one in made]),
                ("sentences", [len(SENTENCE.findall(one["text"])) for one in made]),
                ("entries", [sum(entry in one["text"] for entry in entries) for one in made]),
            ):
                least, most = shares(values)
                found.update({f"least {name}": least, f"most {name}": most})
    rates = {name: total / asked for name, total in found.items()}
    print(code, kind, {name: round(rate, 2) for name, rate in rates.items()}, "of", asked)
    assert asked == TIMES * len(list(handbook.cards(code)))
    for name, rate in rates.items():
        low, high = NEAR_BY_ENTRIES if name.endswith("entries") else NEAR
        assert low <= rate <= high, name


@pytest.mark.parametrize("kind", [CHOOSE, AVOID])
@pytest.mark.parametrize("code", CODES)
def test_one_answer_is_asked_for_and_only_a_bad_sentence_makes_one_bad(
    code: str, kind: str, asked_of: AskedOf
) -> None:
    wants_bad = kind == AVOID
    for name, good, bad, times in asked_of(code, kind):
        for answer, *others in times:
            assert bool(answer["bad"]) is wants_bad, name
            assert [bool(other["bad"]) for other in others] == [not wants_bad] * len(others), name
            assert others, name
            for one in (answer, *others):
                entries = [text for text, *_ in one["entries"]]
                of_bad = [text for text, *_ in bad if text in one["text"]]
                of_good = [text for text, *_ in good if text in one["text"]]
                assert of_bad == ([one["bad"][0]] if one["bad"] else []), name
                assert sorted(entries) == sorted(of_good + of_bad), name
                assert len(entries) in (1, 2), name
                assert not one["bad"] or one["bad"][1], f"{name}: without a reason"
                # What follows a question would presume what the customer says to it.
                assert len(entries) == 1 or not re.search(r"\?\]?$", entries[0]), name
                assert not re.search(r"[.!?…]\]?\.", one["text"]), f"{name}: {one['text']}"
            texts = Counter(one["text"] for one in (answer, *others))
            assert max(texts.values()) == 1, name


@pytest.mark.parametrize("kind", [CHOOSE, AVOID])
@pytest.mark.parametrize("code", CODES)
def test_no_sentence_stands_in_two_answers_where_the_card_has_enough(
    code: str, kind: str, asked_of: AskedOf
) -> None:
    asked, repeated = Counter[int](), Counter[int]()
    for _, good, _, times in asked_of(code, kind):
        for made in times:
            entries = [text for one in made for text, *_ in one["entries"]]
            asked[min(len(good), 4)] += 1
            repeated[min(len(good), 4)] += len(entries) > len(set(entries))
    assert set(asked) == set(REPEATED)
    for count, most in REPEATED.items():
        assert repeated[count] <= most * asked[count], count


def test_a_card_with_too_few_sentences_asks_for_one_by_one(ask: Ask) -> None:
    assert ask(False, [["a."], ["b."]], [["c.", "why"], ["d.", "why"]], 1) == []
    [[answer, other]] = ask(False, [["a."], ["b."], ["c."]], [["d", "why"]], 1)
    assert answer["bad"] is None
    assert other["bad"] == ["d", "why"]
    assert "d." in other["text"]
