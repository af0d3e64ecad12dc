"""Which name was meant: as the standard library says, in a part of the time."""

from __future__ import annotations

import random
from collections.abc import Iterator
from difflib import SequenceMatcher, get_close_matches

import pytest

from handbook.base import guessing
from handbook.base.guessing import Guesses, guess


def _names(chance: random.Random, count: int) -> list[str]:
    parts = ("en", "guides", "scenarios", "card", "late", "return", "-", "/", ".md", "ż", "a1", "")
    return ["".join(chance.choices(parts, k=chance.randint(0, 6))) for _ in range(count)]


def test_it_is_the_name_that_the_standard_library_names() -> None:
    chance = random.Random(1)
    found = 0
    for _ in range(300):
        known, given = _names(chance, 30), _names(chance, 1)[0]
        nearest = get_close_matches(given, known, n=1, cutoff=0.6)
        assert guess(given, known) == (nearest[0] if nearest and nearest[0] else None)
        found += bool(nearest)
    assert found > 100


class Counted(list[str]):
    """Names that count how many of them were looked at."""

    looked_at = 0

    def __iter__(self) -> Iterator[str]:
        for name in super().__iter__():
            self.looked_at += 1
            yield name


def test_of_very_many_wrong_names_in_a_file_the_first_have_a_guess(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[float] = []

    class Matcher(SequenceMatcher[str]):
        def ratio(self) -> float:
            compared.append(super().ratio())
            return compared[-1]

    monkeypatch.setattr(guessing, "SequenceMatcher", Matcher)
    known, guesses = Counted(f"docs/en/guides/guide-{number}.md" for number in range(2000)), Guesses()
    found = [guesses.guess(f"docs/en/guides/guide-{number}x.md", known) for number in range(10_000)]
    # Without a bound it would be a look at each name for each of them, twenty million.
    assert 40 * len(known) < known.looked_at <= 100_000
    assert 40 < len(compared) <= 10_000
    assert found[7] == "docs/en/guides/guide-7.md"
    assert all(found[:40])
    assert not any(found[100:])


def test_nobody_has_misspelt_a_name_of_thousands_of_letters() -> None:
    assert guess("a" * 100_000, ["a" * 100_000]) is None
