"""The navigation, derived from the pages: families, folders, fixed places, and broken pages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from handbook.languages import CODES, language
from handbook.model.project import Project
from handbook.site.navigation import navigation
from tests.support.project import read, replace, write


def slugs(entries: list[Any]) -> list[str]:
    """All pages of a navigation, in its order."""
    found: list[str] = []
    for entry in entries:
        if isinstance(entry, str):
            found.append(entry)
        else:
            for below in entry.values():
                found += slugs(below if isinstance(below, list) else [below])
    return found


def part(entries: list[Any], name: str) -> list[Any]:
    """What stands under a heading of the navigation."""
    found = next(entry[name] for entry in entries if isinstance(entry, dict) and name in entry)
    assert isinstance(found, list)
    return found


@pytest.mark.parametrize("code", CODES)
def test_every_page_stands_in_it_once(project: Project, code: str) -> None:
    pages = [page.slug for page in project.pages.values() if page.language == code]
    assert sorted(slugs(navigation(project, code))) == sorted(pages)


@pytest.mark.parametrize("code", CODES)
def test_every_page_of_the_real_handbook_stands_in_it_once(handbook: Project, code: str) -> None:
    pages = [page.slug for page in handbook.pages.values() if page.language == code]
    assert sorted(slugs(navigation(handbook, code))) == sorted(pages)


@pytest.mark.parametrize("code", CODES)
def test_the_home_page_comes_first_under_the_name_of_its_language(project: Project, code: str) -> None:
    assert navigation(project, code)[0] == {language(code).word("page", "home"): "index.md"}


def test_cards_stand_by_family_and_id(root: Path) -> None:
    text = (root / "docs/pl/scenarios/late-return.md").read_text("utf8")
    write(root, "docs/pl/scenarios/a-card.md", text.replace("id: no-01", "id: no-03"))
    write(root, "docs/pl/scenarios/b-card.md", text.replace("id: no-01", "id: no-02"))
    names = language("pl")
    cards = part(navigation(read(root), "pl"), names.word("page", "cards"))
    assert cards == [
        "scenarios/index.md",
        {
            names.word("families", "saying-no"): [
                "scenarios/late-return.md",
                "scenarios/b-card.md",
                "scenarios/a-card.md",
            ]
        },
        {names.word("families", "bending-rules"): ["scenarios/late-with-reason.md"]},
        {names.word("families", "anger"): ["scenarios/getting-louder.md"]},
    ]


def test_a_translated_card_stands_in_the_family_of_its_original(project: Project) -> None:
    names = language("en")
    cards = part(navigation(project, "en"), names.word("page", "cards"))
    assert {names.word("families", "anger"): ["scenarios/getting-louder.md"]} in cards


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("family: saying-no", "family: nonsense", id="an unknown family"),
        pytest.param("family: saying-no\n", "", id="no family"),
        pytest.param("family: saying-no", "family: [", id="broken front matter"),
    ],
)
def test_a_card_with_a_broken_family_is_still_to_be_found(root: Path, old: str, new: str) -> None:
    replace(root, "docs/pl/scenarios/late-return.md", old, new)
    project = read(root)
    for code in CODES:
        assert slugs(navigation(project, code)).count("scenarios/late-return.md") == 1


def test_guides_stand_by_title_with_their_index_first(root: Path) -> None:
    for slug, title in (("a", "Zima"), ("b", "Jesień"), ("index", "Poradniki")):
        write(root, f"docs/pl/guides/{slug}.md", f"---\ntitle: {title}\n---\n\nTekst.\n")
    guides = part(navigation(read(root), "pl"), language("pl").word("page", "guides"))
    assert guides == ["guides/index.md", "guides/b.md", "guides/listening.md", "guides/a.md"]


@pytest.mark.parametrize(
    ("code", "titles"),
    [
        pytest.param("pl", ["Cena", "Ćwiczenia", "Dom", "Łaska", "Lato", "Świat", "Żal"], id="Polish"),
        pytest.param("hr", ["Cijena", "Čaj", "Ćud", "Dom", "Šala", "Voda", "Žal"], id="Croatian"),
    ],
)
def test_titles_stand_in_the_order_of_their_alphabet(root: Path, code: str, titles: list[str]) -> None:
    wanted = sorted(titles, key=lambda title: _alphabet(code, title))
    for number, title in enumerate(titles):
        write(root, f"docs/{code}/editing/page-{number}.md", f"---\ntitle: {title}\n---\n\nText.\n")
    project = read(root)
    pages = part(navigation(project, code), language(code).word("page", "editing"))
    found = [project.pages[f"{code}/{slug}"].title for slug in pages]
    assert [title for title in found if title in titles] == wanted


def _alphabet(code: str, title: str) -> list[int]:
    letters = {
        "pl": "aąbcćdeęfghijklłmnńoóprsśtuwyzźż",
        "hr": "abcčćdđefghijklmnoprsštuvzž",
    }[code]
    return [letters.index(letter) for letter in title.lower()]


def test_a_page_outside_all_folders_is_listed(root: Path) -> None:
    write(root, "docs/pl/news.md", "---\ntitle: Nowości\n---\n\nTekst.\n")
    assert "news.md" in navigation(read(root), "pl")


@pytest.mark.parametrize(
    "text",
    [pytest.param(b"\xff\xfe", id="a page that is no text"), pytest.param(b"", id="an empty page")],
)
def test_a_page_that_cannot_be_read_is_left_out(root: Path, text: bytes) -> None:
    write(root, "docs/pl/phrasebook.md", text)
    project = read(root)
    assert "phrasebook.md" not in slugs(navigation(project, "pl"))
    assert "phrasebook.md" in slugs(navigation(project, "hr"))


def test_a_folder_without_pages_has_no_heading(root: Path) -> None:
    for code in CODES:
        write(root, f"docs/{code}/guides/listening.md", None)
    assert language("en").word("page", "guides") not in str(navigation(read(root), "en"))


def test_a_project_without_cards_has_no_heading_for_them(root: Path) -> None:
    replace(root, "mkdocs.yml", "    cards: scenarios\n", "")
    headings = [entry for entry in navigation(read(root), "en") if isinstance(entry, dict)]
    assert language("en").word("page", "cards") not in {name for entry in headings for name in entry}
