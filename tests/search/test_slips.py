"""What slips cost, counted along sorted stems and endings, against the whole table of a word and a form."""

from __future__ import annotations

import json
import os
import random

import pytest
from py_mini_racer import MiniRacer

from handbook.languages import CODES
from handbook.search.analyser import fold
from handbook.search.lexicon import lexicon
from tests.search.slips import slip
from tests.support.project import HANDBOOK
from tests.support.scripts import loaded

SLIPS = HANDBOOK / "docs/assets/search/slips.js"
LOST, WRONG = 5, 6
LEMMAS = {
    "pl": ("zwrot", "zwracać", "zwłoka", "reklamacja", "rękaw", "przeklinać", "nieobecny", "iść"),
    "hr": ("povrat", "povratak", "psovati", "reklamacija", "račun", "rad", "vođa", "ići"),
    "en": ("refund", "return", "retail", "swear", "swerve", "bereave", "go"),
}
# Follows the stems as the lexicon does: what begins as one that was given up is passed over.
_COSTS = """(typed, limit, entries) => {
  const walk = new Walk(typed, limit);
  return entries.map(([stem, common, endings]) => {
    const depth = common >= walk.dead ? -1 : walk.enter(stem, common);
    return endings.map((ending) => (depth < 0 ? limit + 1 : walk.finish(depth, ending)));
  });
}"""


@pytest.fixture(scope="module")
def racer() -> MiniRacer:
    made = loaded(SLIPS)
    made.eval(f"const costs = {_COSTS};")
    return made


def cost(form: str, typed: str) -> int:
    """The same by the whole table."""
    table = [[at * WRONG for at in range(len(typed) + 1)]]
    for i, letter in enumerate(form, 1):
        row = [i * LOST]
        for j, other in enumerate(typed, 1):
            found = min(
                table[i - 1][j] + LOST, row[j - 1] + WRONG, table[i - 1][j - 1] + WRONG * (letter != other)
            )
            if i > 1 and j > 1 and letter == typed[j - 2] and form[i - 2] == other:
                found = min(found, table[i - 2][j - 2] + LOST)
            row.append(found)
        table.append(row)
    return table[-1][-1]


@pytest.mark.parametrize("slips", [1, 2])
@pytest.mark.parametrize("code", CODES)
def test_what_is_near_costs_what_the_whole_table_says(racer: MiniRacer, code: str, slips: int) -> None:
    chance = random.Random(20261130)
    known = lexicon(code)
    stems = dict(stem for lemma in LEMMAS[code] for stem in known.folded(lemma))
    entries: list[tuple[str, int, tuple[str, ...]]] = []
    before = ""
    for stem in sorted(stems):
        # Letters, not folders.
        entries.append((stem, len(os.path.commonprefix([stem, before])), stems[stem]))  # noqa: RUF071
        before = stem
    forms = sorted(fold(form) for lemma in LEMMAS[code] for form in known.forms(lemma))
    limit, near = slips * WRONG, 0
    for form in chance.sample(forms, min(40, len(forms))):
        typed = slip(slip(form, chance), chance) if slips > 1 else slip(form, chance)
        call = f"JSON.stringify(costs({json.dumps(typed)}, {limit}, {json.dumps(entries)}))"
        found = json.loads(str(racer.eval(call)))
        for (stem, _, endings), told in zip(entries, found, strict=True):
            for ending, got in zip(endings, told, strict=True):
                right = cost(stem + ending, typed)
                assert min(got, limit + 1) == min(right, limit + 1), (typed, stem + ending)
                near += right <= limit
    assert near > 40 * slips if code != "en" else near > 20


@pytest.mark.parametrize(
    ("text", "typed"),
    [("nie", "nei"), ("naj", "nja"), ("ab", "ba"), ("abcdef", "f"), ("", "xy"), ("xy", ""), ("nie", "nie")],
)
def test_a_distance_has_no_limit(racer: MiniRacer, text: str, typed: str) -> None:
    assert racer.eval(f"distance({json.dumps(text)}, {json.dumps(typed)})") == cost(text, typed)
