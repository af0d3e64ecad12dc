"""The tools at the desk in a real browser: single keys, reports, what a card rests on, shared searches."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, Page, expect

from handbook.languages import CODES, language
from handbook.reading.reader import Reader
from tests.website.axe import faults
from tests.website.building import KEPT, ROOT, mkdocs, served
from tests.website.conftest import PREFIX

CARD = "scenarios/swearing"
FINDS = {"pl": "zwrot", "hr": "povrat", "en": "refund"}
PROJECT = Reader(ROOT).read()
KEYS = ("/", "j", "k", "c", "r", "g", "?")


def test_keys_go_through_the_phrases_copy_call_and_search(page: Page, address: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{address}hr/{CARD}/")
    buttons = page.locator("#say + ul > li > .own > .copy")
    page.keyboard.press("j")
    expect(buttons.nth(0)).to_be_focused()
    page.keyboard.press("j")
    expect(buttons.nth(1)).to_be_focused()
    page.keyboard.press("c")
    expect(page.locator(".status")).not_to_be_empty()
    second = (ROOT / f"docs/hr/{CARD}.md").read_text("utf8").partition("{#say}")[2].split("\n- ")[2]
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == " ".join(second.split("\n")[0].strip("„”").split())
    page.keyboard.press("k")
    expect(buttons.nth(0)).to_be_focused()
    page.keyboard.press("r")
    dialog = page.locator("dialog.call")
    expect(dialog).to_be_visible()
    page.keyboard.press("j")
    expect(buttons.nth(1)).to_be_focused()
    # The search lies under the dialog.
    page.keyboard.press("/")
    expect(dialog).to_be_visible()
    page.keyboard.press("r")
    expect(dialog).to_be_hidden()
    page.keyboard.press("/")
    expect(page.locator(".finding input")).to_be_focused()
    page.keyboard.type("jkcrg/?")
    expect(page.locator(".finding input")).to_have_value("jkcrg/?")
    expect(page.locator("dialog[open]")).to_have_count(0)


def test_the_language_key_opens_the_menu_at_the_next_language(page: Page, address: str) -> None:
    page.goto(f"{address}hr/{CARD}/?h=psuje#do")
    page.keyboard.press("g")
    expect(page.locator("#languages a[hreflang=en]")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}en/{CARD}/?h=psuje#do")


@pytest.mark.parametrize("modifier", ["ctrlKey", "altKey", "metaKey", "modifierAltGraph"])
def test_no_key_fires_with_a_modifier(page: Page, address: str, modifier: str) -> None:
    page.goto(f"{address}hr/{CARD}/")
    expect(page.locator(".own > .copy").first).to_be_visible()
    # Control and K together open the search, with or without these keys.
    for key in set(KEYS) - {"k"}:
        page.evaluate(
            "([key, modifier]) => document.body.dispatchEvent(new KeyboardEvent('keydown', "
            "{ key, [modifier]: true, bubbles: true, cancelable: true }))",
            [key, modifier],
        )
    page.wait_for_timeout(400)
    assert page.evaluate("document.activeElement === document.body")
    expect(page.locator("dialog[open], .finding[data-open]")).to_have_count(0)


@pytest.mark.parametrize("code", CODES)
def test_the_list_of_keys_is_in_the_pages_language_and_switches_each_off(
    page: Page, address: str, code: str
) -> None:
    words = language(code).texts["keys"]
    page.goto(f"{address}{code}/{CARD}/")
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name=words["title"])
    expect(dialog).to_be_visible()
    shown = dialog.locator("li").evaluate_all(
        "rows => rows.map(r => [r.querySelector('kbd').textContent, r.querySelector('span').textContent])"
    )
    assert sorted(key for key, _ in shown) == sorted(KEYS)
    assert {text for _, text in shown} == set(words.values()) - {
        words["title"],
        words["note"],
        words["close"],
        words["refused"],
    }
    assert faults(page, "dialog[open]") == []
    for box in dialog.get_by_role("checkbox").all():
        box.uncheck()
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    for key in KEYS:
        page.keyboard.press(key)
    page.wait_for_timeout(400)
    expect(page.locator("dialog[open], .finding[data-open], #languages:popover-open")).to_have_count(0)
    # The way back needs no key.
    page.locator(".keys-open").click()
    dialog.get_by_role("checkbox", name=words["list"]).check()
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    page.keyboard.press("?")
    expect(dialog).to_be_visible()


@pytest.mark.parametrize("code", CODES)
def test_an_address_with_words_opens_the_search_and_an_open_search_has_its_address(
    page: Page, address: str, code: str
) -> None:
    page.goto(f"{address}{code}/{CARD}/?q={FINDS[code]}")
    expect(page.locator(".finding input")).to_have_value(FINDS[code])
    expect(page.locator(".finding-result").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page).to_have_url(f"{address}{code}/{CARD}/")
    page.locator(".finding input").fill("kupac klient customer")
    expect(page).to_have_url(f"{address}{code}/{CARD}/?q=kupac+klient+customer")


@pytest.mark.parametrize("code", CODES)
def test_the_open_search_description_leads_to_the_languages_search(site: Path, code: str) -> None:
    root = ElementTree.parse(site / code / "opensearch.xml").getroot()
    space = "{http://a9.com/-/spec/opensearch/1.1/}"
    [url] = root.findall(f"{space}Url")
    assert url.get("template") == f"https://example.org{PREFIX}{code}/?q={{searchTerms}}"
    name = root.findtext(f"{space}ShortName")
    assert name
    assert len(name) <= 16
    assert root.findtext(f"{space}Language") == code


@pytest.mark.parametrize("code", CODES)
def test_words_that_find_nothing_lead_to_the_finder_and_the_guide_and_no_further_where_no_place_is_set(
    page: Page, address: str, code: str
) -> None:
    page.goto(f"{address}{code}/?q=qqqqwwww")
    links = page.locator(".finding-help a")
    expect(links).to_have_count(2)
    hrefs = [str(link.get_attribute("href")) for link in links.all()]
    assert hrefs == [f"{address}{code}/find/", f"{address}{code}/decide/"]
    assert faults(page, ".finding-box") == []
    page.goto(f"{address}{code}/{CARD}/")
    expect(page.locator("a.report")).to_have_count(0)


@pytest.fixture(scope="module")
def reporting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The handbook of somebody who takes reports, some months after the last check of its pages."""
    target = tmp_path_factory.mktemp("reporting")
    template = "https://example.org/new?template={form}-{language}.yml&title={title}"
    done = mkdocs(
        ROOT,
        "build",
        "--strict",
        "--site-dir",
        str(target),
        SITE_URL=f"https://example.org{PREFIX}",
        REPORT_URI_TEMPLATE=template,
        SOURCE_DATE_EPOCH="1830297600",
        **KEPT,
    )
    assert done.returncode == 0, done.stdout
    with served(target, PREFIX) as url:
        yield url


def asked(page: Page) -> dict[str, list[str]]:
    """What a click on the link for reports would open, without going there."""
    page.route("https://example.org/**", lambda route: route.fulfill(body=""))
    page.locator("a.report").click()
    page.wait_for_url("https://example.org/**")
    return parse_qs(urlsplit(page.url).query)


def test_a_card_that_did_not_help_is_told_with_its_section_and_the_words_searched(
    page: Page, reporting: str
) -> None:
    page.goto(f"{reporting}pl/?q=przeklina")
    page.locator(".finding-result a").first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{reporting}pl/{CARD}/**")
    page.goto(f"{page.url.partition('#')[0]}#do")
    told = asked(page)
    assert told == {
        "template": ["card-pl.yml"],
        "title": ["Nie pomogło: an-02 Klient przeklina › Zrób [przeklina]"],
    }


def test_words_that_found_nothing_are_told_with_the_words(page: Page, reporting: str) -> None:
    page.goto(f"{reporting}hr/?q=qqqqwwww")
    link = page.locator(".finding-report")
    expect(link).to_have_text(language("hr").word("search", "report"))
    query = parse_qs(urlsplit(str(link.get_attribute("href"))).query)
    assert query == {"template": ["words-hr.yml"], "title": ["Ništa nije pronađeno za „qqqqwwww”."]}


@pytest.mark.parametrize("code", CODES)
def test_a_card_says_what_it_rests_on_and_until_when_it_holds(page: Page, address: str, code: str) -> None:
    names = language(code)
    page.goto(f"{address}{code}/{CARD}/")
    trust = page.locator(".trust")
    grounds = ", ".join([names.count("count-claims", 6), names.count("count-advice", 1)])
    expect(trust).to_contain_text(names.word("reading", "trust-grounds", grounds=grounds))
    card = PROJECT.by_slug[f"{CARD}.md"][code]
    review_by = PROJECT.neutral(card).review_by
    assert review_by
    expect(trust).to_contain_text(names.date(review_by))
    expect(page.locator(".verified")).to_be_hidden()


def test_editors_see_what_is_overdue_where_they_begin(page: Page, address: str, reporting: str) -> None:
    page.goto(f"{reporting}en/editing/")
    shown = page.locator("section.due li:visible")
    expect(shown.filter(has_text="The customer swears")).to_contain_text("was due by 29 May 2027")
    page.goto(f"{reporting}en/{CARD}/")
    expect(page.locator(".banner.overdue")).to_be_visible()
    # Built before, read later.
    page.clock.set_fixed_time("2026-11-30")
    page.goto(f"{address}en/editing/")
    expect(page.locator("section.due")).to_be_hidden()
    page.clock.set_fixed_time("2028-01-01")
    page.reload()
    expect(page.locator("section.due li:visible").first).to_be_visible()


def said(code: str, key: str) -> str:
    return language(code).word("mine", key)


def noted(page: Page, address: str) -> None:
    """Pin the Polish card and write a note on it."""
    page.goto(f"{address}pl/{CARD}/")
    page.locator(".tools .pin").click()
    expect(page.locator(".tools .pin")).to_have_attribute("aria-pressed", "true")
    page.locator(".tools .note").click()
    page.get_by_label(said("pl", "my-note")).fill("Najpierw Marta <b>\nlub Ewa")
    expect(page.locator("#own-note-about")).to_have_text(said("pl", "private"))
    assert faults(page, ".own-note") == []
    page.get_by_role("button", name=said("pl", "save")).click()
    expect(page.locator(".own-note p")).to_have_text("Najpierw Marta <b>\nlub Ewa")


def test_a_pinned_card_and_its_note_are_found_at_home_in_the_search_and_in_call_mode_of_each_language(
    page: Page, address: str
) -> None:
    noted(page, address)
    card = PROJECT.by_slug[f"{CARD}.md"]
    for code in ("hr", "en"):
        page.goto(f"{address}{code}/")
        kept = page.locator(".kept")
        expect(kept.get_by_role("link", name=card[code].title)).to_be_visible()
        expect(kept.locator(".kept-note")).to_contain_text("Najpierw Marta <b>")
        assert faults(page, ".kept") == []
        page.locator(".finding input").click()
        expect(page.locator(".finding-panel .kept a").first).to_have_text(card[code].title)
        page.goto(f"{address}{code}/scenarios/our-mistake/?call=1")
        page.locator(".call-text .kept a").first.click()
        page.wait_for_url(f"{address}{code}/{CARD}/?call=1")
        expect(page.locator("dialog.call .own-note p")).to_contain_text("Najpierw Marta")
        assert faults(page, "dialog[open]") == []
        page.goto(f"{address}{code}/")
        expect(page.locator(".kept a").nth(1)).to_have_text(
            PROJECT.by_slug["scenarios/our-mistake.md"][code].title
        )


def test_no_door_moves_away_at_home_once_what_is_kept_is_there(page: Page, address: str) -> None:
    noted(page, address)
    page.add_init_script(
        """window.moved = 0;
        new PerformanceObserver((list) => {
          for (const { value } of list.getEntries()) window.moved += value;
        }).observe({ type: "layout-shift", buffered: true });"""
    )
    moved = []
    for _ in range(2):
        page.goto(f"{address}hr/")
        expect(page.locator(".kept")).to_be_visible()
        page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100)))")
        moved.append(page.evaluate("window.moved"))
    # The first time nobody knows how much place it needs.
    assert moved[0] > 0.01
    assert moved[1] < 0.005
    page.goto(f"{address}hr/decide/")
    page.locator(".mine-open").click()
    page.get_by_role("button", name=said("hr", "wipe")).click()
    page.goto(f"{address}hr/")
    expect(page.locator(".home-search")).to_have_css("padding-bottom", "0px")


def test_what_is_kept_is_saved_deleted_and_added_again(page: Page, address: str, tmp_path: Path) -> None:
    noted(page, address)
    page.goto(f"{address}pl/decide/")
    page.locator(".mine-open").click()
    dialog = page.get_by_role("dialog", name=said("pl", "title"))
    expect(dialog).to_contain_text(said("pl", "private"))
    assert faults(page, "dialog[open]") == []
    with page.expect_download() as saved:
        dialog.get_by_role("button", name=said("pl", "export")).click()
    file = tmp_path / "mine.json"
    saved.value.save_as(file)
    dialog.get_by_role("button", name=said("pl", "wipe")).click()
    expect(dialog).to_contain_text(said("pl", "empty"))
    keys = "Object.keys(localStorage).filter((key) => /pins|recent|notes/.test(key))"
    assert page.evaluate(keys) == []
    dialog.locator("input").set_input_files(
        {"name": "x.json", "mimeType": "application/json", "buffer": b'{"pins": 1'}
    )
    expect(dialog.locator("[role=status]")).to_have_text(said("pl", "not-added"))
    dialog.locator("input").set_input_files(file)
    expect(dialog.locator("[role=status]")).to_have_text(said("pl", "added"))
    expect(dialog.locator(".kept-note")).to_have_text("Najpierw Marta <b>\nlub Ewa")
    # Adding it twice changes nothing.
    dialog.locator("input").set_input_files(file)
    expect(dialog.locator(".kept-note")).to_have_count(1)
    expect(dialog.locator(".kept-note")).to_have_text("Najpierw Marta <b>\nlub Ewa")


BLOCKED = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no') } })"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"


@pytest.mark.parametrize("storage", [pytest.param(BLOCKED, id="blocked"), pytest.param(FULL, id="full")])
def test_where_nothing_can_be_stored_it_is_said_and_all_else_works(
    browser: Browser, address: str, storage: str
) -> None:
    context = browser.new_context(locale="hr-HR")
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error.stack)))
    page.add_init_script(storage)
    page.goto(f"{address}hr/{CARD}/")
    page.locator(".tools .pin").click()
    expect(page.locator(".status")).to_have_text(said("hr", "refused"))
    expect(page.locator(".tools .pin")).to_have_attribute("aria-pressed", "false")
    page.locator('.tools [data-language="pl"]').click()
    expect(page.locator(".other").first).to_be_visible()
    page.keyboard.press("r")
    expect(page.locator("dialog.call")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.keyboard.type("psuje")
    expect(page.locator(".finding-result").first).to_be_visible()
    page.goto(f"{address}hr/")
    expect(page.locator(".door").first).to_be_visible()
    expect(page.locator(".kept")).to_have_count(0)
    context.close()
    assert errors == []


def test_who_goes_from_call_mode_to_the_search_at_once_stays_there(page: Page, address: str) -> None:
    page.goto(f"{address}hr/{CARD}/?call=1")
    expect(page.locator("dialog.call")).to_be_visible()
    focused = page.evaluate("""async () => {
      const dialog = document.querySelector("dialog.call");
      const closed = new Promise((resolve) => dialog.addEventListener("close", resolve));
      dialog.close();
      document.querySelector(".finding input").focus();
      await closed;
      return document.activeElement.matches(".finding input");
    }""")
    assert focused
    page.reload()
    page.locator(".call-open").click()
    page.keyboard.press("Escape")
    expect(page.locator(".call-open")).to_be_focused()


def test_a_card_loads_the_tools_only_when_they_are_used(page: Page, address: str) -> None:
    asked_for: list[str] = []
    page.on("request", lambda request: asked_for.append(request.url))
    page.goto(f"{address}hr/{CARD}/", wait_until="networkidle")
    assert [url for url in asked_for if "desk" in url] == []
    page.locator(".tools .pin").click()
    expect(page.locator(".tools .pin")).to_have_attribute("aria-pressed", "true")
    assert {url.rpartition("/")[2] for url in asked_for if "desk" in url} == {
        "names.js",
        "note.js",
        "store.js",
        "words.js",
        "desk.json",
    }
