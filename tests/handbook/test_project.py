"""The small handbook itself: clean, complete and set up like the real one."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.model.claims import carriers, usable
from handbook.model.project import Project
from handbook.reading.settings import SettingsError, read_settings
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


@pytest.mark.parametrize(
    ("given", "read"),
    [
        pytest.param('""', (), id="nobody"),
        pytest.param("https://a.example http://b:8080", ("https://a.example", "http://b:8080"), id="a text"),
        pytest.param(
            "[https://a.example, https://a.example]", ("https://a.example",), id="a list, each once"
        ),
    ],
)
def test_it_reads_who_may_show_it_in_a_frame(root: Path, given: str, read: tuple[str, ...]) -> None:
    replace(root, "mkdocs.yml", "\n  handbook:\n", f"\n  handbook:\n    frame_ancestors: {given}\n")
    assert read_settings(root).frame_ancestors == read


@pytest.mark.parametrize(
    "given",
    [
        "https://a.example/",
        "https://*.a.example",
        "a.example",
        "https://A.example",
        "'*'",
        "'\"x'",
        "true",
        "[1]",
    ],
)
def test_it_takes_none_but_origins(root: Path, given: str) -> None:
    replace(root, "mkdocs.yml", "\n  handbook:\n", f"\n  handbook:\n    frame_ancestors: {given}\n")
    with pytest.raises(SettingsError, match="frame_ancestors"):
        read_settings(root)


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
