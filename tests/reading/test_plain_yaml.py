"""Plain front matter is read without YAML: the same values and places, or it is left to YAML."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handbook.reading.yaml.front_matter import read_yaml, split
from handbook.reading.yaml.plain_yaml import plain_yaml
from tests.support.project import HANDBOOK

PAGES = sorted((HANDBOOK / "docs").rglob("*.md"))
SOURCES = sorted({split(page.read_text("utf8"))[0] for page in PAGES})
# What means something to YAML, is forbidden there, or breaks a line.
SIGNS = [*"#:'\"\\ \t\n\r-[]{},&*!|>%@`?=~", "\x7f", "\x85", "\u2028", "\ufeff", "\U0001f600"]
WORDS = ["yes", "no", "null", "- ", "  - ", "1", "2026-02-30", "é", "„", "x: ", "<<"]
CHANGES = st.tuples(st.floats(0, 1), st.sampled_from(SIGNS) | st.sampled_from(WORDS), st.integers(0, 2))


@settings(max_examples=3_000, deadline=None, database=None)
@given(source=st.sampled_from(SOURCES), changes=st.lists(CHANGES, max_size=3))
def test_what_is_read_is_what_yaml_reads(source: str, changes: list[tuple[float, str, int]]) -> None:
    for where, text, removed in changes:
        at = int(where * len(source))
        source = source[:at] + text + source[at + removed :]
    plain = plain_yaml(source, first_line=2)
    if plain is not None:
        values, places = plain
        read = read_yaml(source, first_line=2)
        assert not read.problems
        assert (values, dict(places)) == (read.value, dict(read.keys))


def test_nearly_all_of_the_handbook_is_plain() -> None:
    assert sum(plain_yaml(source, 2) is not None for source in SOURCES) > 0.95 * len(SOURCES)


@pytest.mark.parametrize("sign", ["\t", "\x85", "\u2028", "\ud800", "\ufeff", "\uffff", "\U0001f600"])
def test_signs_that_yaml_may_treat_in_its_own_way_are_left_to_it(sign: str) -> None:
    assert plain_yaml("title: A text\n", 2) is not None
    assert plain_yaml(f"title: A {sign} text\n", 2) is None
