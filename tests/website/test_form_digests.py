"""The digests and records that the form of /edit/ makes by itself are those of the check and the command."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import pytest
from playwright.sync_api import Page

from handbook.commands.record import accepted
from handbook.model.digests import digests
from handbook.model.project import Page as HandbookPage
from handbook.model.project import Project
from handbook.reading.markdown.parse import parse
from tests.website.editing_form import RECORD

_DIGESTS = """async (texts) => {
  const { digests } = await import(new URL("../assets/edit/record.js", location.href).href);
  const known = async (text) => [...(await digests(text))].map(([id, value]) => [id, value ?? null]);
  return Promise.all(texts.map(known));
}"""
_RECORDED = """async (pages) => {
  const { parts, recorded } = await import(new URL("../assets/edit/record.js", location.href).href);
  return Promise.all(pages.map(([original, text]) => recorded(original, text, [...parts(original).keys()])));
}"""


@pytest.fixture(scope="module")
def pages(handbook: Project) -> Sequence[HandbookPage]:
    """The pages that the form opens."""
    folders = ("scenarios", "guides")
    found = [page for page in handbook.pages.values() if page.slug.partition("/")[0] in folders]
    return [page for page in found if not page.slug.endswith("/index.md")]


def test_the_digests_are_those_of_the_check(page: Page, address: str, handbook: Project) -> None:
    page.goto(f"{address}edit/")
    every = [one for one in handbook.pages.values() if one.language]
    made = page.evaluate(_DIGESTS, [one.document.text for one in every])
    left = 0
    for one, found in zip(every, made, strict=True):
        known = {id: value for id, value in found if value}
        left += len(found) - len(known)
        assert known.items() <= digests(one).items(), one.path
        if one.slug.partition("/")[0] in ("scenarios", "guides"):
            assert list(dict(found)) == list(digests(one)), one.path
            assert len(known) == len(found), one.path
    assert left < len(every) / 10


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        pytest.param(
            "---\ntitle: ' A  *b*_c_ '\n---\n\nA\u00a0\u2009b.\n\n## **C** _d_ {#c}\n\n1. E\n",
            [],
            id="blanks",
        ),
        pytest.param("---\ntitle: A\n---\n\nA\u2028b\ufeff.\n\n## Ž {#c}\n\n😀 \u0301\n", [], id="signs"),
        pytest.param("---\ntitle: A\n---\n## B {#b}\n\n~~~\n## C {#c}\n~~~\n\n## D {#d}\n", ["b"], id="code"),
        pytest.param(
            "---\ntitle: A\n---\n## B {#b}\n\n<!--\n## C {#c}\n-->\n\n## D {#d}\n", ["b"], id="a comment"
        ),
        pytest.param(
            "---\ntitle: A\n---\n## B [c](d.md) {#b}\n\nE\n\n## F `g` {#f}\n", ["b", "f"], id="markup"
        ),
        pytest.param(
            "---\ntitle: A\n---\n## B {#b}\n\nC\n---\n\n## D {#d}\n\n> ## E {#e}\n", ["b", "d"], id="others"
        ),
        pytest.param("---\ntitle: A\n---\n## B {#b}\n\nC\n\n##D {#d}\n", ["b"], id="no blank"),
    ],
)
def test_what_it_does_not_read_as_the_check_does_has_no_digest(
    page: Page, address: str, handbook: Project, text: str, unknown: Sequence[str]
) -> None:
    page.goto(f"{address}edit/")
    (found,) = page.evaluate(_DIGESTS, [text])
    known = {id: value for id, value in found if value}
    assert [id for id, value in found if not value] == unknown
    whole = replace(next(iter(handbook.pages.values())), document=parse(text))
    assert known.items() <= digests(whole).items()


def test_the_record_is_that_of_the_command(
    page: Page, address: str, handbook: Project, pages: Sequence[HandbookPage]
) -> None:
    given, expected = [], []
    for one in pages:
        original = handbook.original(one.slug)
        if original is None or original is one:
            continue
        text = one.document.text
        for before in (
            text,
            re.sub(r"^(  [\w-]+: )d\w{8}$", r"\1d00000000", text, flags=re.M),
            RECORD.sub("", text),
        ):
            given.append((original.document.text, before))
            expected.append(accepted(handbook, one))
    assert len(given) > 300
    page.goto(f"{address}edit/")
    assert page.evaluate(_RECORDED, given) == expected
