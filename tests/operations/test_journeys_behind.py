"""What staff do while a customer waits, behind the web server of deploy/ with all its headers, and in the
browser that they have, with its windows.

The tests of the website walk the same ways below a sub-path; `make journeys` walks all of them behind both.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.website.conftest import page
from tests.website.test_journeys import (
    test_a_door_leads_to_a_phrase_in_two_actions,
    test_a_phrase_is_found_and_copied_in_three_actions,
    test_call_mode_opens_goes_on_and_closes,
    test_the_finder_is_used_and_its_first_card_opened,
    test_the_language_changes_and_the_card_stays,
)
from tools.browser import launched, whole

__all__ = [
    "page",
    "test_a_door_leads_to_a_phrase_in_two_actions",
    "test_a_phrase_is_found_and_copied_in_three_actions",
    "test_call_mode_opens_goes_on_and_closes",
    "test_the_finder_is_used_and_its_first_card_opened",
    "test_the_language_changes_and_the_card_stays",
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
