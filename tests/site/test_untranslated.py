"""A card that stands in one language only, as readers of the others find it."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from handbook.model.past import Past
from handbook.model.project import Project
from handbook.site.lists import card_lists, state_lists
from handbook.site.lists.finder import finder
from handbook.site.markdown_links import resolve
from handbook.site.untranslated import only_in, with_originals
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


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param(
            f'<a href="original:pl/{CARD}" lang="pl" hreflang="pl">A</a> <a href="b/">B</a>',
            f'<a href="../pl/{CARD}!" lang="pl" hreflang="pl">A</a> <a href="b/">B</a>',
            id="of a list, which says the rest",
        ),
        pytest.param(
            f'<a href="original:pl/{CARD}#say">A <b>b</b></a>',
            f'<a href="../pl/{CARD}!#say" hreflang="pl">A <b>b</b></a>'
            ' <small class="untranslated">(zasad samo na poljskom)</small>',
            id="of a writer",
        ),
    ],
)
def test_a_link_gets_the_address_of_the_build(alone: Project, html: str, expected: str) -> None:
    assert resolve(alone, html, "hr", lambda path: f"../{path}!") == expected


def test_a_page_in_two_languages_is_said_to_be_in_both(root: Path) -> None:
    (root / f"docs/hr/{CARD}").unlink()
    project = read(root)
    assert only_in(project, "hr", project.pages[f"pl/{CARD}"]) == "zasad samo na poljskom i na engleskom"


def test_a_writers_links_lead_to_the_original_and_no_others_do(alone: Project) -> None:
    index = page(alone, "hr/index.md")
    markdown = "[a](scenarios/late-return.md#say) [b][b] ![c](scenarios/late-return.md) [d](find.md)\n\n"
    assert with_originals(alone, index, f"{markdown}[b]: scenarios/late-return.md") == (
        f"[a](original:pl/{CARD}#say) [b][b] ![c](scenarios/late-return.md) [d](find.md)\n\n"
        f"[b]: original:pl/{CARD}"
    )


def test_what_waits_is_listed_by_age_with_its_day(alone: Project) -> None:
    day = datetime.date(2026, 11, 2)
    dated = replace(alone, past={f"docs/pl/{CARD}": Past(day, day, "X")})
    shown = state_lists.translations(dated, page(dated, "en/editing/status.md"), day)
    assert "(so far only in Polish)</small>: not translated yet (waiting since 2 November 2026)" in shown
