"""More of what beginners do, each told once, where it is, with its cure in the language of the page."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import zip_longest

import pytest

from handbook.languages import CODES
from handbook.model.rules import NOTICE
from tests.journeys.mistaken_handbook import NEAR
from tests.journeys.more_mistakes import ADDED, BYTES, HARMLESS, MISTAKES
from tests.journeys.test_mistakes import CARD
from tests.support.project import Files, copy_of_the_handbook
from tests.support.told import Checked


@pytest.fixture(scope="module")
def handbook(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    return Checked(copy_of_the_handbook(tmp_path_factory.mktemp("handbook")))


def the_one(handbook: Checked, files: Files, removed: tuple[str, ...] = ()) -> tuple[str, str, int, str]:
    """File, rule, line and words of the one finding."""
    found = [finding for finding in handbook.told(files, removed) if finding.severity != NOTICE]
    assert len(found) == 1, [str(finding) for finding in found]
    assert found[0].suggestion
    return found[0].file, found[0].rule, found[0].line, f"{found[0].message} {found[0].suggestion}"


def differs_at(text: str, spoilt: str) -> int:
    pairs = zip_longest(text.split("\n"), spoilt.split("\n"))
    return next(number for number, (old, new) in enumerate(pairs, start=1) if old != new)


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_once_where_it_is_in_each_language(handbook: Checked, name: str) -> None:
    rule, page, changes = MISTAKES[name]
    said = set()
    for code in CODES:
        file = f"docs/{code}/{page}"
        text = handbook.text(file)
        spoilt = (changes[code] if isinstance(changes, Mapping) else changes)(text)
        where, told, line, words = the_one(handbook, {file: spoilt})
        assert (where, told) == (file, rule)
        assert abs(line - differs_at(text, spoilt)) <= NEAR
        said.add(words)
    assert len(said) == len(CODES)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", BYTES)
def test_a_file_of_another_kind_is_told_once(handbook: Checked, name: str, code: str) -> None:
    rule, save = BYTES[name]
    file = f"docs/{code}/{CARD}"
    assert the_one(handbook, {file: save(handbook.text(file))})[:2] == (file, rule)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", HARMLESS)
def test_nothing_is_told_of_what_readers_get_all_the_same(handbook: Checked, name: str, code: str) -> None:
    file = f"docs/{code}/{CARD}"
    spoilt = HARMLESS[name](handbook.text(file))
    assert [one for one in handbook.told({file: spoilt}) if one.severity != NOTICE] == []


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", ADDED)
def test_a_file_under_a_wrong_name_is_told_once(handbook: Checked, name: str, code: str) -> None:
    rule, content = ADDED[name]
    file = f"docs/{code}/{name}"
    text = handbook.text(f"docs/{code}/{CARD}") if content is None else content
    assert the_one(handbook, {file: text})[:2] == (file, rule)


@pytest.mark.parametrize("ending", ["txt", "docx", "md.txt"])
@pytest.mark.parametrize("code", CODES)
def test_a_page_saved_as_a_file_of_another_kind_is_told_with_the_page(
    handbook: Checked, code: str, ending: str
) -> None:
    page, other = f"docs/{code}/{CARD}", f"docs/{code}/scenarios/swearing.{ending}"
    where, rule, _, words = the_one(handbook, {page: None, other: handbook.text(page)}, (page,))
    assert (where, rule) == (other, "file-kind")
    assert page in words
