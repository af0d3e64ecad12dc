"""Quick looks at whole texts pass over nothing that a slow one would tell of."""

from __future__ import annotations

import sys

import pytest

from handbook.safety.characters import hidden, is_deceptive, mixed_words
from handbook.safety.suspects import is_suspect, suspects
from tests.safety.payloads import ALL, HARMLESS


def test_a_text_with_any_sign_to_tell_of_is_looked_at() -> None:
    told = 0
    for start in range(0, sys.maxunicode + 1, 64):
        for before in ("", "a"):
            text = "".join(f"{before}{chr(number)} " for number in range(start, start + 64))
            if any(hidden(text)) or any(mixed_words(text)):
                told += 1
                assert is_deceptive(text), f"U+{start:04X}"
    assert told > 100


@pytest.mark.parametrize(
    "text", ["", "Ask.\n\tWhy?\n", "„Zażółć gęślą jaźń” – 10 zł", "“Čekajte”, reče đak…"]
)
def test_a_text_of_ordinary_signs_is_not(text: str) -> None:
    assert not is_deceptive(text)


def test_many_texts_are_as_suspect_together_as_each_alone() -> None:
    texts = [payload.text for payload in ALL] + list(HARMLESS.values())
    # What begins in one and would end in the next.
    texts += [
        "[a]",
        "(b:c)",
        "{",
        "#b}",
        "<!-- handbook:",
        "x -->",
        "#",
        "content",
        "!!! note",
        '"a"',
        "",
        "",
    ]
    found = suspects(texts)
    assert found == [number for number, text in enumerate(texts) if is_suspect(text)]
    assert 0 < len(found) < len(texts)
    assert suspects([]) == suspects(["Ask.", "Why?"]) == []
