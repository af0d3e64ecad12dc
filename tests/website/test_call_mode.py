"""Call mode: the part for the conversation large and alone, from card to card, and back."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.website.spoken import CARD, PROJECT, phrases


def test_call_mode_shows_the_part_for_the_conversation_large_and_alone(card: Page) -> None:
    before = card.locator("#say + ul > li").first.evaluate("e => parseFloat(getComputedStyle(e).fontSize)")
    card.locator(".call-open").click()
    dialog = card.get_by_role("dialog")
    expect(dialog).to_have_accessible_name("Kupac psuje")
    expect(card).to_have_url(re.compile(rf"{CARD}/\?call=1$"))
    expect(dialog.locator(".copy").first).to_be_focused()
    for id in ("recognise", "say", "dont-say", "do", "decide"):
        expect(dialog.locator(f"#{id}")).to_be_visible()
    for id in ("after", "why", "related"):
        expect(dialog.locator(f"#{id}")).to_have_count(0)
    after = card.locator("#say + ul > li").first.evaluate("e => parseFloat(getComputedStyle(e).fontSize)")
    assert after > before * 1.2
    card.keyboard.press("Control+c")
    expect(dialog.locator(".status")).to_contain_text(phrases("hr")[0])
    card.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(card).to_have_url(re.compile(f"{CARD}/$"))
    # Everything is back in its place.
    ids = card.locator(".hb-card").first.locator("h2").evaluate_all("all => all.map(h => h.id)")
    assert ids[:7] == ["recognise", "say", "dont-say", "do", "decide", "after", "why"]


def test_call_mode_goes_to_the_next_and_previous_card_of_the_family_by_key_and_by_button(card: Page) -> None:
    family = [page.slug for page in PROJECT.cards("hr") if PROJECT.neutral(page).family == "anger"]
    at = family.index(f"{CARD}.md")
    following, first = family[at + 1].removesuffix(".md"), family[0].removesuffix(".md")
    card.locator(".call-open").click()
    card.keyboard.press("ArrowRight")
    card.wait_for_url(f"**/{following}/?call=1")
    expect(card.get_by_role("dialog")).to_be_visible()
    card.keyboard.press("ArrowLeft")
    card.wait_for_url(f"**/{CARD}/?call=1")
    card.locator(".call-previous").click()
    card.wait_for_url(f"**/{first}/?call=1")
    expect(card.get_by_role("dialog")).to_be_visible()
    expect(card.locator(".call-previous")).to_be_hidden()


def test_call_mode_follows_the_back_button(card: Page) -> None:
    card.locator(".call-open").click()
    expect(card.get_by_role("dialog")).to_be_visible()
    card.go_back()
    expect(card.get_by_role("dialog")).to_be_hidden()
    card.go_forward()
    expect(card.get_by_role("dialog")).to_be_visible()


def test_call_mode_comes_with_the_address(page: Page, address: str) -> None:
    page.goto(f"{address}pl/{CARD}/?call=1")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.locator(".call-leave").click()
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.locator(".call-open")).to_be_focused()


def test_call_mode_goes_through_what_was_found(page: Page, address: str) -> None:
    page.goto(f"{address}en/find/?decision=repair")
    links = page.locator("a[data-channel]:visible")
    urls = [urlsplit(str(url)).path for url in links.evaluate_all("all => all.map(a => a.href)")]
    assert len(urls) > 2
    links.nth(1).click()
    page.locator(".call-open").click()
    page.keyboard.press("ArrowRight")
    page.wait_for_url(f"**{urls[2]}?call=1")
    page.keyboard.press("ArrowLeft")
    page.wait_for_url(f"**{urls[1]}?call=1")
    page.keyboard.press("ArrowLeft")
    page.wait_for_url(f"**{urls[0]}?call=1")


@pytest.mark.parametrize("size", [(1366, 768), (320, 640)], ids=["a desktop", "a phone"])
def test_nothing_runs_out_of_the_screen(browser: Browser, address: str, size: tuple[int, int]) -> None:
    context = browser.new_context(viewport={"width": size[0], "height": size[1]})
    page = context.new_page()
    page.goto(f"{address}pl/{CARD}/")
    for button in page.locator(".also button").all():
        button.click()
    for _ in range(2):
        wide = "e => e.scrollWidth - e.clientWidth"
        assert page.locator("html").evaluate(wide) <= 0
        page.goto(f"{address}pl/{CARD}/?call=1")
        assert page.locator("dialog.call").evaluate(wide) <= 0
        small = page.locator("dialog.call :is(a, button):visible").evaluate_all(
            "all => all.map(e => e.getBoundingClientRect()).filter(r => r.width < 24 || r.height < 24).length"
        )
        assert small == 0
    context.close()


def test_who_goes_from_call_mode_to_the_search_at_once_stays_there(page: Page, address: str) -> None:
    page.goto(f"{address}hr/{CARD}/?call=1")
    expect(page.locator("dialog.call")).to_be_visible()
    focused = page.evaluate("""async () => {
      const dialog = document.querySelector("dialog.call");
      const closed = new Promise((resolve) => dialog.addEventListener("close", resolve));
      dialog.close();
      document.querySelector(".finding input").focus();
      await closed;
      return document.activeElement.matches(".finding input");
    }""")
    assert focused
    page.reload()
    page.locator(".call-open").click()
    page.keyboard.press("Escape")
    expect(page.locator(".call-open")).to_be_focused()
