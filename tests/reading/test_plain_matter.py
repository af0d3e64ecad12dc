"""What is read of front matter line by line is what the parser reads of it."""

from __future__ import annotations

import random

import pytest

from handbook.model.project import Project
from handbook.reading.yaml.front_matter import YamlText, read_yaml, split
from handbook.reading.yaml.plain_matter import plain_matter
from tests.reading.parsing import by_parser

_VALUES = (
    *(
        "Our returns",
        "Żółty, [b] {c} & * ! |",
        "„So”",
        "“So”, he said",
        "(so)",
        "'it''s'",
        "''",
        '"So: #1"',
        '""',
    ),
    *(
        "[phone, writing]",
        "[]",
        "[S0-06]",
        "[a,b]",
        "[ a ]",
        "[yes, a]",
        "[a, b",
        "[1]",
        "2026-11-24",
        "2026-13-24",
    ),
    *(
        "yes",
        "No",
        "null",
        "~",
        "on",
        "14",
        "1.5",
        "1e3",
        "0x1",
        ".inf",
        "- a",
        "a: b",
        "a:b",
        "a #b",
        "a#b",
        "#a",
    ),
    *(
        "&a b",
        "*a",
        "!a b",
        "| ",
        ">",
        "%a",
        "@a",
        "`a`",
        '"a\\n"',
        '"a" b',
        "'a' b",
        "a ",
        " a",
        "a\tb",
        "a\u00a0",
    ),
    *(
        "a\u2028b",
        "a\x85b",
        "{a: b}",
        "<<",
        "=",
        "a - b",
        "a?",
        "? a",
        "a, b",
        "a]",
        "2026-11-24 10:00",
        "12:30",
    ),
)
_KEYS = ("title", "id", "customer_words", "no", "a-b", "on", "T", "1", "a b", "<<", "'q'", "")
_LINES = (
    *(
        "",
        "# a",
        "---",
        "...",
        "  - a",
        "  - 'b'",
        "  -",
        "   - c",
        "- d",
        "    - e",
        "  below: f",
        "  below:",
    ),
    *(
        "   below: g",
        "  no: h",
        "  x: yes",
        "  x: 2026-11-24",
        "  x: [a]",
        "  - [a]",
        "  - 2026-11-24",
        "  more",
        "\t- a",
    ),
)
_TEXTS = 20_000


def _is_same(text: str, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Hold both readings against each other; returns whether the text is read line by line."""
    found, parsed = plain_matter(text, 2), by_parser(text, 2, monkeypatch)
    if found is None:
        return False
    assert YamlText(*found) == parsed, text
    assert list(found[1]) == list(parsed.keys), text
    assert [type(value) for value in found[0].values()] == [type(value) for value in parsed.value.values()]
    return True


def test_the_front_matter_of_nearly_every_page_is_read_line_by_line(
    handbook: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [split(page.document.text)[0] for page in handbook.pages.values()]
    assert sum(_is_same(text, monkeypatch) for text in texts if text) > 0.9 * len(texts)


@pytest.mark.parametrize("value", _VALUES)
def test_a_value_is_what_the_parser_reads(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = (
        f"title: {value}",
        f"title:\n  - {value}",
        f"title:\n  below: {value}",
        f"title:\n  - {value}\n  - b",
    )
    for line in lines:
        _is_same(f"{line}\n", monkeypatch)
        _is_same(f"id: a\n{line}\nfamily: b\n", monkeypatch)


def test_texts_of_such_lines_are_read_as_the_parser_reads_them(monkeypatch: pytest.MonkeyPatch) -> None:
    chosen, fitting = random.Random(7), 0
    for _ in range(_TEXTS):
        lines = [
            f"{chosen.choice(_KEYS[:7])}: {chosen.choice(_VALUES[:14])}" for _ in range(chosen.randint(1, 3))
        ]
        if chosen.random() < 0.5:
            lines += [f"{chosen.choice(_KEYS)}:", *chosen.choices(_LINES, k=chosen.randint(0, 3))]
        if chosen.random() < 0.3:
            lines.append(f"{chosen.choice(_KEYS)}: {chosen.choice(_VALUES)}")
        fitting += _is_same("".join(f"{line}\n" for line in lines), monkeypatch)
    assert _TEXTS / 10 < fitting < _TEXTS


@pytest.mark.parametrize("again", ["title: a\n", "list:\n  - a\n", "below:\n  title: a\n  title: b\n"])
def test_a_key_that_stands_there_twice_is_told_of(again: str) -> None:
    assert read_yaml(f"title: b\nlist: [a]\n{again}").problems
