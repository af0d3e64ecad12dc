"""What whoever writes one language changes, and what is then told: in an original and in a translation.

tests/journeys/test_readers.py says what readers of all languages then see.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from handbook.commands.checking import exit_status
from handbook.commands.exit_status import CLEAN, FOUND
from handbook.languages import CODES
from handbook.model.project import Page
from handbook.model.rules import NOTICE
from tests.journeys import changes
from tests.journeys.changes import Change, changed, deletion, may_change
from tests.support.project import copy_of_the_handbook
from tests.support.told import Checked, Told, places

_RECORD = re.compile(r"^translation:\n(?:  .+\n)+", re.MULTILINE)
# A card that two others are related to and no page links to: who deletes it has little to mend.
ALONE = "records-the-call"


class Handbook(Checked):
    """A copy of the real handbook."""

    def card(self, code: str, *, original: bool) -> Page:
        """A short card of a language that may have one step more and one less."""
        cards = [card for card in self.project.cards(code) if may_change(card)]
        fitting = [card for card in cards if (self.project.original(card.slug) is card) == original]
        return min(fitting, key=lambda card: len(card.document.text))

    def others(self, page: Page) -> list[Page]:
        return [version for version in self.project.by_slug[page.slug].values() if version is not page]

    def outcome(self, files: Mapping[str, str | None]) -> tuple[int, list[Told]]:
        """The exit status of a check of a proposal, and all that it tells."""
        found = self.told(files, [file for file, text in files.items() if text is None])
        return exit_status(found), places(found)

    def after(self, page: Page, section: str, change: Change) -> tuple[int, list[Told]]:
        """The same where a section's entries are changed."""
        return self.outcome({page.file: changed(page, {section: change})})


@pytest.fixture(scope="module")
def handbook(tmp_path_factory: pytest.TempPathFactory) -> Handbook:
    return Handbook(copy_of_the_handbook(tmp_path_factory.mktemp("handbook")))


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(
    ("section", "change"),
    [
        pytest.param("say", changes.phrase, id="a phrase in other words"),
        pytest.param("do", changes.step_more, id="a step more"),
        pytest.param("do", changes.step_less, id="a step less"),
        pytest.param("do", changes.steps_moved, id="two steps changed places"),
        pytest.param("do", changes.number, id="another number"),
    ],
)
def test_an_original_is_free(handbook: Handbook, code: str, section: str, change: Change) -> None:
    card = handbook.card(code, original=True)
    stale = sorted((other.file, NOTICE, "translation-stale") for other in handbook.others(card))
    assert handbook.after(card, section, change) == (CLEAN, stale)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(
    ("change", "rule"),
    [
        pytest.param(changes.step_more, "translation-items", id="a step more"),
        pytest.param(changes.step_less, "translation-items", id="a step less"),
        pytest.param(changes.number, "translation-numbers", id="another number"),
    ],
)
def test_a_translation_is_held_to_its_original(
    handbook: Handbook, code: str, change: Change, rule: str
) -> None:
    card = handbook.card(code, original=False)
    assert handbook.after(card, "do", change) == (FOUND, [(card.file, "error", rule)])


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(("section", "change"), [("say", changes.phrase), ("do", changes.steps_moved)])
def test_a_translation_may_say_it_in_its_own_way(
    handbook: Handbook, code: str, section: str, change: Change
) -> None:
    assert handbook.after(handbook.card(code, original=False), section, change) == (CLEAN, [])


@pytest.mark.parametrize("code", CODES)
def test_steps_that_a_proposal_moves_in_a_translation_are_told_where_git_knows(
    handbook: Handbook, code: str
) -> None:
    card, original = handbook.card(code, original=False), handbook.card(code, original=True)
    (found,) = handbook.told({card.file: changed(card, {"do": changes.steps_moved})}, known=True)
    assert places([found]) == [(card.file, NOTICE, "translation-moved")]
    source = handbook.project.original(card.slug)
    section = source.document.section("do") if source else None
    assert section
    # The steps of the original are shown in their order.
    assert all(item.text in found.suggestion for item in section.items)
    # Words that change are the translator's own, and an original moves what it likes.
    assert handbook.told({card.file: changed(card, {"do": changes.phrase})}, known=True) == []
    moved = handbook.told({original.file: changed(original, {"do": changes.steps_moved})}, known=True)
    assert {finding.rule for finding in moved} == {"translation-stale"}


@pytest.mark.parametrize("code", CODES)
def test_entries_of_a_translation_that_lead_elsewhere_keep_the_originals_order(
    handbook: Handbook, code: str
) -> None:
    card = next(
        card
        for card in handbook.project.cards(code)
        if handbook.project.original(card.slug) is not card
        and (section := card.document.section("decide"))
        and ["](" in item.text for item in section.items[-2:]] == [True, True]
    )
    text = changed(card, {"decide": lambda lines: [*lines[:-2], lines[-1], lines[-2]]})
    assert handbook.outcome({card.file: text}) == (FOUND, [(card.file, "error", "translation-order")])


@pytest.mark.parametrize("code", CODES)
def test_a_card_that_is_there_in_one_language_waits_to_be_translated(handbook: Handbook, code: str) -> None:
    card = handbook.card(code, original=True)
    without = {other.file: None for other in handbook.others(card)}
    found = handbook.told(without)
    missing = [(card.file, NOTICE, "translation-missing")]
    links = [one for one in places(found) if one not in missing]
    # Nothing else but that pages of the other languages lead to it.
    assert [one for one in places(found) if one in missing] == missing
    assert {rule for _, _, rule in links} <= {"link-untranslated"}
    assert {file.split("/")[1] for file, _, _ in links} <= set(CODES) - {code}
    assert exit_status(found) == CLEAN


@pytest.mark.parametrize("code", CODES)
def test_a_translation_is_added_with_the_record_that_the_check_gives(handbook: Handbook, code: str) -> None:
    card = handbook.card(code, original=False)
    text = card.document.text
    (found,) = handbook.told({card.file: _RECORD.sub("", text)})
    assert places([found]) == [(card.file, NOTICE, "translation-record-missing")]
    assert exit_status([found]) == CLEAN
    lines = re.findall(r"^(?:translation:| +[\w-]+: d\w{8})$", found.suggestion, re.MULTILINE)
    pasted = _RECORD.sub("", text).replace("---\n\n", "\n".join([*lines, "---\n\n"]), 1)
    assert handbook.outcome({card.file: pasted}) == (CLEAN, [])


@pytest.mark.parametrize("code", CODES)
def test_a_page_is_deleted_in_every_language_or_in_none(handbook: Handbook, code: str) -> None:
    slug = f"scenarios/{ALONE}.md"
    versions = handbook.project.by_slug[slug]
    own, original = versions[code], handbook.project.original(slug)
    status, told = handbook.outcome({own.file: None})
    assert status == FOUND
    errors = [one for one in told if one[1] != NOTICE]
    if own is original:
        (left,) = errors
        assert left in [(other.file, "error", "original-missing") for other in handbook.others(own)]
    else:
        assert errors == [(own.file, "error", "translation-deleted")]


@pytest.mark.parametrize("known", [True, False], ids=["git knows the former name", "without git"])
@pytest.mark.parametrize("name", [ALONE, "swearing", "refund-after-deadline"])
@pytest.mark.parametrize("code", CODES)
def test_a_page_renamed_in_one_language_alone_is_told_once_with_the_way_back(
    handbook: Handbook, code: str, name: str, known: bool
) -> None:
    old, new = (f"docs/{code}/scenarios/{one}.md" for one in (name, "another-name"))
    files = {old: None, new: handbook.text(old)}
    (found,) = handbook.told(files, [old] if known else [])
    assert places([found]) == [(new, "error", "page-renamed")]
    assert old in found.suggestion
    assert f"handbook move scenarios/{name}.md scenarios/another-name.md" in found.suggestion
    # What it says is enough: under its former name the page is as it was.
    assert handbook.outcome({old: files[new]}) == (CLEAN, [])


@pytest.mark.parametrize("name", ["swearing (1)", "swearing-copy"])
@pytest.mark.parametrize("code", CODES)
def test_a_page_copied_under_another_name_is_told_once(handbook: Handbook, code: str, name: str) -> None:
    copy = f"docs/{code}/scenarios/{name}.md"
    (found,) = handbook.told({copy: handbook.text(f"docs/{code}/scenarios/swearing.md")})
    assert places([found]) == [(copy, "error", "page-copied")]
    assert f"docs/{code}/scenarios/swearing.md" in found.suggestion


@pytest.mark.parametrize("code", CODES)
def test_a_page_saved_over_with_another_languages_text_is_told_once(handbook: Handbook, code: str) -> None:
    for other in set(CODES) - {code}:
        file, source = (f"docs/{one}/scenarios/swearing.md" for one in (code, other))
        (found,) = handbook.told({file: handbook.text(source)})
        assert places([found]) == [(file, "error", "page-overwritten")]
        assert source in found.message


def test_what_names_a_deleted_page_is_told_and_nothing_once_it_is_mended(handbook: Handbook) -> None:
    files = deletion(handbook.project, handbook.root, ALONE)
    status, told = handbook.outcome({file: text for file, text in files.items() if text is None})
    assert status == FOUND
    assert {file for file, _, _ in told} == {file for file, text in files.items() if text is not None}
    assert {rule for _, _, rule in told} == {"card-related-unknown", "card-named-lost", "staff-words-lost"}
    assert len(told) == len(files) - len(CODES)
    assert handbook.outcome(files) == (CLEAN, [])
