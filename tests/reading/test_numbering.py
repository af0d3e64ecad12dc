"""Numbers of lists: those that readers see are Python-Markdown's, which counts for itself."""

from __future__ import annotations

import re

import markdown
import pytest

from handbook.base.edits import Edit, apply
from handbook.base.positions import Places
from handbook.reading.markdown.masking import mask, mask_code
from handbook.reading.markdown.numbering import Misnumbered, misnumbered


def told(text: str) -> list[Misnumbered]:
    return list(misnumbered(text, mask(mask_code(text))))


def mended(text: str) -> str:
    """The text with what is beyond doubt put right."""
    places = Places(text)
    edits = [Edit(places.at(one.at), one.old, one.new) for one in told(text) if one.new is not None]
    return apply(text, edits)[0]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("1. a\n2. b\n\n3. c\n", [], id="an empty line between entries parts no list"),
        pytest.param("1. a\n1. b\n1. c\n", [], id="ones alone are a way to number"),
        pytest.param("1. a\n\n    more\n\n2. b\n", [], id="a paragraph within an entry"),
        pytest.param("text\n2. a\n3. b\n", [], id="the end of a paragraph is no list"),
        pytest.param("- a\n2. b\n", [], id="a list with other marks has no numbers"),
        pytest.param("    2. code\n", [], id="code is no list"),
        pytest.param("2. a\n3. b\n", ["1, 2"], id="the first entry is gone"),
        pytest.param("1. a\n2. b\n2. c\n", ["1, 2, 3"], id="a number twice"),
        pytest.param("1. a\n2. b\n4. c\n5. d\n", ["1, 2, 3, 4"], id="a gap"),
        pytest.param("1. a\nmore\n3. b\n", ["1, 2"], id="an entry of two lines"),
        pytest.param("1. a\n    1. x\n    3. y\n2. b\n", ["1, 2"], id="a list within an entry"),
        pytest.param("## A\n\n1. a\n\n## B\n\n2. b\n3. c\n", ["1, 2"], id="each heading begins anew"),
    ],
)
def test_readers_see_other_numbers(text: str, shown: list[str]) -> None:
    assert [one.broken.shown for one in told(text)] == shown
    html = markdown.markdown(text)
    assert "start=" not in html
    assert told(mended(text)) == []
    # What is mended is read as before.
    assert markdown.markdown(mended(text)) == html


@pytest.mark.parametrize(
    ("text", "between", "escaped"),
    [
        pytest.param("1. a\n\nWait.\n\n2. b\n3. c\n", "Wait.", None, id="something stands between"),
        pytest.param("24. May is the day.\n", None, "24\\.", id="a sentence begins with a day"),
    ],
)
def test_what_was_meant_is_for_the_author_to_say(text: str, between: str | None, escaped: str | None) -> None:
    (one,) = told(text)
    assert (one.broken.between, one.broken.escaped, one.new) == (between, escaped, None)
    assert len(re.findall("<ol>", markdown.markdown(text))) == (2 if between else 1)


def test_the_cures_do_what_they_say() -> None:
    assert told("1. a\n\n    Wait.\n\n2. b\n") == []
    assert markdown.markdown("24\\. May is the day.\n") == "<p>24. May is the day.</p>"


def test_of_a_long_list_the_first_numbers_are_shown() -> None:
    (one,) = told("".join(f"{number}. a\n" for number in range(2, 40)))
    assert one.broken.written.endswith(", 13, …")
