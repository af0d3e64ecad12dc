"""What staff do while a customer waits, behind the web server of deploy/ with all its headers, and in the
browser that they have, with its windows.

The tests of the website walk the same ways below a sub-path; `make journeys` walks all of them behind both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from handbook.languages import CODES
from tests.support.samples import WHOLE
from tests.website import test_journeys as journeys
from tests.website.conftest import page
from tools.browser import launched, whole

__all__ = ["page"]

# Each with the language that it is walked in here. Below a sub-path it is walked in all of them; so it is by
# `make journeys` behind the server, and by `make long` here.
JOURNEYS: dict[Callable[[Page, str, str], None], str] = {
    journeys.test_a_phrase_is_found_and_copied_in_three_actions: "pl",
    journeys.test_a_door_leads_to_a_phrase_in_two_actions: "hr",
    journeys.test_the_language_changes_and_the_card_stays: "en",
    journeys.test_call_mode_opens_goes_on_and_closes: "pl",
    journeys.test_the_finder_is_used_and_its_first_card_opened: "hr",
}
WALKS = [
    pytest.param(journey, code, id=f"{journey.__name__.removeprefix('test_')}, {code}")
    for journey, own in JOURNEYS.items()
    for code in (CODES if WHOLE else (own,))
]


@pytest.fixture(scope="module")
def browser(browser: Browser) -> Iterator[Browser]:
    """A whole Chromium; most other tests do with one that has no windows."""
    with launched(browser.browser_type, whole()) as running:
        yield running


@pytest.fixture(scope="module")
def address(port: int) -> str:
    """The address of the handbook behind nginx, which the tests of the website take here."""
    return f"http://127.0.0.1:{port}/"


@pytest.mark.parametrize(("journey", "code"), WALKS)
def test_a_journey(page: Page, address: str, journey: Callable[[Page, str, str], None], code: str) -> None:
    journey(page, address, code)


def test_every_journey_is_walked_here() -> None:
    assert {journey.__name__ for journey in JOURNEYS} == {
        name for name in vars(journeys) if name.startswith("test_")
    }


def test_a_visit_begins_in_the_browsers_language_and_goes_on_in_the_chosen_one(
    page: Page, address: str
) -> None:
    page.goto(address)
    expect(page).to_have_url(f"{address}hr/")
    page.goto(f"{address}pl/")
    page.locator("button[popovertarget=languages]").click()
    page.locator('a[data-language="en"]').click()
    expect(page).to_have_url(f"{address}en/")
    page.goto(address)
    expect(page).to_have_url(f"{address}en/")
