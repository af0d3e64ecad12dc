"""Whatever stands in a file, reading and checking it ends in findings, never in an exception.

Thousands of inputs, and more than ten thousand in `make long`: made of the pieces that Markdown and front matter give a meaning to,
so that most of them are nearly right.
"""

# ruff: noqa: E501  The pieces are a table.

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handbook import findings
from handbook.base.edits import apply
from handbook.findings import messages
from handbook.model.project import Page, Project
from handbook.reading.markdown.parse import parse
from tests.support.project import BASE, read

PIECES = st.sampled_from(
    [
        "\n", "\n\n", " ", "    ", "\t", "# ", "## ", "### ", "{#say}", "{ #do .x }", "{", "}", "[", "]", "(", ")",
        "![", "[a](b.md)", "[a](../x.md#y)", "[a](<b c>)", "[a] (b.md)", "(a)[b.md]", "[a][b]", "[b]: c.md", "[^1]",
        "[^1]: x", "`", "```", "~~~", "<", ">", "<div>", "<div markdown>", "</div>", "<a href='x'>", "<a id=q>",
        "<!--", "-->", "<!-- handbook:cards -->", "<!-- handbook: allow link-bare until 2030-01-01: x -->", "<pre>",
        "</pre>", "- ", "- [ ] ", "1. ", "> ", "!!! note", "---", "===", "...", "\\", "\\[", "*", "_", "&amp;", "&#x41;",
        "http://a.b", "mailto:a", "//", "%20", "%252E", "#", "?", "|", ":", "„", "”", "ł", "đ", "\u00a0", "\u2028", "\x00",
        "\ufeff", "\U0001f600", "title: x", "claims:", "  - S0-01", "id: no-01", "related: [a, b]", "word", "9",
    ]
)  # fmt: skip
MARKDOWN = st.lists(PIECES | st.text(max_size=8), max_size=40).map("".join)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12) | st.dates().map(str),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)
# How many times as many inputs as in the tests.
TIMES = int(os.environ.get("EXAMPLES", "1"))
QUIET = settings(
    max_examples=1_000 * TIMES,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)


@cache
def _base() -> tuple[Project, Page]:
    """The small handbook, and one of its cards, an original."""
    project = read(BASE)
    return project, next(p for p in project.pages.values() if project.is_card(p) and not p.is_translation)


def _checked(text: str) -> None:
    """Check the small handbook with another text in the place of its card."""
    project, old = _base()
    path = old.path
    page = Page(old.path, old.file, old.language, old.slug, parse(text, project.settings.syntax))
    spoilt = Project(
        project.settings, {**project.pages, path: page}, project.files, project.sources, project.faults
    )
    faults = findings.faults(spoilt)
    height = text.count("\n") + 1
    for finding in messages.worded(faults):
        assert finding.message
        assert finding.line >= 1
        assert finding.column >= 1
        assert finding.file != page.file or finding.line <= height
    apply(text, [fault.fix for fault in faults if fault.fix and fault.file == page.file])


@QUIET
@given(text=MARKDOWN)
def test_any_text_can_be_parsed(text: str) -> None:
    document = parse(text)
    height = text.count("\n") + 1
    places = [link.position for link in document.links] + [h.position for h in document.headings]
    places += [problem.position for problem in document.problems] + list(document.ids.values())
    assert all(1 <= place.line <= height for place in places)


@settings(QUIET, max_examples=150 * TIMES)
@given(text=MARKDOWN, where=st.floats(0, 1), length=st.integers(0, 60))
def test_a_card_with_anything_in_it_can_be_checked(text: str, where: float, length: int) -> None:
    card = _base()[1].document.text
    start = int(where * len(card))
    _checked(card[:start] + text + card[start + length :])


def _with_key(key: str) -> Callable[[object], str]:
    return lambda value: f"{key}: {value!r}"


@settings(QUIET, max_examples=100 * TIMES)
@given(
    keys=st.lists(
        st.sampled_from(
            ["id", "title", "claims", "related", "facts", "decision", "translation", "questions"]
        ).flatmap(lambda key: VALUES.map(_with_key(key))),
        max_size=6,
    )
)
def test_a_card_with_any_front_matter_can_be_checked(keys: list[str]) -> None:
    body = _base()[1].document.text.split("---\n", 2)[2]
    _checked("\n".join(["---", *keys, "---", body]))
