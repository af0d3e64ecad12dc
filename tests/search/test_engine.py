"""What the engine makes of single words, in the browser, with indexes of a few pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from handbook.search.index import dumps
from tests.search.small import page as a_page
from tests.search.small import small

_SEARCH = """async ([index, query]) => {
  const { Engine } = await module("engine.js");
  const engine = new Engine(...JSON.parse(index));
  return engine.search(query).hits.map(({ page }) => engine.pages[page].url);
}"""


@pytest.fixture
def search(modules: Page) -> Callable[[tuple[dict[str, Any], ...], str], list[str]]:
    """Asks an index: the addresses of the pages, best first."""
    return lambda index, query: modules.evaluate(_SEARCH, [dumps(index), query])


def test_the_nearest_form_is_among_the_first_three(search: Callable[..., list[str]]) -> None:
    titles = [a_page(f"t{n}", "Closing") for n in range(4)]
    index = small("en", *titles, a_page("said", "Something", "The shop is closed"))
    assert "said" in search(index, "closed ")[:3]
    assert "said" not in search(index, "closing ")[:3]


def test_each_meaning_of_a_word_is_among_the_first_three(search: Callable[..., list[str]]) -> None:
    titles = [a_page(f"t{n}", "Życie") for n in range(4)]
    index = small("pl", *titles, a_page("live", "Inne", "Żył długo, żyją dalej"))
    assert "live" in search(index, "zyciu")[:3] or "live" in search(index, "zyl")[:3]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        pytest.param("loking", "look", id="a letter that was left out"),
        pytest.param("lokoing", "look", id="two letters that changed places"),
        pytest.param("jokung", "joke", id="a wrong letter, where nothing else is near"),
    ],
)
def test_the_likelier_slip_comes_first(search: Callable[..., list[str]], typed: str, first: str) -> None:
    index = small("en", a_page("joke", "Joking"), a_page("look", "Looking"), a_page("other", "Liking"))
    assert search(index, typed)[0] == first


def test_a_lemma_that_is_hardly_there_leaves_room_for_a_slip(search: Callable[..., list[str]]) -> None:
    having = [a_page(f"h{n}", "Mam czas", "ma, mają, miał, mieć") for n in range(4)]
    index = small("pl", *having, a_page("little", "Mało czasu"))
    assert "little" in search(index, "mamo ")[:3]  # One of "mama", which nothing but "mam" speaks for.


@pytest.mark.parametrize("query", ["niejasny", "niejasnych"])
def test_a_prefixed_form_finds_its_like_first(search: Callable[..., list[str]], query: str) -> None:
    clear = [a_page(f"c{n}", "Jasny przekaz") for n in range(4)]
    index = small("pl", *clear, a_page("unclear", "Inne", "Sprawa niejasna"))
    assert "unclear" in search(index, query)[:3]


def test_what_is_short_for_a_word_finds_it(search: Callable[..., list[str]]) -> None:
    index = small("en", a_page("years", "Two years"), a_page("message", "A message"))
    assert search(index, "yrs")[0] == "years"
    assert search(index, "msg")[0] == "message"
