"""The menu: what a page lists of its own part, and that it does not grow with the number of cards."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from handbook.languages import CODES, language
from handbook.model.project import Project
from handbook.site.menu import SIDE, WHOLE, Entry, Menu
from tests.support.project import read, write


def flat(entries: tuple[Entry, ...]) -> Iterator[Entry]:
    for entry in entries:
        yield entry
        yield from flat(entry.children)


def more_cards(root: Path, count: int) -> Project:
    """The small handbook with so many more cards in the family of late-return."""
    text = (root / "docs/pl/scenarios/late-return.md").read_text("utf8")
    for number in range(10, 10 + count):
        copy = text.replace("id: no-01", f"id: no-{number}").replace("title: ", f"title: {number} ")
        write(root, f"docs/pl/scenarios/more-{number}.md", copy)
    return read(root)


@pytest.mark.parametrize("code", CODES)
def test_the_page_itself_is_marked_once_and_its_parts_lead_to_it(project: Project, code: str) -> None:
    for page in project.pages.values():
        if page.language == code:
            found = list(flat(Menu(project, code).at(page.slug)))
            assert [entry.slug for entry in found if entry.current] == [page.slug]
            for entry in found:
                assert entry.within or not any(below.current for below in flat(entry.children))


def test_a_card_lists_its_own_family_and_only_the_names_of_the_others(project: Project) -> None:
    menu = Menu(project, "hr").at("scenarios/late-return.md")
    cards = next(entry for entry in menu if entry.slug == "scenarios/index.md")
    families = {entry.family: entry for entry in cards.children}
    assert list(families) == list(language("hr").texts["families"])
    assert {family for family, entry in families.items() if entry.children} == {"saying-no"}
    assert families["anger"].anchor == "anger"
    assert families["saying-no"].within


def test_a_page_elsewhere_lists_no_card(project: Project) -> None:
    menu = Menu(project, "pl").at("guides/listening.md")
    assert [e.slug for e in flat(menu) if e.slug.startswith("scenarios/")] == ["scenarios/index.md"]
    assert not any(entry.within for entry in flat(Menu(project, "pl").at(None)))


def test_a_small_family_is_listed_whole(root: Path) -> None:
    menu = Menu(more_cards(root, WHOLE - 1), "pl").at("scenarios/late-return.md")
    assert sum("Zwrot po terminie" in entry.title for entry in flat(menu)) == WHOLE


@pytest.mark.parametrize(
    ("slug", "expected"),
    [
        pytest.param("scenarios/more-40.md", 2 * SIDE + 1, id="from the middle, neighbours on both sides"),
        pytest.param("scenarios/late-return.md", SIDE + 1, id="from the first, those that follow"),
    ],
)
def test_of_a_large_family_the_neighbours_are_listed(root: Path, slug: str, expected: int) -> None:
    menu = list(flat(Menu(more_cards(root, 60), "pl").at(slug)))
    found = [entry for entry in menu if "Zwrot po terminie" in entry.title]
    assert len(found) == expected
    assert [entry.slug for entry in found if entry.current] == [slug]


def test_a_card_knows_its_family_and_other_pages_have_none(project: Project) -> None:
    menu = Menu(project, "en")
    family = menu.family("scenarios/getting-louder.md")
    assert family is not None
    assert (family.slug, family.anchor) == ("scenarios/index.md", "anger")
    assert menu.family("decide.md") is None
    assert menu.family(None) is None
