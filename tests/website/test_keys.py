"""Single keys: they go through a card, open what lies beside it, and each can be switched off."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from handbook.languages import CODES, language
from tests.website.axe import faults
from tests.website.building import ROOT

CARD = "scenarios/swearing"
KEYS = ("/", "j", "k", "c", "r", "g", "?")


def test_keys_go_through_the_phrases_copy_call_and_search(page: Page, address: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{address}hr/{CARD}/")
    buttons = page.locator("#say + ul > li > .own > .copy")
    page.keyboard.press("j")
    expect(buttons.nth(0)).to_be_focused()
    page.keyboard.press("j")
    expect(buttons.nth(1)).to_be_focused()
    page.keyboard.press("c")
    expect(page.locator(".status")).not_to_be_empty()
    second = (ROOT / f"docs/hr/{CARD}.md").read_text("utf8").partition("{#say}")[2].split("\n- ")[2]
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == " ".join(second.split("\n")[0].strip("„”").split())
    page.keyboard.press("k")
    expect(buttons.nth(0)).to_be_focused()
    page.keyboard.press("r")
    dialog = page.locator("dialog.call")
    expect(dialog).to_be_visible()
    page.keyboard.press("j")
    expect(buttons.nth(1)).to_be_focused()
    # The search lies under the dialog.
    page.keyboard.press("/")
    expect(dialog).to_be_visible()
    page.keyboard.press("r")
    expect(dialog).to_be_hidden()
    page.keyboard.press("/")
    expect(page.locator(".finding input")).to_be_focused()
    page.keyboard.type("jkcrg/?")
    expect(page.locator(".finding input")).to_have_value("jkcrg/?")
    expect(page.locator("dialog[open]")).to_have_count(0)


def test_the_language_key_opens_the_menu_at_the_next_language(page: Page, address: str) -> None:
    page.goto(f"{address}hr/{CARD}/?h=psuje#do")
    page.keyboard.press("g")
    expect(page.locator("#languages a[hreflang=en]")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}en/{CARD}/?h=psuje#do")


@pytest.mark.parametrize("modifier", ["ctrlKey", "altKey", "metaKey", "modifierAltGraph"])
def test_no_key_fires_with_a_modifier(page: Page, address: str, modifier: str) -> None:
    page.goto(f"{address}hr/{CARD}/")
    expect(page.locator(".own > .copy").first).to_be_visible()
    # Control and K together open the search, with or without these keys.
    for key in set(KEYS) - {"k"}:
        page.evaluate(
            "([key, modifier]) => document.body.dispatchEvent(new KeyboardEvent('keydown', "
            "{ key, [modifier]: true, bubbles: true, cancelable: true }))",
            [key, modifier],
        )
    page.wait_for_timeout(400)
    assert page.evaluate("document.activeElement === document.body")
    expect(page.locator("dialog[open], .finding[data-open]")).to_have_count(0)


@pytest.mark.parametrize("code", CODES)
def test_the_list_of_keys_is_in_the_pages_language_and_switches_each_off(
    page: Page, address: str, code: str
) -> None:
    words = language(code).texts["keys"]
    page.goto(f"{address}{code}/{CARD}/")
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name=words["title"])
    expect(dialog).to_be_visible()
    shown = dialog.locator("li").evaluate_all(
        "rows => rows.map(r => [r.querySelector('kbd').textContent, r.querySelector('span').textContent])"
    )
    assert sorted(key for key, _ in shown) == sorted(KEYS)
    assert {text for _, text in shown} == set(words.values()) - {
        words["title"],
        words["note"],
        words["close"],
        words["refused"],
    }
    assert faults(page, "dialog[open]") == []
    for box in dialog.get_by_role("checkbox").all():
        box.uncheck()
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    for key in KEYS:
        page.keyboard.press(key)
    page.wait_for_timeout(400)
    expect(page.locator("dialog[open], .finding[data-open], #languages:popover-open")).to_have_count(0)
    # The way back needs no key.
    page.locator(".keys-open").click()
    dialog.get_by_role("checkbox", name=words["list"]).check()
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    page.keyboard.press("?")
    expect(dialog).to_be_visible()
