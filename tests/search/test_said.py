"""What the box tells of a page that is found by what staff say of it, which stands nowhere on it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.search.queries import turn_to_search


@pytest.mark.parametrize(
    ("code", "typed", "told"),
    [
        ("pl", "wyzywa sie na mni", "wyżywa się na mnie"),
        ("hr", "iskalio se na men", "iskalio se na meni"),
        ("en", "passing the buc", "passing the buck"),
    ],
)
def test_what_staff_say_that_comes_nearest_is_told_as_they_say_it(
    page: Page, address: str, code: str, typed: str, told: str
) -> None:
    """It is typed without diacritics and without its last letter."""
    turn_to_search(page, f"{address}{code}/")
    page.locator(".finding input").fill(typed)
    found = page.locator(".finding-result .finding-excerpt mark", has_text=told)
    found.first.wait_for()
    assert found.first.inner_text() == told
