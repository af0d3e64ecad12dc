"""Each state of a reader's own tools speaks the language of its page alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page

from handbook.languages import CODES
from tests.website.tools_at_work import refused, states
from tests.website.visible_words import read, strangers

# Puts a page of an address and a language into its states, and names each.
Told = Callable[[Page, str, str], Iterator[str]]


@pytest.mark.parametrize("told", [states, refused], ids=["kept", "not kept"])
@pytest.mark.parametrize("code", CODES)
def test_no_state_says_a_word_of_another_language(page: Page, address: str, code: str, told: Told) -> None:
    found, seen = [], 0
    for state in told(page, address, code):
        html = page.content()
        assert len(read(html).frame) > 20, state
        found += [f"{state}: {stranger}" for stranger in strangers(html, code)]
        seen += 1
    assert seen == (21 if told is states else 3)
    assert found == []
