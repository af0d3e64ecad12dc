"""The frame of every page: languages, colours, what search engines get, and what is loaded."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, Page, expect

from handbook.languages import language
from tests.website.building import served
from tests.website.conftest import PREFIX

LANGUAGES = ("pl", "hr", "en")
BASE = f"https://example.org{PREFIX}"
CARD = "scenarios/refund-after-deadline/"
NAMES = {"pl": "Polski", "hr": "Hrvatski", "en": "English"}


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_language_menu_names_each_language_in_itself_and_marks_the_current_one(
    page: Page, address: str, code: str
) -> None:
    page.goto(f"{address}{code}/{CARD}")
    page.locator("button[popovertarget=languages]").click()
    for other, name in NAMES.items():
        link = page.locator(f"#languages a[hreflang={other}]")
        expect(link).to_have_text(name)
        expect(link).to_have_attribute("lang", other)
        assert (link.get_attribute("aria-current") == "true") == (other == code)


def test_the_language_menu_keeps_the_query_the_section_and_the_marked_text(page: Page, address: str) -> None:
    page.goto(f"{address}pl/{CARD}?h=termin&x=1#do:~:text=Zrób")
    page.locator("button[popovertarget=languages]").click()
    link = page.locator("#languages a[hreflang=hr]")
    expect(link).to_have_attribute("href", re.compile(r"/hr/.*\?h=termin&x=1#do:~:text="))
    link.click()
    page.wait_for_url(re.compile(rf"{address}hr/{CARD}\?h=termin&x=1#do"))


def test_a_page_without_a_translation_leads_to_the_home_page_of_the_language(
    page: Page, address: str
) -> None:
    page.goto(f"{address}pl/404.html?x=1")
    page.locator("button[popovertarget=languages]").click()
    page.locator("#languages a[hreflang=hr]").click()
    page.wait_for_url(f"{address}hr/")


def test_the_chosen_colours_hold_in_every_language(browser: Browser, address: str) -> None:
    context = browser.new_context(color_scheme="light", locale="pl-PL")
    page = context.new_page()
    page.goto(f"{address}pl/{CARD}")
    button = page.locator("#scheme")
    expect(button).to_have_attribute("aria-label", language("pl").word("interface", "dark"))
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    button.click()
    expect(button).to_have_attribute("aria-label", language("pl").word("interface", "light"))
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert dark != light
    for path in (f"hr/{CARD}", "en/", "404.html", "#choose"):
        page.goto(f"{address}{path}")
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == dark
    context.close()


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_language_has_a_404_page_of_its_own(site: Path, code: str) -> None:
    html = (site / code / "404.html").read_text("utf8")
    assert f'<html lang="{code}"' in html
    assert f"<h1>{language(code).word('interface', 'missing-title')}</h1>" in html
    # It is served at any address: what it loads is named from the root of the host.
    assert set(re.findall(rf'(?:href|src)="(?!#|{PREFIX})([^"]*)"', html)) == set()


@pytest.mark.parametrize("code", LANGUAGES)
def test_an_unknown_address_is_answered_in_its_own_language(
    browser: Browser, address: str, code: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    response = page.goto(f"{address}{code}/a/b/c/")
    assert response is not None
    assert response.status == 404
    expect(page.get_by_role("heading", level=1)).to_have_text(
        [language(code).word("interface", "missing-title")]
    )
    # A server that knows the languages answers with the language's own page, which has the menu, too.
    expect(page).to_have_title(re.compile(f"^{language(code).word('interface', 'missing-title')}"))
    page.locator(f'a[href$="/{code}/"]').first.click()
    page.wait_for_url(f"{address}{code}/")
    context.close()


def test_an_unknown_address_in_no_language_is_answered_in_all(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}nowhere/")
    expect(page.get_by_role("heading", level=1)).to_have_count(3)
    context.close()


def test_the_sitemap_names_every_page_with_its_other_languages(site: Path) -> None:
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    found = {}
    for url in ElementTree.parse(site / "sitemap.xml").getroot().findall("s:url", names):
        links = {link.attrib["hreflang"]: link.attrib["href"] for link in url.findall("x:link", names)}
        found[url.findtext("s:loc", "", names)] = links
    pages = [path for code in LANGUAGES for path in (site / code).rglob("index.html")]
    assert set(found) == {f"{BASE}{path.parent.relative_to(site)}/" for path in pages}
    for location, links in found.items():
        below = location.removeprefix(BASE).partition("/")[2]
        assert links == {code: f"{BASE}{code}/{below}" for code in LANGUAGES} | {"x-default": BASE}
    assert f"Sitemap: {BASE}sitemap.xml" in (site / "robots.txt").read_text("utf8")


def test_a_card_asks_no_foreign_host_and_loads_only_what_it_needs(browser: Browser, site: Path) -> None:
    """No bundle, no search index, no fonts: some small files, and all of them from here."""
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    with served(site, PREFIX) as address:
        page.goto(f"{address}pl/{CARD}", wait_until="networkidle")
    context.close()
    assert [url for url in asked if not url.startswith((address, "data:"))] == []
    assert [
        url for url in asked if re.search(r"index|lexicon|\.json|\.woff", url.removeprefix(address))
    ] == []
