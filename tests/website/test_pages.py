"""The handbook in a real browser: chooser, home, cards, search and the language menu."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from handbook.languages import language
from handbook.model.slots import pieces
from handbook.reading.markdown.plain_text import plain
from tests.support.project import real_handbook

CARD = "scenarios/refund-after-deadline/"
HOME = {
    "pl": "Podręcznik trudnych rozmów",
    "hr": "Priručnik za teške razgovore",
    "en": "The Difficult Conversations Handbook",
}
PROJECT = real_handbook()
LANGUAGES = tuple(HOME)


def switch(page: Page, code: str) -> None:
    """Choose a language in the menu."""
    page.locator("button[popovertarget=languages]").click()
    page.locator(f'a[data-language="{code}"]').click()


def test_the_chooser_goes_to_the_language_the_browser_asks_for_and_remembers_it(
    page: Page, address: str
) -> None:
    page.goto(address)
    page.wait_for_url(f"{address}hr/")
    switch(page, "en")
    page.wait_for_url(f"{address}en/")
    page.goto(address)
    page.wait_for_url(f"{address}en/")


def test_the_chooser_stays_where_the_browser_asks_for_none_of_the_languages(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(locale="fi-FI")
    page = context.new_page()
    page.goto(address)
    expect(page.get_by_role("link")).to_have_count(3)
    page.get_by_role("link", name="Hrvatski").click()
    page.wait_for_url(f"{address}hr/")
    context.close()


def test_the_chooser_works_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    page.get_by_role("link", name="Polski").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(HOME["pl"])
    context.close()


@pytest.mark.parametrize("code", LANGUAGES)
def test_home_opens_on_a_door_for_each_family(page: Page, address: str, code: str) -> None:
    page.goto(f"{address}{code}/")
    expect(page.get_by_role("heading", level=1)).to_have_text(HOME[code])
    doors = page.locator(".doors a")
    expect(doors).to_have_count(len(language(code).texts["families"]))
    page.locator(".doors .anger").click()
    expect(page.locator("#anger")).to_be_in_viewport()


@pytest.mark.parametrize("size", [(1366, 768), (360, 640)], ids=["a desktop", "a phone"])
@pytest.mark.parametrize("code", LANGUAGES)
def test_a_card_answers_without_scrolling(
    browser: Browser, address: str, code: str, size: tuple[int, int]
) -> None:
    context = browser.new_context(viewport={"width": size[0], "height": size[1]})
    page = context.new_page()
    page.goto(f"{address}{code}/{CARD}")
    card = PROJECT.pages[f"{code}/{CARD.removesuffix('/')}.md"]
    decision = language(code).texts["decisions"][PROJECT.neutral(card).decision]
    expect(page.locator(".answer .decision")).to_have_text(decision)
    expect(page.locator(".answer")).to_be_in_viewport(ratio=1)
    phrase = page.locator("#say + ul > li").first
    said = card.document.section("say")
    assert said
    expect(phrase).to_contain_text("".join(piece for piece, _ in pieces(plain(said.items[0].text))))
    expect(phrase).to_be_in_viewport(ratio=1)
    context.close()


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_claim_on_a_card_leads_to_its_place_on_the_sources_page(
    page: Page, address: str, code: str
) -> None:
    page.goto(f"{address}{code}/{CARD}")
    page.get_by_role("link", name="S0-06", exact=True).click()
    page.wait_for_url(f"{address}{code}/reference/sources/#s0-06")
    expect(page.locator("#s0-06")).to_be_in_viewport()


@pytest.mark.parametrize(
    ("code", "query", "slug"),
    [
        ("pl", "przeklina", "scenarios/swearing/"),
        ("hr", "psuje", "scenarios/swearing/"),
        ("en", "swears", "scenarios/swearing/"),
    ],
)
def test_search_finds_pages_of_the_readers_language_only(
    page: Page, address: str, code: str, query: str, slug: str
) -> None:
    page.goto(f"{address}{code}/")
    page.locator(".finding input").click()
    page.locator(".finding input").fill(query)  # At once: else the results may be those of its first letters.
    results = page.locator("#finding-panel a")
    expect(results.first).to_be_visible()
    links = [str(link) for link in results.evaluate_all("all => all.map(a => a.href)")]
    assert all(link.startswith(f"{address}{code}/") for link in links)
    assert any(f"/{slug}" in link for link in links[:3])


def test_the_language_menu_keeps_the_card_and_the_section(page: Page, address: str) -> None:
    page.goto(f"{address}pl/{CARD}?h=termin#do")
    for code in ("hr", "en", "pl"):
        switch(page, code)
        page.wait_for_url(f"{address}{code}/{CARD}?h=termin#do")
        expect(page.locator(f'a[data-language="{code}"]')).to_have_attribute("aria-current", "true")
        expect(page.locator("#do")).to_be_in_viewport()


def test_an_unknown_address_gets_a_page_that_leads_home(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    response = page.goto(f"{address}hr/nema/")
    assert response is not None
    assert response.status == 404
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    context.close()
