"""A card while a customer waits: copying its phrases, and the other languages beside them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from handbook.languages import CODES
from tests.website.spoken import CARD, clipboard, phrases, shown, word


@pytest.mark.parametrize("code", CODES)
def test_each_phrase_is_copied_with_plain_spaces_and_announced(page: Page, address: str, code: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{address}{code}/{CARD}/")
    buttons = page.locator("#say + ul > li > .own > .copy")
    expect(buttons).to_have_count(len(phrases(code)))
    for index, phrase in enumerate(phrases(code)):
        button = buttons.nth(index)
        expect(button).to_have_accessible_name(word(code, "copy-phrase", phrase=shown(phrase)))
        button.focus()
        page.keyboard.press("Enter")
        expect(page.locator(".status")).to_have_text(word(code, "copied", phrase=phrase))
        assert clipboard(page) == phrase


def test_the_page_shows_no_break_spaces_and_a_selection_is_copied_without(card: Page) -> None:
    assert card.locator("#recognise + ul").text_content()
    assert "i\u00a0odmah" in str(card.locator(".answer").text_content())
    card.evaluate("getSelection().selectAllChildren(document.querySelector('.answer'))")
    card.keyboard.press("Control+c")
    assert "i odmah" in clipboard(card)
    assert "\u00a0" not in clipboard(card)


def test_one_shortcut_copies_the_first_phrase_or_the_one_with_the_focus(card: Page) -> None:
    card.keyboard.press("Control+c")
    expect(card.locator(".status")).to_contain_text(phrases("hr")[0])
    assert clipboard(card) == phrases("hr")[0]
    card.locator(".copy").first.focus()
    card.keyboard.press("ArrowDown")
    card.keyboard.press("Control+c")
    expect(card.locator(".status")).to_contain_text(phrases("hr")[1])
    assert clipboard(card) == phrases("hr")[1]


def test_the_same_phrase_stands_below_in_the_other_languages(card: Page) -> None:
    button = card.locator('.tools [data-language="pl"]')
    expect(button).to_have_attribute("lang", "pl")
    expect(button).to_have_attribute("aria-pressed", "false")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    for index, phrase in enumerate(phrases("pl")):
        line = card.locator("#say + ul > li").nth(index).locator('.other[data-language="pl"]')
        expect(line.locator(".spoken")).to_have_attribute("lang", "pl")
        line.locator(".copy").click()
        expect(card.locator(".status")).to_contain_text(phrase)
        assert clipboard(card) == phrase
    # The choice holds on the next card.
    card.locator(".steps a.next").click()
    expect(card.locator('.other[data-language="pl"]').first).to_be_visible()


def test_one_key_goes_through_the_languages_while_a_phrase_has_the_focus(card: Page) -> None:
    card.locator(".copy").first.focus()
    seen = []
    for _ in range(4):
        card.keyboard.press("l")
        pressed = card.locator('.tools [aria-pressed="true"]')
        seen.append([str(lang) for lang in pressed.evaluate_all("all => all.map(b => b.lang)")])
    assert seen == [["pl"], ["en"], ["pl", "en"], []]
    card.locator("h1").click()
    card.evaluate("document.activeElement.blur()")
    card.keyboard.press("l")
    expect(card.locator(".other")).to_have_count(0)


def test_without_scripts_the_other_languages_stand_at_the_end_and_no_dead_button(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}hr/{CARD}/")
    page.locator(".said summary").click()
    expect(page.locator('.said ul[lang="pl"] li').first).to_contain_text(shown(phrases("pl")[0]).rstrip("."))
    expect(page.locator("main button:visible")).to_have_count(0)
    context.close()
