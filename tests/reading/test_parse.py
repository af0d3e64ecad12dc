"""parse() against Python-Markdown: the same ids, links and headings, each with its place."""

from __future__ import annotations

import pytest

from handbook.base.positions import Position
from handbook.model.document import Document, Heading, Item
from handbook.reading.markdown.parse import parse
from handbook.reading.markdown.plain_text import plain
from handbook.reading.settings import read_settings
from tests.support.project import HANDBOOK
from tests.support.python_markdown import seen, to_html
from tests.support.snippets import SNIPPETS

_TEXTS = [pytest.param(text, id=name) for name, text in SNIPPETS.items()]


def taken_apart(text: str) -> Document:
    """A text parsed as the handbook's own settings say."""
    return parse(text, read_settings(HANDBOOK).syntax)


def targets(document: Document) -> list[str]:
    return sorted({link.target for link in document.links})


def headings(document: Document) -> list[tuple[int, str]]:
    return [(heading.level, heading.id) for heading in document.headings]


@pytest.mark.parametrize("text", _TEXTS)
def test_the_ids_are_those_the_browser_gets(text: str) -> None:
    assert sorted(taken_apart(text).ids) == sorted(set(seen(to_html(text)).ids))


@pytest.mark.parametrize("text", _TEXTS)
def test_the_links_are_those_the_browser_gets(text: str) -> None:
    assert targets(taken_apart(text)) == sorted(set(seen(to_html(text)).targets))


@pytest.mark.parametrize(
    "text", [pytest.param(text, id=name) for name, text in SNIPPETS.items() if "<h" not in text]
)
def test_the_headings_are_those_the_browser_gets(text: str) -> None:
    assert headings(taken_apart(text)) == seen(to_html(text)).headings


@pytest.mark.parametrize("text", _TEXTS)
def test_front_matter_moves_everything_down_and_changes_nothing(text: str) -> None:
    front = "---\ntitle: x\n---\n"
    alone, below = taken_apart(text), taken_apart(front + text)
    assert below.front.values == {"title": "x"}
    assert targets(below) == targets(alone)
    assert headings(below) == headings(alone)
    assert {id: place.line - 3 for id, place in below.ids.items()} == {
        id: place.line for id, place in alone.ids.items()
    }


class TestPlaces:
    TEXT = "\n".join(
        [
            "---",
            "title: x",
            "---",
            "",
            "Lead [a](a.md).",
            "",
            "## One {#one}",
            "",
            "Text ![b](b.png) and [![c](c.png)](d.md).",
            "",
            "- Entry [e](e.md)",
            "",
            "  ",
            "[f]: f.md",
            "",
            '<a id="g" href="h.md">x</a> [f]',
            "",
            "Two",
            "---",
            "",
        ]
    )

    def test_links_stand_where_their_first_sign_stands(self) -> None:
        found = [(link.target, link.kind, link.position) for link in taken_apart(self.TEXT).links]
        assert found == [
            ("a.md", "link", Position(5, 6)),
            ("b.png", "image", Position(9, 6)),
            ("d.md", "link", Position(9, 22)),
            ("c.png", "image", Position(9, 23)),
            ("e.md", "link", Position(11, 9)),
            ("f.md", "reference", Position(14, 6)),
            ("h.md", "html", Position(16, 1)),
        ]

    def test_headings_stand_at_their_line(self) -> None:
        assert taken_apart(self.TEXT).headings == (
            Heading(2, "One", "one", True, Position(7, 1)),
            Heading(2, "Two", "two", False, Position(18, 1)),
        )

    def test_ids_stand_where_they_are_given(self) -> None:
        assert taken_apart(self.TEXT).ids == {
            "one": Position(7, 8),
            "g": Position(16, 1),
            "two": Position(18, 1),
        }

    def test_a_target_stands_inside_its_link(self) -> None:
        lines = self.TEXT.split("\n")
        links = [link for link in taken_apart(self.TEXT).links if link.kind != "reference"]
        assert links
        for link in links:
            place = link.target_position
            assert lines[place.line - 1].startswith(link.target, place.column - 1)

    def test_columns_count_letters_and_not_bytes(self) -> None:
        (link,) = taken_apart("Zażółć gęślą 🙂 [a](b.md)\n").links
        assert link.position == Position(1, 16)

    def test_markers_stand_at_their_line(self) -> None:
        text = "Text\n\n<!-- handbook:cards -->\n\n<!--handbook: x y -->\n"
        assert taken_apart(text).markers == (("cards", Position(3, 1)), ("x y", Position(5, 1)))

    def test_a_marker_inside_a_line_is_a_comment(self) -> None:
        assert taken_apart("Text <!-- handbook:cards -->\n").markers == ()


class TestSections:
    TEXT = "\n".join(
        [
            "The answer.",
            "",
            "Second paragraph",
            "over two lines.",
            "",
            "## One {#one}",
            "",
            "- First",
            "- Second [link](a.md)",
            "  goes on",
            "",
            "    - inside",
            "",
            "1. Step",
            "2) no step",
            "",
            "- [ ] To do",
            "- [x] Done",
            "",
            "### Below {#below}",
            "## Two {#two}",
            "",
        ]
    )

    def test_a_page_is_cut_at_its_headings(self) -> None:
        found = [(section.id, section.position) for section in taken_apart(self.TEXT).sections]
        assert found == [
            ("", Position(1)),
            ("one", Position(6, 1)),
            ("below", Position(20, 1)),
            ("two", Position(21, 1)),
        ]

    def test_the_lead_is_what_stands_before_the_first_heading(self) -> None:
        lead = taken_apart(self.TEXT).section("")
        assert lead
        assert lead.paragraphs == ("The answer.", "Second paragraph over two lines.")
        assert lead.items == ()

    def test_entries_know_their_mark_and_place(self) -> None:
        section = taken_apart(self.TEXT).section("one")
        assert section
        assert section.items == (
            Item("First", "-", False, Position(8, 1)),
            Item("Second [link](a.md) goes on", "-", False, Position(9, 1)),
            Item("Step 2) no step", "1.", False, Position(14, 1)),
            Item("To do", "-", True, Position(17, 1)),
            Item("Done", "-", True, Position(18, 1)),
        )

    def test_a_section_holds_its_text_and_not_its_heading(self) -> None:
        below = taken_apart("## A {#a}\n\nText.\n\n## B {#b}\n\n\nMore.\n\n").sections
        assert [section.text for section in below] == ["", "Text.", "More."]

    def test_entries_in_code_do_not_count(self) -> None:
        section = taken_apart("## A {#a}\n\n```\n- no entry\n```\n\n- entry\n").section("a")
        assert section
        assert [item.text for item in section.items] == ["entry"]

    def test_a_section_that_is_not_there_is_none(self) -> None:
        assert taken_apart(self.TEXT).section("three") is None


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        pytest.param("**Bold** and *soft*", "Bold and soft", id="emphasis"),
        pytest.param("[a](b.md) [c][d] ![e](f.png)", "a c e", id="links and pictures"),
        pytest.param("[![a](b.png)](c.md)", "a", id="a picture in a link"),
        pytest.param("`code` here", "code here", id="code"),
        pytest.param("*a*{ .b #c } d", "a d", id="attribute lists"),
        pytest.param("<b>a</b> <br>c", "a c", id="tags"),
        pytest.param("one<br>two<BR />three", "one two three", id="line breaks"),
        pytest.param("A &amp; B", "A & B", id="entities"),
        pytest.param("2 \\* 3 \\[x\\]", "2 * 3 [x]", id="escapes"),
        pytest.param("[a](b_(c).md) d", "a d", id="round brackets in a target"),
    ],
)
def test_markdown_becomes_plain_words(markdown: str, words: str) -> None:
    assert plain(markdown) == words


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("\n\n\n", id="blank lines"),
        pytest.param("[" * 2000, id="opening brackets"),
        pytest.param("[](" * 2000, id="links that are never closed"),
        pytest.param("![" * 2000 + "](x)" * 2000, id="pictures in pictures"),
        pytest.param("`" * 2001, id="back quotes"),
        pytest.param("<a " * 2000, id="tags that are never closed"),
        pytest.param("<div>" * 500, id="elements that are never closed"),
        pytest.param("<!--" * 2000, id="comments that are never closed"),
        pytest.param("{#" * 2000, id="attribute lists that are never closed"),
        pytest.param("> " * 1000 + "x", id="quotations in quotations"),
        pytest.param("# " * 1000, id="hashes"),
        pytest.param("[a]: " * 500, id="definitions in a row"),
        pytest.param("*" * 3000, id="stars"),
        pytest.param("(" * 3000 + "[a](" + "(" * 3000, id="round brackets"),
        pytest.param("```\n" * 501, id="fences"),
        pytest.param("-   " * 1000, id="marks of entries"),
        pytest.param("\x00\ufffd\u200b\u2028", id="odd signs"),
    ],
)
def test_no_text_is_too_odd_to_be_read(text: str) -> None:
    document = taken_apart(text)
    assert document.text == text
    assert len(document.sections) == len(document.headings) + 1
