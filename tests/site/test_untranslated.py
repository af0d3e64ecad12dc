"""A card that stands in one language only, as readers of the others find it."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.model.project import Project
from handbook.site.lists import card_lists
from handbook.site.lists.finder import finder
from handbook.site.markdown_links import resolve
from tests.support.project import page, read

CARD = "scenarios/late-return.md"
TITLE = "Zwrot po terminie"


@pytest.fixture
def alone(root: Path) -> Project:
    """The small handbook, where one card is in Polish only."""
    for code in ("hr", "en"):
        (root / f"docs/{code}/{CARD}").unlink()
    return read(root)


def test_it_is_listed_under_its_original_title_with_its_language(alone: Project) -> None:
    listed = card_lists.cards(alone, page(alone, "hr/scenarios/index.md"))
    assert f'<a href="original:pl/{CARD}" lang="pl" hreflang="pl">{TITLE}</a>' in listed
    assert "(zasad samo na poljskom)" in listed


def test_the_finder_finds_it_by_the_same_answers(alone: Project) -> None:
    (entry,) = (line for line in finder(alone, page(alone, "en/find.md")).split("\n") if TITLE in line)
    assert 'data-channel="phone face-to-face"' in entry
    assert 'data-decision="hold"' in entry
    assert "(so far only in Polish)" in entry


def test_it_counts_among_the_cards_of_its_family(alone: Project, project: Project) -> None:
    home = "en/index.md"
    assert card_lists.doors(alone, page(alone, home)) == card_lists.doors(project, page(project, home))


def test_its_own_language_lists_it_as_ever(alone: Project, project: Project) -> None:
    index = "pl/scenarios/index.md"
    assert card_lists.cards(alone, page(alone, index)) == card_lists.cards(project, page(project, index))


def test_the_link_gets_the_address_of_the_build() -> None:
    html = '<a href="original:pl/a.md" lang="pl">A</a> <a href="b/">B</a>'
    assert (
        resolve(html, lambda path: f"../{path}!")
        == '<a href="../pl/a.md!" lang="pl">A</a> <a href="b/">B</a>'
    )
