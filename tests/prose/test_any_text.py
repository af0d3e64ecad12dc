"""Any text can be taken apart and judged."""

# ruff: noqa: E501  The pieces are a table.

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handbook.base.edits import apply
from handbook.checks import sentences as sentence_lengths
from handbook.checks import typography
from handbook.findings.messages import worded
from handbook.languages import CODES
from handbook.prose.page_passages import passages
from handbook.prose.sentences import sentences
from tests.prose.judging import HEAD, SYNTAX, judged, page

pytestmark = pytest.mark.usefixtures("words_asked")


PIECES = st.sampled_from(
    [
        "\n", "\n\n", " ", "  ", "- ", "1. ", "> ", "| ", "# ", "## x {#y}\n", "*", "**", "_", "`", "```\n",
        "~~~\n", "<", ">", "<b>", "</b>", "<br>", '<span lang="hr">', "</span>", "<!--", "-->", "<div>\n",
        "</div>\n", "[", "](x.md)", "![", "]", "{#a}", "{: lang=hr }", "{{ x }}", "&amp;", "&nbsp;", "\\*",
        "\\", '!!! note "T"\n', "    ", "[^1]", "[^1]: ", "---\n", '"', "'", "„", "”", "“", "«", "»", "–", "—",
        "-", "...", "…", ".", ",", "\u00a0", "\u2011", "klient", "Kupac", "don't", "Ż", "9",
    ]
)  # fmt: skip
# `make long` takes ten times as many.
MANY = settings(
    max_examples=100 * int(os.environ.get("EXAMPLES", "1")),
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
TEXT = st.lists(PIECES | st.text(max_size=4), max_size=40).map(lambda parts: "".join(parts).replace("\r", ""))


@MANY
@given(text=TEXT, code=st.sampled_from(CODES))
def test_any_text_is_taken_apart_and_keeps_its_places(text: str, code: str) -> None:
    one = page(HEAD + text, code)
    for passage in passages(one, code, SYNTAX):
        for word, at in passage.words:
            place = passage.position(at)
            if passage.is_verbatim(at, at + len(word)) and "&" not in text:
                assert one.document.lines[place.line - 1].startswith(word, place.column - 1)
        assert all(start < end for start, end in sentences(passage))


@MANY
@given(text=TEXT, code=st.sampled_from(CODES))
def test_any_text_can_be_judged(text: str, code: str) -> None:
    found = judged(HEAD + text, code, [typography.check, sentence_lengths.check])
    assert all(finding.message and finding.line >= 1 <= finding.column for finding in worded(found))
    mended, _ = apply(HEAD + text, [fault.fix for fault in found if fault.fix])
    assert mended.count("\n") == (HEAD + text).count("\n")
