"""The search box in a real browser: keyboard, screen reader, loading, failing, marking."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from handbook.languages import CODES, language
from tests.search.queries import turn_to_search

CARD = "scenarios/swearing/"
SWEARS = {"pl": "przeklinal", "hr": "psovao", "en": "swore"}
NONSENSE = "xqzvwkj"
COVERED = "document.querySelector('main').closest('[inert]') !== null"


# What is shown for the first letters goes again; the words stand in the address when no more come.
_SETTLED = """() => {
  const typed = document.querySelector(".finding input").value.trim();
  return new URL(location.href).searchParams.get("q") === typed;
}"""


def results(page: Page) -> list[str]:
    """The addresses that are shown for all that is typed, without the words to mark."""
    links = page.locator(".finding-result h2 a")
    links.first.wait_for()
    page.wait_for_function(_SETTLED)
    return [str(href).split("?")[0] for href in links.evaluate_all("all => all.map(a => a.href)")]


@pytest.mark.parametrize("code", CODES)
def test_nothing_of_the_search_is_loaded_before_a_reader_turns_to_it(
    page: Page, address: str, code: str
) -> None:
    requested: list[str] = []
    page.on("request", lambda request: requested.append(request.url))
    page.goto(f"{address}{code}/{CARD}", wait_until="networkidle")
    assert [url for url in requested if "search" in url] == []
    page.locator(".finding input").focus()
    page.wait_for_event("response", lambda response: response.url.endswith("/search/index.json"))
    own = [url for url in requested if "/search/" in url and url.startswith(f"{address}{code}/")]
    assert own[0] == f"{address}{code}/search/index.json"
    assert own[1:] in ([], [f"{address}{code}/search/rest.json"])


@pytest.mark.parametrize("code", CODES)
def test_a_result_answers(page: Page, address: str, code: str) -> None:
    turn_to_search(page, f"{address}{code}/")
    page.keyboard.type(SWEARS[code])
    first = page.locator(".finding-result").first
    expect(first.get_by_role("link")).to_have_attribute(
        "href", re.compile(rf"^{re.escape(address)}{code}/{CARD}(\?h=|$)")
    )
    expect(first.locator(".decision.calm")).to_have_text(language(code).word("decisions", "calm"))
    expect(first.locator("mark").first).to_be_visible()
    expect(first.locator(".finding-say")).to_contain_text(language(code).word("search", "say"))
    described = first.get_by_role("link").get_attribute("aria-describedby")
    expect(page.locator(f"#{described}")).to_contain_text(language(code).word("decisions", "calm"))


def test_enter_opens_the_first_result_and_marks_its_words(page: Page, address: str) -> None:
    page.goto(f"{address}pl/")
    page.locator(".finding input").click()
    page.keyboard.type("przeklinal", delay=5)
    page.keyboard.press("Enter")  # At once: it waits for the results.
    page.wait_for_url(f"{address}pl/{CARD}**")
    page.go_back()
    turn_to_search(page, f"{address}pl/")
    page.keyboard.type("notatki")  # It stands on the page that is found.
    page.locator(".finding-excerpt mark").first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url("**h=**")
    expect(page.locator("#content mark").first).to_have_text(re.compile("^notat", re.IGNORECASE))


def test_the_way_through_the_results_is_kept_for_call_mode(page: Page, address: str) -> None:
    turn_to_search(page, f"{address}hr/")
    page.keyboard.type("kupac")
    urls = results(page)
    page.locator(".finding-result h2 a").first.click()
    page.wait_for_url("**scenarios**")
    kept = page.evaluate(
        "JSON.parse(sessionStorage.getItem('handbook.found')).urls.map(u => u.split('?')[0])"
    )
    cards = [url for url in urls if "/scenarios/" in url]
    assert kept == cards


def test_arrows_walk_through_the_results_and_back(page: Page, address: str) -> None:
    turn_to_search(page, f"{address}en/")
    page.keyboard.type("refund")
    urls = results(page)
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.href").split("?")[0] == urls[0]
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator(".finding input")).to_be_focused()


@pytest.mark.parametrize("size", [(1366, 768), (360, 640)], ids=["a desktop", "a phone"])
def test_it_is_a_named_dialog_that_gives_the_focus_back(
    browser: Browser, address: str, size: tuple[int, int]
) -> None:
    context = browser.new_context(viewport={"width": size[0], "height": size[1]})
    page = context.new_page()
    page.goto(f"{address}hr/{CARD}")
    box = page.locator(".finding input")
    opener = page.locator(".finding-open")
    if opener.is_visible():
        opener.click()
        page.keyboard.type("psu")  # Typed before anything is loaded.
        expect(box).to_have_value("psu")
    else:
        box.click()
    dialog = page.get_by_role("dialog", name="Tražilica")
    expect(dialog).to_be_visible()
    assert page.evaluate(COVERED)
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    assert not page.evaluate(COVERED)
    expect(opener if opener.is_visible() else box).to_be_focused()
    context.close()


def test_control_k_turns_to_the_search_from_anywhere(page: Page, address: str) -> None:
    page.goto(f"{address}pl/{CARD}")
    page.keyboard.press("Control+k")
    expect(page.locator(".finding input")).to_be_focused()
    page.keyboard.type("zwrot")
    assert results(page)


def test_the_count_is_told_once_when_typing_pauses(page: Page, address: str) -> None:
    turn_to_search(page, f"{address}pl/")
    page.evaluate(
        """() => { self.told = []; const status = document.querySelector(".finding [role=status]");
        new MutationObserver(() => told.push(status.textContent)).observe(status, { childList: true }); }"""
    )
    page.keyboard.type("reklamacja", delay=20)
    status = page.locator(".finding [role=status]")
    expect(status).to_contain_text("wynik")
    assert page.evaluate("told") == [status.text_content()]
    expect(page.locator(".finding-count")).to_have_text(status.text_content() or "")


def test_pasted_and_dictated_text_is_searched(page: Page, address: str) -> None:
    turn_to_search(page, f"{address}hr/")
    # Neither presses a key: the text arrives as a whole.
    page.keyboard.insert_text("kupac mi je psovao")
    assert results(page)[0] == f"{address}hr/{CARD}"


@pytest.mark.parametrize("code", CODES)
def test_where_nothing_is_found_the_doors_of_the_families_open(page: Page, address: str, code: str) -> None:
    turn_to_search(page, f"{address}{code}/")
    page.keyboard.type(NONSENSE)
    none = language(code).word("search", "none", query=NONSENSE)
    expect(page.locator(".finding-count")).to_have_text(none)
    doors = page.locator(".finding-doors a")
    expect(doors).to_have_count(len(language(code).texts["families"]))
    families = list(language(code).texts["families"])
    doors.nth(families.index("anger")).click()
    page.wait_for_url(f"{address}{code}/scenarios/#anger")


def test_the_nearest_words_are_offered(page: Page, address: str) -> None:
    turn_to_search(page, f"{address}pl/")
    # No four of its letters stand together in any word.
    page.keyboard.type("prqzeqkliqna")
    near = page.locator(".finding-nearest button")
    expect(near.first).to_be_visible()
    near.first.click()
    assert results(page)


def test_another_language_is_offered_where_this_one_has_nothing(page: Page, address: str) -> None:
    turn_to_search(page, f"{address}en/")
    page.locator(".finding input").fill("ubezpieczenie")
    offer = page.locator(".finding-also button").first
    expect(offer).to_contain_text("Polish")
    offer.click()
    expect(page.locator(".finding-panel ol")).to_have_attribute("lang", "pl")
    assert results(page)[0].startswith(f"{address}pl/scenarios/cover-after-damage/")


def test_a_slip_is_told(page: Page, address: str) -> None:
    turn_to_search(page, f"{address}pl/")
    page.keyboard.type("reklmacja ")
    expect(page.locator(".finding-note")).to_contain_text("reklamacja")


def test_more_results_come_when_asked_for(page: Page, address: str) -> None:
    turn_to_search(page, f"{address}pl/")
    page.keyboard.type("klient")
    expect(page.locator(".finding-result")).to_have_count(10)
    page.locator(".finding-more").click()
    expect(page.locator(".finding-result")).to_have_count(20)
    expect(page.locator(".finding-result a").nth(10)).to_be_focused()


def test_without_workers_the_page_searches_by_itself(page: Page, address: str) -> None:
    page.add_init_script(
        "Object.defineProperty(self, 'Worker', { value: class { constructor() { throw new Error('no'); } } })"
    )
    turn_to_search(page, f"{address}hr/")
    page.keyboard.type("psuje")
    assert results(page)[0] == f"{address}hr/{CARD}"


def test_a_failed_load_is_told_and_tried_again(browser: Browser, address: str) -> None:
    context = browser.new_context(locale="hr-HR")
    page = context.new_page()

    def fail(route: Route) -> None:
        route.abort()

    context.route("**/search/index.json", fail)
    page.goto(f"{address}pl/")
    page.locator(".finding input").click()
    page.keyboard.type("klie")
    expect(page.locator(".finding-note")).to_have_text(language("pl").word("search", "failed"))
    context.unroute("**/search/index.json", fail)
    page.keyboard.type("nt")
    assert results(page)
    context.close()


def test_what_is_typed_is_never_markup(page: Page, address: str) -> None:
    turn_to_search(page, f"{address}en/")
    page.locator(".finding input").fill("<img src=x onerror=alert(1)>qqqqzzzz")
    expect(page.locator(".finding-panel img")).to_have_count(0)
    page.locator(".finding-count").wait_for()


def test_odd_input_breaks_nothing(page: Page, address: str) -> None:
    turn_to_search(page, f"{address}pl/")
    for query in ("", " ", "?!", "„”", "a" * 500, "zwrot " * 60):
        page.locator(".finding input").fill(query)
        # So long that all that comes later has come; whatever it throws fails the test.
        page.wait_for_timeout(300)
        expect(page.locator(".finding-panel > *").first, repr(query)).to_be_visible()
        # It goes on from each.
        page.locator(".finding input").fill("klient")
        assert results(page)
