"""The form of /edit/ as axe sees it, in each of its states: nothing but what lies in the editor itself."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from handbook.languages import language
from tests.support.project import HANDBOOK
from tests.website.axe import faults
from tests.website.editing_form import SAVE, Form, form_with

CARD = "waited-too-long"
# A part of the original that has moved on, and the same part of its translation.
PL, HR = (f"docs/{code}/scenarios/{CARD}.md" for code in ("pl", "hr"))
OLD, NEW = "Przeproś raz", "Przeproś jeden raz"
# What the editor does not do as it should. Once it does, it is to be taken off here.
#   region: its bars and columns stand in no landmark.
#   landmark-unique: a field is a landmark, and is called the same in the columns of two languages.
#   the others: the list of choices has no name, and its entries and lines have roles that they may not have.
KNOWN = {
    "the list of cards": {"region"},
    "a card": {"landmark-unique", "region"},
    "what may be chosen": {
        *("landmark-unique", "region"),
        *("aria-allowed-role", "aria-input-field-name", "presentation-role-conflict"),
    },
    "the question": set(),
    "nothing was saved": {"landmark-unique", "region"},
}


def states(form: Form) -> Iterator[str]:
    """Bring the form into each of its states."""
    names = language(form.code)
    form.page.get_by_text("Kupac je predugo čekao").wait_for()
    yield "the list of cards"
    form.open("scenarios", CARD)
    form.field("why")
    yield "a card"
    form.field("details.decision", "pl").get_by_role("combobox").click()
    form.page.get_by_role("option").first.wait_for()
    yield "what may be chosen"
    form.page.keyboard.press("Escape")
    form.field("lead").get_by_role("textbox").fill("Ispričajte se.")
    form.page.get_by_role("button", name=SAVE[form.code], exact=True).click()
    form.page.get_by_role("dialog", name=names.word("form-level", "title")).wait_for()
    yield "the question"
    form.page.keyboard.press("Escape")
    form.page.get_by_role("alertdialog").wait_for()
    yield "nothing was saved"


def settled(page: Page, state: str) -> list[str]:
    """What axe finds once the editor has drawn all of a state: parts of it come one after the other."""
    for _ in range(40):
        found = faults(page)
        if kinds(found) == KNOWN[state]:
            break
        page.wait_for_timeout(250)
    return found


def kinds(found: list[str]) -> set[str]:
    return {line.partition(":")[0] for line in found}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_but_what_is_known_of_the_editor(
    browser: Browser, address: str, scheme: str
) -> None:
    files = {path: (HANDBOOK / path).read_text("utf8") for path in (PL, HR)}
    files[PL] = files[PL].replace(OLD, NEW)
    assert NEW in files[PL]
    with form_with(browser, address, "hr", files) as opened:
        opened.page.emulate_media(
            color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce"
        )
        found = {state: settled(opened.page, state) for state in states(opened)}
    assert {state: kinds(lines) for state, lines in found.items()} == KNOWN, found
