"""The small handbook itself: clean, complete and set up like the real one."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.model.claims import carriers, usable
from handbook.model.project import Project
from handbook.reading.settings import read_settings
from handbook.site.markers import MARKERS
from tests.support.project import BASE, HANDBOOK, WrongTest, check, replace
from tests.support.python_markdown import extensions


def test_the_small_handbook_is_clean_notices_included(root: Path) -> None:
    assert check(root, prose=True) == []


def test_it_has_the_languages_and_folders_of_the_real_one() -> None:
    small, real = read_settings(BASE), read_settings(HANDBOOK)
    assert small.languages == real.languages == ("pl", "hr", "en")
    assert small.default_language == real.default_language == "pl"
    assert (small.cards, small.sources, small.local_rules) == (real.cards, real.sources, real.local_rules)


def test_its_markdown_is_that_of_the_real_one() -> None:
    assert extensions(BASE) == extensions(HANDBOOK)


def test_every_page_stands_in_every_language(project: Project) -> None:
    assert {tuple(sorted(versions)) for versions in project.by_slug.values()} == {("en", "hr", "pl")}


def test_originals_stand_in_polish_and_in_croatian(project: Project) -> None:
    originals = {slug: project.original(slug) for slug in project.by_slug}
    languages = {page.language for page in originals.values() if page}
    assert languages == {"pl", "hr"}


def test_every_translation_has_its_record(project: Project) -> None:
    unrecorded = {page.path for page in project.pages.values() if not page.is_translation}
    originals = {original.path for slug in project.by_slug if (original := project.original(slug))}
    assert unrecorded == originals


def test_every_list_has_its_page(project: Project) -> None:
    used = {name for page in project.pages.values() for name, _ in page.document.markers}
    assert used == set(MARKERS)


def test_every_usable_claim_is_carried(project: Project) -> None:
    assert set(carriers(project)) == {*usable(project), *project.sources.practice}


def test_a_replacement_must_fit_exactly_once(root: Path) -> None:
    with pytest.raises(WrongTest, match="0 times"):
        replace(root, "docs/pl/index.md", "not there", "x")
    with pytest.raises(WrongTest, match="2 times"):
        replace(root, "docs/pl/index.md", "md", "x")
