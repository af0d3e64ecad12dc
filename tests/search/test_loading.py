"""The index in two files, in a real browser: results before the rest has come, and what becomes of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from handbook.languages import CODES, language
from handbook.search.engine import Engine
from handbook.search.index import FILES
from tests.search.queries import CONNECT, staff_queries
from tests.support.project import HANDBOOK

REST = "**/search/rest.json"
LINKS = ".finding-result h2 a"
# What staff and customers say of cards.
KNOWN = {"pl": "przeklina klient", "hr": "kupac psuje", "en": "customer swearing"}


class Held:
    """Keeps the rest of an index back until it is let go."""

    def __init__(self, page: Page) -> None:
        self._routes: list[Route] = []
        self._is_held = True
        page.context.route(REST, self._answer)

    def let_go(self) -> None:
        """Send what was asked for."""
        self._is_held = False
        for route in self._routes:
            route.continue_()

    def _answer(self, route: Route) -> None:
        if self._is_held:
            self._routes.append(route)
        else:
            route.continue_()


@pytest.fixture
def fresh(browser: Browser) -> Iterator[Page]:
    """A page of a browser that has nothing in its cache."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


def shown(page: Page) -> list[str]:
    """The addresses of the results, without the words to mark."""
    page.locator(LINKS).first.wait_for()
    hrefs: list[str] = page.locator(LINKS).evaluate_all("all => all.map(a => a.href)")
    return [href.split("?")[0] for href in hrefs]


@pytest.mark.parametrize("code", CODES)
def test_results_come_before_the_rest_and_keep_their_order_when_it_has_come(
    fresh: Page, address: str, code: str
) -> None:
    held = Held(fresh)
    fresh.goto(f"{address}{code}/")
    fresh.locator(".finding input").click()
    # At once: letter by letter, a slow machine still shows what was found for the letters before.
    fresh.keyboard.insert_text(KNOWN[code])
    fresh.wait_for_function(
        "words => new URL(location.href).searchParams.get('q') === words", arg=KNOWN[code]
    )
    before = shown(fresh)
    assert before[0].startswith(f"{address}{code}/scenarios/swearing")
    assert fresh.locator(".finding-excerpt").count() == 0
    fresh.keyboard.press("ArrowDown")
    held.let_go()
    # Excerpts are cut when the rest is there.
    fresh.locator(".finding-excerpt").first.wait_for()
    assert shown(fresh)[: len(before)] == before
    expect(fresh.locator(LINKS).first).to_be_focused()


def test_a_word_that_only_the_rest_has_waits_for_it(fresh: Page, address: str) -> None:
    held = Held(fresh)
    with fresh.expect_request(REST):
        fresh.goto(f"{address}en/")
        fresh.locator(".finding input").click()
    fresh.keyboard.type("zzyzxqq ")
    # What is asked after it is answered after it.
    fresh.evaluate(f"async (base) => {{ {CONNECT} await connect(base).ready(); }}", f"{address}en/")
    assert fresh.locator(".finding-count").count() == 0
    held.let_go()
    expect(fresh.locator(".finding-count")).to_contain_text("zzyzxqq")


def test_without_the_rest_what_was_found_stays_and_the_rest_is_asked_for_again(
    fresh: Page, address: str
) -> None:
    fresh.context.route(REST, lambda route: route.abort())
    fresh.goto(f"{address}en/")
    fresh.locator(".finding input").click()
    with fresh.expect_event("requestfailed", lambda request: request.url.endswith("rest.json")):
        fresh.keyboard.type("swearing")
    before = shown(fresh)
    assert before[0] == f"{address}en/scenarios/swearing/"
    fresh.keyboard.type(" zzyzxqq")
    expect(fresh.locator(".finding-note")).to_have_text(language("en").word("search", "failed"))
    fresh.context.unroute(REST)
    fresh.keyboard.type(" ")
    expect(fresh.locator(".finding-note")).to_contain_text("zzyzxqq")
    assert shown(fresh)[0] == before[0]


def test_a_rest_of_another_edition_is_not_taken_for_this_ones(fresh: Page, address: str, site: Path) -> None:
    rest = json.loads((site / "en/search" / FILES[1]).read_text("utf8"))
    other = json.dumps({**rest, "edition": "0" * 16, "places": ""})
    answered: list[str] = []

    def answer(route: Route) -> None:
        answered.append(route.request.url)
        if len(answered) == 1:
            route.fulfill(body=other, content_type="application/json")
        else:
            route.continue_()

    fresh.context.route(REST, answer)
    fresh.goto(f"{address}en/")
    fresh.locator(".finding input").click()
    fresh.keyboard.type("glossary ")
    fresh.locator(".finding-excerpt").first.wait_for()
    assert len(answered) == 2
    assert f"{address}en/reference/glossary/" in shown(fresh)[:3]


@pytest.mark.parametrize("code", CODES)
def test_the_first_tier_alone_answers_most_of_what_staff_type_as_well(site: Path, code: str) -> None:
    first, rest = ((site / code / "search" / name).read_text("utf8") for name in FILES)
    asked = [query for name in ("test", "late2") for query in staff_queries(code)[name]]
    with (
        Engine(HANDBOOK / "docs/assets/search", first) as early,
        Engine(HANDBOOK / "docs/assets/search", first, rest) as whole,
    ):
        answers = [(early.ask(q.text, limit=3), whole.ask(q.text, limit=3), q.wanted) for q in asked]
    known = [(one, other, wanted) for one, other, wanted in answers if one.understood]
    assert len(known) / len(answers) >= 0.88
    same = [one for one, other, _ in known if one.pages[0].url == other.pages[0].url]
    # By what staff say word for word, which comes with the rest, another right page may come first.
    assert len(same) / len(known) >= 0.9
    one_right = [
        {page.url for page in one.pages}.isdisjoint(wanted)
        != {page.url for page in other.pages}.isdisjoint(wanted)
        for one, other, wanted in known
    ]
    assert sum(one_right) / len(known) <= 0.03
