"""The lexicon is asked for whatever stands on a page, words of any length among it."""

from __future__ import annotations

import tracemalloc

import pytest

from handbook.languages import CODES
from handbook.search import lexicon
from handbook.search.paradigms import pack


@pytest.mark.parametrize("code", CODES)
def test_no_form_of_a_lexicon_is_longer_than_what_is_looked_up(code: str) -> None:
    paradigms = lexicon.lexicon(code)._paradigms
    longest = [max(map(len, endings.split(","))) for endings in paradigms.lists]
    packed = lexicon._file(code).read_text("utf8").partition("\n=\n")[2]
    lengths = []
    for line in packed.split("\n"):
        start, rests, made, _ = line.split("\t")
        for rest, entries in zip(rests.split(","), made.split(","), strict=True):
            numbers = [entry.partition("=")[0] for entry in entries.split(" ")] if entries else []
            lengths += [len(start) + len(rest) + longest[int(number)] for number in numbers]
    assert len(lengths) > 10_000
    assert max(lengths) <= lexicon.LONGEST


def test_a_word_of_very_many_letters_is_in_no_lexicon_and_nothing_is_kept_of_it() -> None:
    small = lexicon.Lexicon("en", pack({"call": ["calls", "called"]}))
    assert small.lemmas("called") == {"call"}
    tracemalloc.start()
    assert small.lemmas("a" * 20_000) == set()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 2_000_000
