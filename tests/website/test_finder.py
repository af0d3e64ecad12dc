"""The finder: cards by what the customer does, what is decided and the channel."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from handbook.languages import CODES, language
from handbook.model.project import Page as Card
from tests.support.project import real_handbook

PROJECT = real_handbook()


def fitting(code: str, **wanted: set[str]) -> list[str]:
    """The titles of the cards that have one of the wanted values for each key."""

    def values(card: Card, key: str) -> set[str]:
        given = PROJECT.neutral(card)
        return {
            "family": {given.family},
            "decision": {given.decision},
            "channel": set(given.channels),
        }[key]

    return [
        card.title
        for card in PROJECT.cards(code)
        if all(values(card, key) & wanted_values for key, wanted_values in wanted.items())
    ]


def shown(page: Page) -> list[str]:
    titles = page.locator("a[data-channel]:visible").all_text_contents()
    return [title.replace("\u00a0", " ") for title in titles]


@pytest.mark.parametrize("code", CODES)
def test_choices_filter_the_cards_and_stand_in_the_address(page: Page, address: str, code: str) -> None:
    page.goto(f"{address}{code}/find/")
    assert sorted(shown(page)) == sorted(fitting(code))
    page.locator('input[value="anger"]').check()
    page.locator('input[value="follow-through"]').check()
    page.locator('input[value="writing"]').check()
    expected = fitting(code, family={"anger", "follow-through"}, channel={"writing"})
    assert sorted(shown(page)) == sorted(expected)
    expect(page).to_have_url(f"{address}{code}/find/?family=anger&family=follow-through&channel=writing")
    expect(page.locator(".finder output")).to_have_text(language(code).count("count-cards", len(expected)))
    page.reload()
    assert sorted(shown(page)) == sorted(expected)
    expect(page.locator('input[value="anger"]')).to_be_checked()
    # A family of which nothing is left shows no heading either.
    expect(page.locator("h2#listening")).to_be_hidden()


def test_an_option_says_how_many_cards_it_has(page: Page, address: str) -> None:
    page.goto(f"{address}en/find/?family=listening")
    for decision, name in language("en").texts["decisions"].items():
        box = page.locator(f'label:has(input[value="{decision}"])')
        count = len(fitting("en", family={"listening"}, decision={decision}))
        expect(box).to_have_text(f"{name} {count}")


def test_where_nothing_fits_the_page_says_so_and_all_can_be_cleared(page: Page, address: str) -> None:
    assert fitting("hr", family={"follow-through"}, decision={"bend"}) == []
    page.goto(f"{address}hr/find/?family=follow-through&decision=bend")
    expect(page.locator(".finder output")).to_have_text(language("hr").word("finder", "none"))
    page.get_by_role("button", name=language("hr").word("finder", "clear")).press("Enter")
    expect(page.locator(".finder output")).to_have_text(
        language("hr").count("count-cards", len(fitting("hr")))
    )
    expect(page).to_have_url(f"{address}hr/find/")
    expect(page.locator(".finder input").first).to_be_focused()


def test_the_choice_goes_along_into_the_other_languages(page: Page, address: str) -> None:
    page.goto(f"{address}hr/find/?decision=repair")
    pl = page.locator('a[data-language="pl"]').first
    pl.dispatch_event("click")
    page.wait_for_url(f"{address}pl/find/?decision=repair")
    assert sorted(shown(page)) == sorted(fitting("pl", decision={"repair"}))


@pytest.mark.parametrize("code", CODES)
def test_without_scripts_all_cards_stand_by_family(browser: Browser, address: str, code: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}{code}/find/?family=anger#anger")
    expect(page.locator("form.finder")).to_be_hidden()
    assert sorted(shown(page)) == sorted(fitting(code))
    expect(page.locator("h2#anger")).to_be_in_viewport()
    context.close()


def test_a_card_leads_back_to_its_family_in_the_finder(page: Page, address: str) -> None:
    page.goto(f"{address}en/scenarios/swearing/")
    page.locator(".steps").get_by_role("link", name=language("en").texts["families"]["anger"]).click()
    page.wait_for_url(f"{address}en/find/?family=anger#anger")
    assert sorted(shown(page)) == sorted(fitting("en", family={"anger"}))
