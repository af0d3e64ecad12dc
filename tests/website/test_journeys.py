"""What staff do while a customer waits, with the keyboard alone, and in how few steps."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from handbook.languages import CODES, language

CARD = "scenarios/swearing/"
TYPED = {"pl": "przeklina", "hr": "psuje", "en": "swears"}
OTHER = {"pl": "hr", "hr": "en", "en": "pl"}


def word(code: str, key: str) -> str:
    return language(code).word("reading", key)


def reach(page: Page, selector: str) -> None:
    """Go to a control with the Tab key."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"Tab does not reach {selector}")


def open_card(page: Page, address: str, code: str) -> None:
    """From the home page to a card in two actions: type a word, press Enter."""
    page.goto(f"{address}{code}/")
    expect(page.locator(".finding input")).to_be_focused()
    page.keyboard.type(TYPED[code])
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}{code}/{CARD}**")


@pytest.mark.parametrize("code", CODES)
def test_a_phrase_is_found_and_copied_in_three_actions(page: Page, address: str, code: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_card(page, address, code)
    phrase = page.locator("#say + ul > li .spoken").first
    expect(phrase).to_be_in_viewport(ratio=1)
    page.keyboard.press("Control+c")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert len(copied) > 10
    # In Polish the full stop stands after the quotation mark; a slot keeps its brackets in what is copied.
    assert re.sub(r"[\[\]]", "", copied).rstrip(".") in str(phrase.text_content()).replace("\u00a0", " ")
    expect(page.locator(".status")).to_contain_text(copied)


@pytest.mark.parametrize("code", CODES)
def test_a_door_leads_to_a_phrase_in_two_actions(page: Page, address: str, code: str) -> None:
    page.goto(f"{address}{code}/")
    reach(page, ".door.anger")
    page.keyboard.press("Enter")
    expect(page.locator("h2#anger")).to_be_in_viewport()
    # The place that a link leads to is where Tab goes on from.
    reach(page, "h2#anger + ul a")
    page.keyboard.press("Enter")
    expect(page.locator("#say + ul > li .spoken").first).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("code", CODES)
def test_the_language_changes_and_the_card_stays(page: Page, address: str, code: str) -> None:
    open_card(page, address, code)
    reach(page, "button[popovertarget=languages]")
    page.keyboard.press("Enter")
    reach(page, f'a[data-language="{OTHER[code]}"]')
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}{OTHER[code]}/{CARD}**")


@pytest.mark.parametrize("code", CODES)
def test_call_mode_opens_goes_on_and_closes(page: Page, address: str, code: str) -> None:
    open_card(page, address, code)
    reach(page, ".call-open")
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    expect(dialog.locator(".copy").first).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.wait_for_url(lambda url: CARD not in url and "call=1" in url)
    expect(dialog).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(page.get_by_role("button", name=word(code, "call"))).to_be_focused()


@pytest.mark.parametrize("code", CODES)
def test_the_finder_is_used_and_its_first_card_opened(page: Page, address: str, code: str) -> None:
    page.goto(f"{address}{code}/find/")
    reach(page, 'input[value="anger"]')
    page.keyboard.press("Space")
    expect(page).to_have_url(f"{address}{code}/find/?family=anger")
    reach(page, "a[data-channel]")
    page.keyboard.press("Enter")
    page.wait_for_url("**/scenarios/**")
    expect(page.locator("#say")).to_be_visible()
