"""What is not drawn of a page is shown by no other page, but for its versions and those with a list."""

from __future__ import annotations

import datetime
from dataclasses import fields, replace
from typing import Any

import pytest

from handbook.exports.takeaway import takeaway
from handbook.model.document import Document
from handbook.model.project import Page, Project
from handbook.reading.markdown.parse import parse
from handbook.site.additions import expand_page, template_values
from handbook.site.beside_page import around
from handbook.site.contribute import report, templates, to_translate
from handbook.site.desk import desk
from handbook.site.drawn import drawn, shown_with
from handbook.site.frame import listed
from handbook.site.learning import learning
from handbook.site.menu import Menu
from handbook.site.navigation import navigation
from handbook.site.untranslated import with_originals
from tests.support.project import HANDBOOK, read

_TODAY = datetime.date(2027, 1, 1)
_GIVEN = templates("https://github.com/owner/name/edit/main/docs/{path}")
_NOT_DRAWN = ("text", "sections", "links", "lines", "body", "section", "problems", "waivers")
_CARD = "hr/scenarios/about-to-cancel.md"


class _Closed(Document):
    """A document of which nobody may read what is not drawn."""

    def __getattribute__(self, name: str) -> Any:
        if name in _NOT_DRAWN:
            raise AssertionError(f"another page reads its {name}")
        return super().__getattribute__(name)


def _closed(page: Page) -> Page:
    parts = {field.name: getattr(page.document, field.name) for field in fields(Document)}
    return replace(page, document=_Closed(**parts))


@pytest.fixture(scope="module")
def handbook() -> Project:
    return read(HANDBOOK)


def _shown(project: Project, page: Page, menu: Menu) -> list[object]:
    """All that is put into a page and around it."""
    return [
        expand_page(project, page, with_originals(project, page, page.document.body), _TODAY),
        template_values(project, page),
        around(project, page, _TODAY),
        report(project, page),
        to_translate(project, _GIVEN, page),
        listed(project, page),
        menu.at(page.slug),
        menu.family(page.slug),
    ]


@pytest.mark.parametrize("code", ["pl", "hr", "en"])
def test_no_page_reads_more_of_others(handbook: Project, code: str) -> None:
    closed = {path: _closed(page) for path, page in handbook.pages.items()}
    others = replace(handbook, pages=closed)
    assert navigation(others, code) == navigation(handbook, code)
    menu, menu_of_all = Menu(others, code), Menu(handbook, code)
    lists = shown_with(handbook, frozenset())
    pages = [page for path, page in handbook.pages.items() if page.language == code and path not in lists]
    assert len(pages) > 50
    for page in pages:
        versions = {version.path: version for version in handbook.by_slug[page.slug].values()}
        parted = replace(handbook, pages=closed | versions)
        assert _shown(parted, page, menu) == _shown(handbook, page, menu_of_all)


def test_a_list_reads_more(handbook: Project) -> None:
    """Else the pages above would not be held to anything."""
    closed = {path: _closed(page) for path, page in handbook.pages.items()}
    page = handbook.pages["en/phrasebook.md"]
    parted = replace(handbook, pages=closed | {page.path: page})
    with pytest.raises(AssertionError, match="another page reads its section"):
        expand_page(parted, page, page.document.body, _TODAY)


def test_a_page_is_shown_by_its_versions_and_by_all_with_a_list(handbook: Project) -> None:
    found = shown_with(handbook, frozenset({_CARD.partition("/")[2]}))
    assert {version.path for version in handbook.by_slug[_CARD.partition("/")[2]].values()} < found
    assert {"en/phrasebook.md", "pl/find.md", "hr/reference/glossary.md"} < found
    assert not {path for path, page in handbook.pages.items() if handbook.is_card(page)} <= found


def _text(handbook_file: str) -> str:
    return (HANDBOOK / "docs" / handbook_file).read_text("utf8")


@pytest.mark.parametrize("code", ["pl", "hr", "en"])
def test_what_is_made_of_a_languages_texts_reads_no_more_of_others(handbook: Project, code: str) -> None:
    other = next(page for page in handbook.pages.values() if page.language == code and handbook.is_card(page))
    # As if it had still to be translated.
    pages = {path: page for path, page in handbook.pages.items() if page is not other}
    few = replace(handbook, pages=pages)
    closed = {path: _closed(page) for path, page in pages.items() if page.language != code}
    parted = replace(handbook, pages=pages | closed)
    for made in (desk, learning):
        assert made(parted, code, str) == made(few, code, str)
    assert takeaway(parted, code) == takeaway(few, code)


@pytest.mark.parametrize(
    ("old", "new", "is_same"),
    [
        pytest.param("\n- ", "\n- Nova rečenica. ", True, id="a list item"),
        pytest.param("\n## ", "\nNova rečenica.\n\n## ", True, id="a paragraph"),
        pytest.param("title: ", "title: Nov ", False, id="the title"),
        pytest.param("\n## ", "\n## Nov ", False, id="a heading"),
        pytest.param("{#say}", "{#said}", False, id="its id"),
        pytest.param("\n## ", '\n<a id="new"></a>\n\n## ', False, id="an anchor"),
        pytest.param("\n## ", "\n<!-- handbook:cards -->\n\n## ", False, id="a list"),
        pytest.param("\n## ", "\nNova.[^1]\n\n[^1]: Nova.\n\n## ", False, id="a footnote"),
        pytest.param("\n## ", '\n=== "Nov"\n\n    Nov.\n\n## ', False, id="a tab"),
    ],
)
def test_what_is_drawn(handbook: Project, old: str, new: str, is_same: bool) -> None:
    page, text = handbook.pages[_CARD], _text(_CARD)
    assert old in text
    other = replace(page, document=parse(text.replace(old, new, 1), handbook.settings.syntax))
    assert (drawn(handbook, other) == drawn(handbook, page)) is is_same
