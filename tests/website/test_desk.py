"""A card at the desk: an address for each search, and what the card rests on."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect

from handbook.languages import CODES, language
from tests.support.project import real_handbook
from tests.website.conftest import PREFIX

CARD = "scenarios/swearing"
FINDS = {"pl": "zwrot", "hr": "povrat", "en": "refund"}
PROJECT = real_handbook()


@pytest.mark.parametrize("code", CODES)
def test_an_address_with_words_opens_the_search_and_an_open_search_has_its_address(
    page: Page, address: str, code: str
) -> None:
    page.goto(f"{address}{code}/{CARD}/?q={FINDS[code]}")
    expect(page.locator(".finding input")).to_have_value(FINDS[code])
    expect(page.locator(".finding-result").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page).to_have_url(f"{address}{code}/{CARD}/")
    page.locator(".finding input").fill("kupac klient customer")
    expect(page).to_have_url(f"{address}{code}/{CARD}/?q=kupac+klient+customer")


@pytest.mark.parametrize("code", CODES)
def test_the_open_search_description_leads_to_the_languages_search(site: Path, code: str) -> None:
    root = ElementTree.parse(site / code / "opensearch.xml").getroot()
    space = "{http://a9.com/-/spec/opensearch/1.1/}"
    [url] = root.findall(f"{space}Url")
    assert url.get("template") == f"https://example.org{PREFIX}{code}/?q={{searchTerms}}"
    name = root.findtext(f"{space}ShortName")
    assert name
    assert len(name) <= 16
    assert root.findtext(f"{space}Language") == code


@pytest.mark.parametrize("code", CODES)
def test_a_card_says_what_it_rests_on_and_until_when_it_holds(page: Page, address: str, code: str) -> None:
    names = language(code)
    page.goto(f"{address}{code}/{CARD}/")
    trust = page.locator(".trust")
    grounds = ", ".join([names.count("count-claims", 6), names.count("count-advice", 1)])
    expect(trust).to_contain_text(names.word("reading", "trust-grounds", grounds=grounds))
    card = PROJECT.by_slug[f"{CARD}.md"][code]
    review_by = PROJECT.neutral(card).review_by
    assert review_by
    expect(trust).to_contain_text(names.date(review_by))
    expect(page.locator(".verified")).to_be_hidden()
