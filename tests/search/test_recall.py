"""What the search finds: the query sets in a real browser; inflected words and slips of the finger with the
browser's own engine, which is what the box asks."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest
from playwright.sync_api import Page

from handbook.languages import CODES
from handbook.search.analyser import fold
from handbook.search.engine import Engine
from handbook.search.index import FILES
from handbook.search.lexicon import lexicon
from tests.search.queries import ask, queries, turn_to_search
from tests.search.slips import slip
from tests.support.project import HANDBOOK
from tools.treebank import with_what_staff_say, words_by_page

CATEGORIES = {"exact", "inflected", "no diacritics", "typo", "several words", "prefix", "customer's words"}


@pytest.mark.parametrize("code", CODES)
def test_a_query_set_is_large_and_asks_in_every_way(code: str) -> None:
    counted = Counter(query.category for query in queries(code))
    assert counted.total() >= 120
    assert set(counted) == CATEGORIES
    assert min(counted.values()) >= 15


@pytest.mark.parametrize("code", CODES)
def test_every_page_that_a_query_means_is_there(site: Path, code: str) -> None:
    wanted = {path for query in queries(code) for path in query.wanted}
    assert [path for path in sorted(wanted) if not (site / code / path / "index.html").is_file()] == []


@pytest.mark.parametrize("code", CODES)
def test_the_box_finds_what_is_meant(page: Page, address: str, code: str) -> None:
    base = f"{address}{code}/"
    turn_to_search(page, base)
    missed, second, none, count = [], [], [], 0
    for query in queries(code):
        count += 1
        found = ask(page, base, query.text)
        if not found:
            none.append(query.text)
        if not set(found[:3]) & set(query.wanted):
            missed.append((query.text, found[:3]))
        elif found[0] not in query.wanted:
            second.append(query.text)
    assert 1 - len(missed) / count >= 0.98, missed
    assert len(none) / count <= 0.01, none
    assert 1 - (len(missed) + len(second)) / count >= 0.9, second


@pytest.mark.parametrize("code", CODES)
def test_any_form_and_any_slip_finds_a_page_with_the_word(site: Path, code: str) -> None:
    """A guard against falling back, no measurement: the forms are those of the lexicon itself."""
    chance = random.Random(20261122)
    pages = words_by_page(site / code / "search")
    everywhere = sorted({word for found in pages.values() for word in found if len(word) > 3})
    pages = with_what_staff_say(pages, code)
    lemmas = sorted({lemma for word in everywhere for lemma in lexicon(code).lemmas(word)})
    asked = []
    for lemma in chance.sample(lemmas, 250):
        forms = lexicon(code).forms(lemma)
        right = {url for url, found in pages.items() if found & forms}
        form = fold(chance.choice(sorted(forms)))
        if right and len(form) > 2:
            asked.append((form, right, False))
        if right and len(form) >= 6:
            asked.append((slip(form, chance), right, True))
    wrong: dict[bool, list[str]] = {False: [], True: []}
    tiers = [(site / code / "search" / name).read_text("utf8") for name in FILES]
    with Engine(HANDBOOK / "docs/assets/search", *tiers) as engine:
        for query, right, slipped in asked:
            if not {found.url for found in engine.ask(query, limit=3).pages} & right:
                wrong[slipped].append(query)
    slips = sum(slipped for _, _, slipped in asked)
    assert 1 - len(wrong[False]) / (len(asked) - slips) >= 0.98, wrong[False]
    assert 1 - len(wrong[True]) / slips >= 0.95, wrong[True]
