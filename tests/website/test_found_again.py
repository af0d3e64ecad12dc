"""A card is pinned and found again in two actions, on a phone and at a desk, in each language."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from handbook.languages import CODES, language
from tests.support.project import real_handbook
from tests.support.samples import WHOLE
from tests.website.axe import faults
from tests.website.building import served
from tests.website.conftest import TELL_VIOLATIONS
from tests.website.kept_pages import KEPT, listed, wait_until
from tests.website.test_kept_cards import BLOCKED
from tests.website.visiting import errors_of

CARD = "scenarios/swearing"
SIZES = {"phone": (360, 740), "desk": (1366, 768)}
PROJECT = real_handbook()


@pytest.fixture(params=SIZES)
def sized(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A page of a size, in a browser of its own that has no worker."""
    width, height = SIZES[request.param]
    context = browser.new_context(viewport={"width": width, "height": height}, service_workers="block")
    context.add_init_script(TELL_VIOLATIONS)
    page = context.new_page()
    wrong = errors_of(page)
    yield page
    context.close()
    assert wrong == []


def pinned(page: Page) -> None:
    """Pin the card that is open: one action."""
    button = page.locator(".tools .pin")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")


def is_looked_at(page: Page, code: str) -> bool:
    """Whether axe looks at it: at each size, and at each language in one; in `make long` in both."""
    size = page.viewport_size
    assert size
    return WHOLE or ((size["width"], size["height"]) == SIZES["phone"]) == (CODES.index(code) % 2 == 0)


def found_again(page: Page, code: str) -> None:
    """From any page: home, and the card, which stands there before anything that has to be scrolled to."""
    page.locator(".brand").click()
    link = page.locator(".kept li a").first
    expect(link).to_have_text(PROJECT.by_slug[f"{CARD}.md"][code].title)
    expect(link).to_be_in_viewport(ratio=1)
    link.click()
    page.wait_for_url(f"**/{code}/{CARD}/")
    expect(page.locator(".tools .pin")).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize("code", CODES)
def test_a_card_is_pinned_in_one_action_and_found_again_in_two(sized: Page, address: str, code: str) -> None:
    sized.goto(f"{address}{code}/{CARD}/")
    pinned(sized)
    sized.goto(f"{address}{code}/decide/")
    found_again(sized, code)
    sized.locator(".brand").click()
    expect(sized.locator(".kept li a").first).to_be_visible()
    assert not is_looked_at(sized, code) or faults(sized) == []
    assert sized.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("code", CODES)
def test_where_storage_is_blocked_it_is_said_and_the_card_is_found_by_two_actions_of_the_search(
    sized: Page, address: str, code: str
) -> None:
    sized.add_init_script(BLOCKED)
    sized.goto(f"{address}{code}/{CARD}/")
    sized.locator(".tools .pin").click()
    expect(sized.locator(".status")).to_have_text(language(code).word("mine", "refused"))
    expect(sized.locator(".tools .pin")).to_have_attribute("aria-pressed", "false")
    sized.evaluate("scrollTo(0, 0)")  # What is half below the header has no size that could be judged.
    assert not is_looked_at(sized, code) or faults(sized) == []
    title = PROJECT.by_slug[f"{CARD}.md"][code].title
    sized.goto(f"{address}{code}/")
    expect(sized.locator(".kept")).to_have_count(0)
    sized.locator(".finding input").fill(title)
    sized.locator(".finding-result a", has_text=title).first.click()
    sized.wait_for_url(f"**/{code}/{CARD}/**")


def is_kept(page: Page, wanted: set[str]) -> bool:
    return wanted <= set(page.evaluate(KEPT))


def test_without_a_network_a_card_is_pinned_and_found_again(browser: Browser, site: Path) -> None:
    width, height = SIZES["phone"]
    context = browser.new_context(viewport={"width": width, "height": height})
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    with served(site, "/handbook/") as address:
        for code in CODES:
            page.goto(f"{address}{code}/")
            # As when a network is back: by itself the worker would wait for some seconds.
            page.evaluate("dispatchEvent(new Event('online'))")
            wanted = {address + path for path in listed(site, code)}
            wait_until(page, partial(is_kept, page, wanted))
    for code in CODES:
        page.goto(f"{address}{code}/{CARD}/")
        if code == CODES[0]:
            pinned(page)
        found_again(page, code)
    context.close()
    assert wrong == []
