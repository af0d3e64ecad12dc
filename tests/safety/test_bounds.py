"""Signs that pile up are refused by name, or taken apart in no time: nothing in between."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from handbook import findings
from handbook.reading.markdown.parse import parse
from handbook.reading.markdown.runs import unbearable
from handbook.reading.reader import Reader
from tests.safety.patterns import patterns
from tests.safety.piles import PAGE, Pile, piles
from tests.support.project import build

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


# Patterns that are read, each another part of the check's work: what is quadratic there shows with the first.
READ = {
    "[a]: again and again",
    "<!> again and again",
    "[x] again and again",
    ">\\n again and again",
    "```@\\na\\n``` of many letters",
    "a again and again",
    "a\\x20\\x20\\n again and again",
    '"a\\x20 again and again',
    "many words",
    "data: different keys",
    "data: a long quoted value",
    "data: rules that other languages lack",
}
MORE = 3.0


@pytest.mark.skipif(not hasattr(os, "fork"), reason="measures processes of its own")
def test_no_pattern_makes_the_whole_check_wait(tmp_path: Path) -> None:
    from tools import processes

    root = build(tmp_path)
    chosen = [pile for pile in piles(SIZE) if pile.name in READ]
    assert len(chosen) == len(READ)
    # What each process would load first, the dictionaries' answers to these words included, is there before.
    few = [pile.text for pile in piles(300) if pile.name in READ and pile.file == PAGE]
    before = Pile("few of each", PAGE, "\n\n".join(few)).write(root)
    findings.of(Reader(root).read(), prose=True)
    (root / PAGE).write_bytes(before)
    without = processes.measured(processes.check, root)
    slow = {}
    for pile in chosen:
        before = pile.write(root)
        run = processes.measured(processes.check, root)
        (root / pile.file).write_bytes(before)
        assert not run.crashed, pile.name
        if run.ended or run.seconds - without.seconds > MORE:
            slow[pile.name] = run.seconds
    assert slow == {}
