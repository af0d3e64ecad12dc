"""What is read of lists of words line by line is what the parser reads of them."""

from __future__ import annotations

import random

import pytest

from handbook.reading.yaml.front_matter import YamlText, read_yaml
from handbook.reading.yaml.word_lists import word_lists
from tests.reading.parsing import by_parser
from tests.support.project import HANDBOOK

_LINES = (
    *("# a", "#", "a-card:", "guides/a-guide:", "no:", "A:", "a:b:", "  often:", "  also:", "   often:"),
    *("  yes:", "    - too late", "    - Żółty, [b] {c} & * ! |", "    - 'late, no receipt'", "    - ''''"),
    *("    - 'it''s'", "    - 'a' b", '    - "d"', "    - e #f", "    - g#h", "    - i: j", "    - k:"),
    *("    - 14", "    - yes", "    - NULL", "    - 'yes'", "    - - l", "     - m", "    - n ", "      o"),
    *("    - p\u2028q", "    - r\u00a0", "    -", "  - s", "", "---", "...", "    - &t", "    - t\x85u"),
)
_FITTING = ("a-card:", "  often:", "    - too late", "    - 'it''s'", "    - Żółty, [b] {c} & * ! |")
_TEXTS = 4000


def _assert_same(text: str, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Hold both readings against each other.

    Returns:
        Whether the text has the shape that is read line by line.
    """
    found, parsed = word_lists(text, 3), by_parser(text, 3, monkeypatch)
    if found is None:
        return False
    assert YamlText(*found) == parsed, text
    assert list(found[1]) == list(parsed.keys), text
    return True


@pytest.mark.parametrize("code", ["pl", "hr", "en"])
def test_what_staff_search_with_is_read_line_by_line(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (HANDBOOK / "sources" / "staff-words" / f"{code}.yml").read_text("utf8")
    assert _assert_same(text, monkeypatch)


@pytest.mark.parametrize("line", _LINES)
def test_a_line_of_another_kind_is_read_as_the_parser_reads_it(
    line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = "# a\na-card:\n  often:\n    - too late\n"
    for text in (f"{before}{line}\n", f"{before}{line}", f"{before}{line}\n    - b\n", f"{line}\n{before}"):
        _assert_same(text, monkeypatch)


def test_texts_of_such_lines_are_read_as_the_parser_reads_them(monkeypatch: pytest.MonkeyPatch) -> None:
    chosen, fitting = random.Random(7), 0
    for _ in range(_TEXTS):
        lines = chosen.choices(_LINES, k=chosen.randint(0, 2)) + chosen.choices(_FITTING, k=3)
        chosen.shuffle(lines)
        text = "\n".join(["a-card:", "  often:", "    - b", *lines, "    - c", ""])
        fitting += _assert_same(text, monkeypatch)
    assert 100 < fitting < _TEXTS / 2


@pytest.mark.parametrize("lines", ["a-card:\n  often:\n    - b\n", "  often:\n    - b\n"])
def test_a_key_that_stands_there_twice_is_told_of(lines: str) -> None:
    assert read_yaml(f"a-card:\n  often:\n    - b\n{lines}").problems
