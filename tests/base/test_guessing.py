"""Which name was meant: as the standard library says, in a part of the time."""

from __future__ import annotations

import random
import time
from difflib import get_close_matches

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


def test_of_very_many_wrong_names_in_a_file_the_first_have_a_guess() -> None:
    known = [f"docs/en/guides/guide-{number}.md" for number in range(2000)]
    started, guesses = time.process_time(), Guesses()
    found = [guesses.guess(f"docs/en/guides/guide-{number}x.md", known) for number in range(10_000)]
    assert time.process_time() - started < 10
    assert found[7] == "docs/en/guides/guide-7.md"
    assert all(found[:40])
    assert not any(found[100:])


def test_nobody_has_misspelt_a_name_of_thousands_of_letters() -> None:
    assert guess("a" * 100_000, ["a" * 100_000]) is None
