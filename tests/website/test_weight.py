"""What a reader's device fetches for a card: only what is there before anything is used."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from handbook.languages import CODES
from tests.website.weight import CARD, loads

# Bytes as they are sent, compressed. What is loaded only when it is used has no part in them. With all its
# tools a card is to weigh at most 3,000 more than the 55,000 that it weighed without any.
FIRST = 58_000
SECOND = 15_000


@pytest.mark.parametrize("code", CODES)
def test_a_card_is_light_and_the_next_page_lighter(browser: Browser, site: Path, code: str) -> None:
    guide = f"{code}/guides/saying-no-well/"
    first, second = loads(browser, site, f"{code}/{CARD}", guide)
    print(f"{code}: {sum(first.values()):,} bytes, then {sum(second.values()):,}")
    assert f"/{code}/{CARD}" in first
    assert {f"/{guide}"} <= set(second)
    assert sum(first.values()) <= FIRST, sorted(first.items(), key=lambda sent: -sent[1])
    assert sum(second.values()) <= SECOND, second
    assert not [name for name in first if "/desk" in name or "/learn" in name or "/search/" in name]
