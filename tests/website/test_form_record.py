"""What the form of /edit/ records of a translation, as `handbook accept` does: what is level."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, expect

from handbook.commands.record import accepted
from handbook.languages import language
from handbook.model.card import PARTS, WRITE
from handbook.model.project import Page as HandbookPage
from handbook.model.project import Project
from tests.support.project import copy_of_the_handbook
from tests.website.editing_form import RECORD, SAVE, Form, form_with, saved
from tests.website.translated_card import CARD, HR, NEW, OLD, PL, Translated

STEP = "Zapišite što ste dogovorili."


@pytest.fixture(scope="module")
def translated(tmp_path_factory: pytest.TempPathFactory) -> Translated:
    return Translated(copy_of_the_handbook(tmp_path_factory.mktemp("translated") / "handbook"))


@pytest.fixture
def card(translated: Translated) -> Iterator[Translated]:
    """The card, and afterwards as it was before."""
    yield translated
    translated.restore()


def question(form: Form) -> Locator:
    """What is asked when the form is saved."""
    form.page.get_by_role("button", name=SAVE[form.code], exact=True).click()
    asked = form.page.get_by_role("dialog", name=language(form.code).word("form-level", "title"))
    asked.wait_for()
    return asked


def words_of(page: HandbookPage) -> dict[str, str | list[str]]:
    """What a card holds, field by field."""
    words: dict[str, str | list[str]] = {
        "title": page.title,
        "customer_words": list(page.matter.customer_words),
    }
    for section in page.document.sections:
        parts = {part.id: part for part in PARTS}
        text = "\n".join(section.text.strip().splitlines())
        if section.id != WRITE:
            is_list = section.id in parts and parts[section.id].high
            words[section.id or "lead"] = [item.text for item in section.items] if is_list else text
    return words


def test_a_page_that_waits_is_translated_in_ones_own_language(
    browser: Browser, address: str, card: Translated
) -> None:
    given = card.files
    files = {path: text for path, text in given.items() if path != HR}
    card.put(HR, with_step(given[HR]))
    page = card.page
    with form_with(browser, address, "hr", files) as opened:
        opened.page.get_by_text("Klient czekał zbyt długo").click()
        opened.page.get_by_role("button", name=re.compile("^ ?Omogući.*Hrvatski")).click()
        opened.fill(words_of(page))
        opened.save()
        changed = saved(opened, files)
    assert changed == {HR: card.accepted}
    assert card.waits(changed[HR]) == ()


def with_step(text: str) -> str:
    """The Croatian card with the step more, too."""
    *_, last = re.findall(r"^\d+\. .+\n", text, re.MULTILINE)
    return text.replace(last, f"{last}{int(last[0]) + 1}. {STEP}\n")


def test_what_an_editor_ticks_is_level_and_nothing_else(
    browser: Browser, address: str, card: Translated
) -> None:
    files = card.files
    assert card.waits(files[HR]) == ("lead", "do")
    with form_with(browser, address, "hr", files) as opened:
        opened.open("scenarios", CARD)
        steps = [box.input_value() for box in opened.field("do").get_by_role("textbox").all()]
        opened.entries("do", [*steps, STEP])
        asked = question(opened)
        names = language("hr")
        labels = asked.locator("label").all_inner_texts()
        assert [label.strip() for label in labels] == [
            names.word("form", "answer"),
            names.word("sections", "do"),
        ]
        assert asked.locator("input:checked").count() == 0
        asked.get_by_label(names.word("sections", "do")).check()
        asked.get_by_role("button", name=names.word("form-level", "save")).click()
        opened.page.wait_for_url(re.compile(r"#/collections/[a-z]+$"))
        changed = saved(opened, files)
    expected = with_step(files[HR])
    now = re.search(r"^  do: (\w+)$", card.accepted, re.MULTILINE)
    assert now
    assert changed == {HR: re.sub(r"^  do: \w+$", f"  do: {now[1]}", expected, flags=re.MULTILINE)}
    assert card.waits(changed[HR]) == ("lead",)


def test_a_mended_letter_says_nothing_of_the_original(
    browser: Browser, address: str, card: Translated
) -> None:
    files = card.files
    with form_with(browser, address, "hr", files) as opened:
        # Where nothing waits nothing is asked.
        opened.open("scenarios", CARD)
        # Whatever stands there: its first letter becomes another one.
        why = opened.field("why").get_by_role("textbox")
        text = why.input_value()
        why.fill(f"X{text[1:]}")
        opened.save()
        once = files[HR].replace(f"{{#why}}\n\n{text}", f"{{#why}}\n\nX{text[1:]}")
        assert saved(opened, files) == {HR: once}
        opened.open("scenarios", CARD)
        lead = opened.field("lead").get_by_role("textbox")
        text = lead.input_value()
        lead.fill(f"X{text[1:]}")
        question(opened).get_by_role("button", name=language("hr").word("form-level", "save")).click()
        opened.page.wait_for_url(re.compile(r"#/collections/[a-z]+$"))
        changed = saved(opened, files)
    assert changed == {HR: once.replace(f"---\n\n{text}", f"---\n\nX{text[1:]}")}
    assert changed != {HR: once}
    assert card.waits(changed[HR]) == ("lead", "do")


@pytest.mark.parametrize("way", ["button", "Escape"])
def test_whoever_goes_back_has_saved_nothing_and_lost_nothing(
    browser: Browser, address: str, card: Translated, way: str
) -> None:
    files, names = card.files, language("hr")
    with form_with(browser, address, "hr", files) as opened:
        opened.open("scenarios", CARD)
        opened.field("lead").get_by_role("textbox").fill("Ispričajte se.")
        asked = question(opened)
        if way == "Escape":
            opened.page.keyboard.press("Escape")
        else:
            asked.get_by_role("button", name=names.word("form-level", "back")).click()
        told = opened.page.get_by_role("alertdialog")
        expect(told).to_contain_text(names.word("form-level", "unsaved"))
        told.get_by_role("button").last.click()
        expect(opened.field("lead").get_by_role("textbox")).to_have_value("Ispričajte se.")
        assert saved(opened, files) == {}


def test_a_guide_is_translated_under_the_ids_of_its_original(
    browser: Browser, address: str, handbook: Project
) -> None:
    guides = [page for page in handbook.pages.values() if page.slug.startswith("guides/")]
    written = min(
        (
            page
            for page in guides
            if page.language == "en" and page.document.sections[1:] and page.is_translation
        ),
        key=lambda page: len(page.document.sections),
    )
    original = handbook.original(written.slug)
    assert original
    files = {original.file: original.document.text}
    lead, *sections = written.document.sections
    front = {"title": written.title, "description": written.matter.description, "lead": lead.text.strip()}
    with form_with(browser, address, "en", files) as opened:
        opened.page.goto(f"{address}edit/?language=en#/collections/guides")
        opened.page.get_by_text(original.title).click()
        opened.page.get_by_role("button", name=re.compile("^Enable.*English")).click()
        opened.fill({key: said for key, said in front.items() if said})
        for at, section in enumerate(sections):
            assert section.heading
            opened.field("sections").get_by_role("button", name=re.compile("Add")).last.click()
            opened.fill(
                {f"sections.{at}.heading": section.heading.text, f"sections.{at}.text": section.text.strip()}
            )
        opened.save()
        changed = saved(opened, files)
    assert changed == {written.file: accepted(handbook, written)}


def test_a_page_that_is_not_there_in_ones_own_language_can_be_corrected_in_its_own(
    browser: Browser, address: str, card: Translated
) -> None:
    files = {PL: card.files[PL]}
    with form_with(browser, address, "hr", files) as opened:
        opened.open("scenarios", CARD)
        lead = opened.field("lead", "pl").get_by_role("textbox")
        lead.fill(lead.input_value().replace(NEW, OLD))
        opened.save()
        assert saved(opened, files) == {PL: files[PL].replace(NEW, OLD)}


def test_a_translation_begun_beside_its_original_takes_nothing_of_it_along(
    browser: Browser, address: str, card: Translated
) -> None:
    files = {PL: card.files[PL]}
    words = words_of(card.page)
    with form_with(browser, address, "pl", files) as opened:
        opened.open("scenarios", CARD)
        opened.page.get_by_role("button", name=re.compile("^Włącz.*Chorwacki")).click()
        opened.fill(words, "hr")
        opened.save()
        changed = saved(opened, files)
    card.put(HR, RECORD.sub("", card.files[HR]))
    assert changed == {HR: card.accepted}
