"""YAML with places: broken front matter never raises, and every finding stands on its own line."""

from __future__ import annotations

import datetime

import pytest

from handbook.base.positions import Position
from handbook.reading.markdown.parse import parse
from handbook.reading.yaml.front_matter import read, read_yaml, split

BROKEN = "front-matter-broken"


def page(*lines: str) -> str:
    """A page with this front matter."""
    return "\n".join(["---", *lines, "---", "", "Text.", ""])


@pytest.mark.parametrize(
    ("lines", "line"),
    [
        pytest.param(["id: x", "title: a: b"], 3, id="a second colon"),
        pytest.param(["id: x", "\ttitle: a"], 3, id="a tab before a key"),
        pytest.param(["id: x", "title: @a"], 3, id="an at sign"),
        pytest.param(["id: x", "title: `a`"], 3, id="a back quote"),
        pytest.param(["id: x", "title: %a"], 3, id="a percent sign"),
        pytest.param(["id: x", "title: 'it's'"], 3, id="an apostrophe in single quotes"),
        pytest.param(["id: x", 'title: "a\\q"', "more: y"], 3, id="an unknown escape"),
        pytest.param(["id: x", 'title: "a" b'], 3, id="words after the closing quote"),
        pytest.param(["id: x", "title: - a"], 3, id="a list on the line of its key"),
        pytest.param(["id: x", "title: *a"], 3, id="a star that YAML takes for an alias"),
        pytest.param(["id: x", "title: !a b"], 3, id="an exclamation mark that YAML takes for a tag"),
        pytest.param(["id: x", "  title: a"], 3, id="a key indented too far"),
        pytest.param(["id:", "  a: 1", " title: a"], 4, id="a key indented by half"),
        pytest.param(["id: x", "words", "title: a"], 3, id="a line without a colon"),
        pytest.param(["id: x", "title:a", "more: y"], 3, id="a colon without a space"),
        pytest.param(["id: x", "list: [a, b", "more: y"], 3, id="a list that is never closed"),
        pytest.param(["id: x", "list: {a: b", "more: y"], 3, id="a mapping that is never closed"),
        pytest.param(["id: x", 'title: "a', "more: y"], 3, id="a double quote that is never closed"),
        pytest.param(["id: x", "title: 'a", "more: y"], 3, id="a single quote that is never closed"),
        pytest.param(["id: x", "? {a: b}", ": c"], 3, id="a mapping as a key"),
        pytest.param(["id: x", "[a]: b"], 3, id="a list as a key"),
        pytest.param(["id: x", "<<: y"], 3, id="a merge with a text"),
        pytest.param(["id: x", "verified: 2026-11-31"], 3, id="a day that is not in the month"),
        pytest.param(["id: x", "verified: 2026-13-01"], 3, id="a thirteenth month"),
        pytest.param(["id: x", "verified: 0000-00-00"], 3, id="a date of noughts"),
        pytest.param(["id: x", "verified: 2026-11-22 99:00:00"], 3, id="an impossible hour"),
        pytest.param(["id: x", "count: !!int many"], 3, id="a number that is none"),
        pytest.param(["id: x", "yes: !!bool maybe"], 3, id="a truth value that is none"),
        pytest.param(["id: x", "day: !!timestamp soon"], 3, id="a time that is none"),
        pytest.param(["id: x", "run: !!python/object:os.system y"], 3, id="an object of Python"),
        pytest.param(["id: x", "title: a\x07b"], 3, id="a control character"),
        pytest.param(["- a", "- b"], 2, id="a list instead of keys"),
        pytest.param(["just text"], 2, id="a text instead of keys"),
        pytest.param(["%YAML 9.9"], 2, id="a directive"),
    ],
)
def test_broken_front_matter_is_one_problem_on_its_line(lines: list[str], line: int) -> None:
    front, problems = read(page(*lines))
    assert [problem.rule for problem in problems] == [BROKEN]
    assert problems[0].position.line == line
    assert problems[0].broken.values["reason"]
    assert front.broken
    assert front.values == {}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("---", id="the opening line alone"),
        pytest.param("---\n", id="an opening line and nothing more"),
        pytest.param("---\ntitle: x", id="keys and no end"),
        pytest.param("---\ntitle: x\n----\n", id="four hyphens at the end"),
        pytest.param("---\ntitle: x\n ---\n", id="an indented end"),
    ],
)
def test_front_matter_without_an_end_is_told_at_its_beginning(text: str) -> None:
    front, problems = read(text)
    assert [(problem.rule, problem.position) for problem in problems] == [
        ("front-matter-unclosed", Position(1))
    ]
    assert front.broken
    assert parse(text).problems == problems


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param("----\ntitle: x\n----\n", 1, id="four hyphens"),
        pytest.param(" ---\ntitle: x\n---\n", 1, id="an indented opening"),
        pytest.param("\n---\ntitle: x\n---\n", 2, id="an empty line above it"),
        pytest.param("—\ntitle: x\nfacts:\n  - y\n---\n", 1, id="a long dash"),
    ],
)
def test_what_was_meant_to_be_front_matter_is_told_where_it_begins(text: str, line: int) -> None:
    front, problems = read(text)
    assert [(problem.rule, problem.position) for problem in problems] == [
        ("front-matter-broken", Position(line))
    ]
    assert front.broken
    assert parse(text).problems == problems


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="an empty text"),
        pytest.param("Text.\n", id="a text"),
        pytest.param("----\n\nText.\n\n----\n", id="rules above and below a text"),
        pytest.param("Text.\n\n---\n\nText.\n", id="a rule further down"),
    ],
)
def test_a_page_may_have_no_front_matter(text: str) -> None:
    front, problems = read(text)
    assert (front.values, front.end, front.broken, problems) == ({}, 0, False, ())
    assert split(text) == ("", 0, text)


@pytest.mark.parametrize(
    ("text", "end", "body"),
    [
        pytest.param("---\ntitle: x\n---\nText.\n", 3, "Text.\n", id="hyphens"),
        pytest.param("---\ntitle: x\n...\nText.\n", 3, "Text.\n", id="dots"),
        pytest.param("--- \ntitle: x\n---\t\nText.\n", 3, "Text.\n", id="spaces after the hyphens"),
        pytest.param("---\ntitle: x\n---\n\n---\n\nText.\n", 3, "\n---\n\nText.\n", id="a rule in the text"),
        pytest.param("---\ntitle: x\n---", 3, "", id="nothing after the end"),
    ],
)
def test_front_matter_ends_at_its_closing_line(text: str, end: int, body: str) -> None:
    front, problems = read(text)
    assert (front.values, front.end, problems) == ({"title": "x"}, end, ())
    assert split(text)[2] == body


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param([], id="no line at all"),
        pytest.param([""], id="a blank line"),
        pytest.param(["# a comment"], id="a comment"),
    ],
)
def test_front_matter_may_be_empty(lines: list[str]) -> None:
    front, problems = read(page(*lines))
    assert (front.values, front.broken, problems) == ({}, False, ())


def test_every_key_and_entry_knows_its_place() -> None:
    lines = ["id: no-01", "claims: [S0-01,  S0-02]", "questions:", "  - id: a", "    decision: b"]
    front, _ = read(page(*lines))
    assert front.position("id") == Position(2, 1)
    assert front.position("claims") == Position(3, 1)
    assert front.position("claims", 1) == Position(3, 18)
    assert front.position("questions", 0) == Position(5, 5)
    assert front.position("questions", 0, "decision") == Position(6, 5)


def test_what_is_not_there_is_placed_at_what_holds_it() -> None:
    front, _ = read(page("id: no-01", "questions:", "  - id: a"))
    assert front.position("questions", 0, "decision") == Position(4, 5)
    assert front.position("questions", 7) == Position(3, 1)
    assert front.position("nothing") == Position(1)


@pytest.mark.parametrize("key", ["no", "1", "2026-11-22", "null", "~"])
def test_a_key_that_yaml_takes_for_something_else_keeps_its_name_and_place(key: str) -> None:
    front, _ = read(page("id: x", f"{key}: y"))
    assert front.values == {"id": "x", key: "y"}
    assert front.position(key) == Position(3, 1)


def test_a_key_that_stands_twice_is_told_at_each_repetition() -> None:
    _, problems = read(page("a: 1", "b: 2", "a: 3", "a: 4"))
    places = [(problem.rule, problem.position.line, problem.broken.values) for problem in problems]
    assert places == [
        ("front-matter-key-twice", 4, {"key": "a"}),
        ("front-matter-key-twice", 5, {"key": "a"}),
    ]


def test_the_same_key_under_two_others_is_no_repetition() -> None:
    assert read_yaml("- a: 1\n- a: 1").problems == ()
    assert read_yaml("x: {a: 1}\ny: {a: 1}").problems == ()


def test_values_are_those_of_yaml() -> None:
    front, _ = read(page("verified: 2026-11-22", "n: 3", "on: true", "text: 'a: b'"))
    assert front.values["verified"] == datetime.date(2026, 11, 22)
    assert front.values["n"] == 3
    assert front.values["text"] == "a: b"


def test_a_value_that_is_repeated_by_reference_is_refused() -> None:
    front, problems = read(page("a: &x [1, 2]", "b: *x"))
    assert front.values == {}
    assert len(problems) == 1


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("a: &a [*a]", id="a list that holds itself"),
        pytest.param("a: &a {b: *a}", id="a mapping that holds itself"),
        pytest.param("a: " + "[" * 5000, id="brackets in brackets without an end"),
        pytest.param("a: " + "[" * 900 + "]" * 900, id="brackets in brackets"),
    ],
)
def test_what_has_no_bottom_is_one_problem_at_most(line: str) -> None:
    front, problems = read(page("id: x", line))
    assert [problem.rule for problem in problems] == [BROKEN] * front.broken


def test_anchors_that_multiply_do_not_hold_up_the_check() -> None:
    lines = ["a0: &a0 [x, x]", *(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 16))]
    front, _ = read(page(*lines))
    assert len(front.keys) < 1000


def test_lines_are_counted_from_the_first_of_the_file() -> None:
    found = read_yaml("a: 1\nb: @", first_line=10)
    assert [problem.position.line for problem in found.problems] == [11]
