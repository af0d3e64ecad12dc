"""What a reader keeps in the browser: pinned cards, the last ones, notes; and where nothing can be kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from handbook.languages import language
from tests.support.project import real_handbook
from tests.website.axe import faults

CARD = "scenarios/swearing"
PROJECT = real_handbook()


def said(code: str, key: str) -> str:
    return language(code).word("mine", key)


def noted(page: Page, address: str) -> None:
    """Pin the Polish card and write a note on it."""
    page.goto(f"{address}pl/{CARD}/")
    page.locator(".tools .pin").click()
    expect(page.locator(".tools .pin")).to_have_attribute("aria-pressed", "true")
    page.locator(".tools .note").click()
    page.get_by_label(said("pl", "my-note")).fill("Najpierw Marta <b>\nlub Ewa")
    expect(page.locator("#own-note-about")).to_have_text(said("pl", "private"))
    assert faults(page, ".own-note") == []
    page.get_by_role("button", name=said("pl", "save")).click()
    expect(page.locator(".own-note p")).to_have_text("Najpierw Marta <b>\nlub Ewa")


def test_a_pinned_card_and_its_note_are_found_at_home_in_the_search_and_in_call_mode_of_each_language(
    page: Page, address: str
) -> None:
    noted(page, address)
    card = PROJECT.by_slug[f"{CARD}.md"]
    for code in ("hr", "en"):
        page.goto(f"{address}{code}/")
        kept = page.locator(".kept")
        expect(kept.get_by_role("link", name=card[code].title)).to_be_visible()
        expect(kept.locator(".kept-note")).to_contain_text("Najpierw Marta <b>")
        assert faults(page, ".kept") == []
        page.locator(".finding input").click()
        expect(page.locator(".finding-panel .kept a").first).to_have_text(card[code].title)
        page.goto(f"{address}{code}/scenarios/our-mistake/?call=1")
        page.locator(".call-text .kept a").first.click()
        page.wait_for_url(f"{address}{code}/{CARD}/?call=1")
        expect(page.locator("dialog.call .own-note p")).to_contain_text("Najpierw Marta")
        assert faults(page, "dialog[open]") == []
        page.goto(f"{address}{code}/")
        expect(page.locator(".kept a").nth(1)).to_have_text(
            PROJECT.by_slug["scenarios/our-mistake.md"][code].title
        )


def test_no_door_moves_away_at_home_once_what_is_kept_is_there(page: Page, address: str) -> None:
    noted(page, address)
    page.add_init_script(
        """window.moved = 0;
        new PerformanceObserver((list) => {
          for (const { value } of list.getEntries()) window.moved += value;
        }).observe({ type: "layout-shift", buffered: true });"""
    )
    moved = []
    for _ in range(2):
        page.goto(f"{address}hr/")
        expect(page.locator(".kept")).to_be_visible()
        page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100)))")
        moved.append(page.evaluate("window.moved"))
    # The first time nobody knows how much place it needs.
    assert moved[0] > 0.01
    assert moved[1] < 0.005
    page.goto(f"{address}hr/decide/")
    page.locator(".mine-open").click()
    page.get_by_role("button", name=said("hr", "wipe")).click()
    page.goto(f"{address}hr/")
    expect(page.locator(".home-search")).to_have_css("padding-bottom", "0px")


def test_what_is_kept_is_saved_deleted_and_added_again(page: Page, address: str, tmp_path: Path) -> None:
    noted(page, address)
    page.goto(f"{address}pl/decide/")
    page.locator(".mine-open").click()
    dialog = page.get_by_role("dialog", name=said("pl", "title"))
    expect(dialog).to_contain_text(said("pl", "private"))
    assert faults(page, "dialog[open]") == []
    with page.expect_download() as saved:
        dialog.get_by_role("button", name=said("pl", "export")).click()
    file = tmp_path / "mine.json"
    saved.value.save_as(file)
    dialog.get_by_role("button", name=said("pl", "wipe")).click()
    expect(dialog).to_contain_text(said("pl", "empty"))
    keys = "Object.keys(localStorage).filter((key) => /pins|recent|notes/.test(key))"
    assert page.evaluate(keys) == []
    dialog.locator("input").set_input_files(
        {"name": "x.json", "mimeType": "application/json", "buffer": b'{"pins": 1'}
    )
    expect(dialog.locator("[role=status]")).to_have_text(said("pl", "not-added"))
    dialog.locator("input").set_input_files(file)
    expect(dialog.locator("[role=status]")).to_have_text(said("pl", "added"))
    expect(dialog.locator(".kept-note")).to_have_text("Najpierw Marta <b>\nlub Ewa")
    # Adding it twice changes nothing.
    dialog.locator("input").set_input_files(file)
    expect(dialog.locator(".kept-note")).to_have_count(1)
    expect(dialog.locator(".kept-note")).to_have_text("Najpierw Marta <b>\nlub Ewa")


BLOCKED = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no') } })"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"


@pytest.mark.parametrize("storage", [pytest.param(BLOCKED, id="blocked"), pytest.param(FULL, id="full")])
def test_where_nothing_can_be_stored_it_is_said_and_all_else_works(
    browser: Browser, address: str, storage: str
) -> None:
    context = browser.new_context(locale="hr-HR")
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error.stack)))
    page.add_init_script(storage)
    page.goto(f"{address}hr/{CARD}/")
    page.locator(".tools .pin").click()
    expect(page.locator(".status")).to_have_text(said("hr", "refused"))
    expect(page.locator(".tools .pin")).to_have_attribute("aria-pressed", "false")
    page.locator('.tools [data-language="pl"]').click()
    expect(page.locator(".other").first).to_be_visible()
    page.keyboard.press("r")
    expect(page.locator("dialog.call")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.keyboard.type("psuje")
    expect(page.locator(".finding-result").first).to_be_visible()
    page.goto(f"{address}hr/")
    expect(page.locator(".door").first).to_be_visible()
    expect(page.locator(".kept")).to_have_count(0)
    context.close()
    assert errors == []


def test_a_card_loads_the_tools_only_when_they_are_used(page: Page, address: str) -> None:
    asked_for: list[str] = []
    page.on("request", lambda request: asked_for.append(request.url))
    page.goto(f"{address}hr/{CARD}/", wait_until="networkidle")
    assert [url for url in asked_for if "desk" in url] == []
    page.locator(".tools .pin").click()
    expect(page.locator(".tools .pin")).to_have_attribute("aria-pressed", "true")
    assert {url.rpartition("/")[2] for url in asked_for if "desk" in url} == {
        "names.js",
        "note.js",
        "store.js",
        "words.js",
        "desk.json",
    }
