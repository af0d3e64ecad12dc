"""Signs that pile up are refused by name, or taken apart in no time: nothing in between."""

from __future__ import annotations

import time

import pytest

from handbook.reading.markdown.parse import parse
from handbook.reading.markdown.runs import unbearable
from tests.safety.patterns import patterns

SIZE = 100_000
PATTERNS = patterns(SIZE)


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in PATTERNS.items()])
def test_a_pattern_is_refused_or_read_at_once(text: str) -> None:
    started = time.process_time()
    if not unbearable(text):
        parse(f"---\ntitle: x\n---\n{text}")
    assert time.process_time() - started < 2


def test_most_are_refused_and_words_are_not() -> None:
    refused = {name for name, text in PATTERNS.items() if unbearable(text)}
    assert len(PATTERNS) > 150
    assert len(refused) > 100
    assert refused.isdisjoint({"many words", "a.\\x20 again and again", "[a](b) again and again"})
