"""The built handbook and a real browser, as the website's tests have them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser import find_browser
from tests.website.conftest import address, build_log, page, site

__all__ = ["address", "browser", "build_log", "page", "site"]


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """A real Chromium, closed before other tests start theirs: Playwright allows one at a time."""
    path = find_browser()
    assert path is not None, "no Chrome or Chromium: run `python -m tests.browser`"
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-background-networking"]
        chromium = playwright.chromium.launch(executable_path=str(path), args=arguments)
        yield chromium
        chromium.close()


@pytest.fixture
def modules(page: Page, address: str) -> Page:
    """A page that can import the search's modules by name."""
    page.goto(f"{address}en/")
    page.evaluate(f"() => {{ self.module = (name) => import('{address}assets/search/' + name); }}")
    return page
