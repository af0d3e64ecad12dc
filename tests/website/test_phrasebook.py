"""The phrasebook: every phrase can be copied, in each of the languages."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from handbook.languages import CODES, language
from handbook.model.slots import pieces
from tests.support.project import real_handbook

PHRASES = real_handbook().sources.phrases


def word(code: str, key: str, phrase: str) -> str:
    return language(code).word("reading", key, phrase=phrase)


@pytest.mark.parametrize("code", CODES)
def test_each_phrase_can_be_copied_and_so_can_the_same_one_in_the_other_languages(
    page: Page, address: str, code: str
) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{address}{code}/phrasebook/")
    expect(page.locator(".phrase .copy")).to_have_count(len(PHRASES))
    said = PHRASES[1].say
    others = [other for other in CODES if other != code]
    for other in (code, *others):
        spoken = f"#{PHRASES[1].id} + .phrase{'' if other == code else f' + ul li:has([lang={other}])'}"
        button = page.locator(f"{spoken} > .copy")
        # A slot is shown, and read out, without the brackets that it keeps in a copy.
        shown = "".join(piece for piece, _ in pieces(said[other]))
        expect(button).to_have_accessible_name(language(code).word("reading", "copy-phrase", phrase=shown))
        button.click()
        expect(page.locator(".status")).to_have_text(
            language(code).word("reading", "copied", phrase=said[other])
        )
        assert page.evaluate("navigator.clipboard.readText()") == said[other]


def test_without_scripts_all_phrases_are_there_and_no_dead_button(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}hr/phrasebook/")
    expect(page.locator(".phrase")).to_have_count(len(PHRASES))
    expect(page.locator("main button:visible")).to_have_count(0)
    context.close()
