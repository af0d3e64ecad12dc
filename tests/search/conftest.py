"""The built handbook and a real browser, as the website's tests have them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.website.conftest import address, build_log, page, site

__all__ = ["address", "build_log", "page", "site"]


@pytest.fixture
def modules(page: Page, address: str) -> Page:
    """A page that can import the search's modules by name."""
    page.goto(f"{address}en/")
    page.evaluate(f"() => {{ self.module = (name) => import('{address}assets/search/' + name); }}")
    return page
