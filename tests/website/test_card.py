"""A card while a customer waits: copying, the other languages, call mode, banners and links."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from handbook.languages import CODES, language
from handbook.model.slots import pieces
from handbook.reading.reader import Reader
from tests.website.building import KEPT, ROOT, copy_with_kept, mkdocs, served

CARD = "scenarios/swearing"
PROJECT = Reader(ROOT).read()


def phrases(code: str, slug: str = CARD) -> list[str]:
    """What is spoken on a card, as its file has it, without the quotation marks."""
    section = PROJECT.pages[f"{code}/{slug}.md"].document.section("say")
    assert section
    opening, closing = language(code).quotes
    return [item.text.replace(opening, "", 1).replace(closing, "", 1) for item in section.items]


def shown(phrase: str) -> str:
    """A phrase as the page shows it: a slot has dots below it, no brackets."""
    return "".join(piece for piece, _ in pieces(phrase))


def word(code: str, key: str, **values: str) -> str:
    return language(code).word("reading", key, **values)


def clipboard(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


@pytest.fixture
def card(page: Page, address: str) -> Page:
    """The Croatian card, where the clipboard may be read."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{address}hr/{CARD}/")
    return page


@pytest.mark.parametrize("code", CODES)
def test_each_phrase_is_copied_with_plain_spaces_and_announced(page: Page, address: str, code: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{address}{code}/{CARD}/")
    buttons = page.locator("#say + ul > li > .own > .copy")
    expect(buttons).to_have_count(len(phrases(code)))
    for index, phrase in enumerate(phrases(code)):
        button = buttons.nth(index)
        expect(button).to_have_accessible_name(word(code, "copy-phrase", phrase=shown(phrase)))
        button.focus()
        page.keyboard.press("Enter")
        expect(page.locator(".status")).to_have_text(word(code, "copied", phrase=phrase))
        assert clipboard(page) == phrase


def test_the_page_shows_no_break_spaces_and_a_selection_is_copied_without(card: Page) -> None:
    assert card.locator("#recognise + ul").text_content()
    assert "i\u00a0odmah" in str(card.locator(".answer").text_content())
    card.evaluate("getSelection().selectAllChildren(document.querySelector('.answer'))")
    card.keyboard.press("Control+c")
    assert "i odmah" in clipboard(card)
    assert "\u00a0" not in clipboard(card)


def test_one_shortcut_copies_the_first_phrase_or_the_one_with_the_focus(card: Page) -> None:
    card.keyboard.press("Control+c")
    expect(card.locator(".status")).to_contain_text(phrases("hr")[0])
    assert clipboard(card) == phrases("hr")[0]
    card.locator(".copy").first.focus()
    card.keyboard.press("ArrowDown")
    card.keyboard.press("Control+c")
    expect(card.locator(".status")).to_contain_text(phrases("hr")[1])
    assert clipboard(card) == phrases("hr")[1]


def test_the_same_phrase_stands_below_in_the_other_languages(card: Page) -> None:
    button = card.locator('.tools [data-language="pl"]')
    expect(button).to_have_attribute("lang", "pl")
    expect(button).to_have_attribute("aria-pressed", "false")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    for index, phrase in enumerate(phrases("pl")):
        line = card.locator("#say + ul > li").nth(index).locator('.other[data-language="pl"]')
        expect(line.locator(".spoken")).to_have_attribute("lang", "pl")
        line.locator(".copy").click()
        expect(card.locator(".status")).to_contain_text(phrase)
        assert clipboard(card) == phrase
    # The choice holds on the next card.
    card.locator(".steps a.next").click()
    expect(card.locator('.other[data-language="pl"]').first).to_be_visible()


def test_one_key_goes_through_the_languages_while_a_phrase_has_the_focus(card: Page) -> None:
    card.locator(".copy").first.focus()
    seen = []
    for _ in range(4):
        card.keyboard.press("l")
        pressed = card.locator('.tools [aria-pressed="true"]')
        seen.append([str(lang) for lang in pressed.evaluate_all("all => all.map(b => b.lang)")])
    assert seen == [["pl"], ["en"], ["pl", "en"], []]
    card.locator("h1").click()
    card.evaluate("document.activeElement.blur()")
    card.keyboard.press("l")
    expect(card.locator(".other")).to_have_count(0)


def test_without_scripts_the_other_languages_stand_at_the_end_and_no_dead_button(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}hr/{CARD}/")
    page.locator(".said summary").click()
    expect(page.locator('.said ul[lang="pl"] li').first).to_contain_text(shown(phrases("pl")[0]).rstrip("."))
    expect(page.locator("main button:visible")).to_have_count(0)
    context.close()


def test_call_mode_shows_the_part_for_the_conversation_large_and_alone(card: Page) -> None:
    before = card.locator("#say + ul > li").first.evaluate("e => parseFloat(getComputedStyle(e).fontSize)")
    card.locator(".call-open").click()
    dialog = card.get_by_role("dialog")
    expect(dialog).to_have_accessible_name("Kupac psuje")
    expect(card).to_have_url(re.compile(rf"{CARD}/\?call=1$"))
    expect(dialog.locator(".copy").first).to_be_focused()
    for id in ("recognise", "say", "dont-say", "do", "decide"):
        expect(dialog.locator(f"#{id}")).to_be_visible()
    for id in ("after", "why", "related"):
        expect(dialog.locator(f"#{id}")).to_have_count(0)
    after = card.locator("#say + ul > li").first.evaluate("e => parseFloat(getComputedStyle(e).fontSize)")
    assert after > before * 1.2
    card.keyboard.press("Control+c")
    expect(dialog.locator(".status")).to_contain_text(phrases("hr")[0])
    card.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(card).to_have_url(re.compile(f"{CARD}/$"))
    # Everything is back in its place.
    ids = card.locator(".hb-card").first.locator("h2").evaluate_all("all => all.map(h => h.id)")
    assert ids[:7] == ["recognise", "say", "dont-say", "do", "decide", "after", "why"]


def test_call_mode_goes_to_the_next_and_previous_card_of_the_family_by_key_and_by_button(card: Page) -> None:
    family = [page.slug for page in PROJECT.cards("hr") if PROJECT.neutral(page).family == "anger"]
    at = family.index(f"{CARD}.md")
    following, first = family[at + 1].removesuffix(".md"), family[0].removesuffix(".md")
    card.locator(".call-open").click()
    card.keyboard.press("ArrowRight")
    card.wait_for_url(f"**/{following}/?call=1")
    expect(card.get_by_role("dialog")).to_be_visible()
    card.keyboard.press("ArrowLeft")
    card.wait_for_url(f"**/{CARD}/?call=1")
    card.locator(".call-previous").click()
    card.wait_for_url(f"**/{first}/?call=1")
    expect(card.get_by_role("dialog")).to_be_visible()
    expect(card.locator(".call-previous")).to_be_hidden()


def test_call_mode_follows_the_back_button(card: Page) -> None:
    card.locator(".call-open").click()
    expect(card.get_by_role("dialog")).to_be_visible()
    card.go_back()
    expect(card.get_by_role("dialog")).to_be_hidden()
    card.go_forward()
    expect(card.get_by_role("dialog")).to_be_visible()


def test_call_mode_comes_with_the_address(page: Page, address: str) -> None:
    page.goto(f"{address}pl/{CARD}/?call=1")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.locator(".call-leave").click()
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.locator(".call-open")).to_be_focused()


def test_call_mode_goes_through_what_was_found(page: Page, address: str) -> None:
    page.goto(f"{address}en/find/?decision=repair")
    links = page.locator("a[data-channel]:visible")
    urls = [urlsplit(str(url)).path for url in links.evaluate_all("all => all.map(a => a.href)")]
    assert len(urls) > 2
    links.nth(1).click()
    page.locator(".call-open").click()
    page.keyboard.press("ArrowRight")
    page.wait_for_url(f"**{urls[2]}?call=1")
    page.keyboard.press("ArrowLeft")
    page.wait_for_url(f"**{urls[1]}?call=1")
    page.keyboard.press("ArrowLeft")
    page.wait_for_url(f"**{urls[0]}?call=1")


@pytest.mark.parametrize("size", [(1366, 768), (320, 640)], ids=["a desktop", "a phone"])
def test_nothing_runs_out_of_the_screen(browser: Browser, address: str, size: tuple[int, int]) -> None:
    context = browser.new_context(viewport={"width": size[0], "height": size[1]})
    page = context.new_page()
    page.goto(f"{address}pl/{CARD}/")
    for button in page.locator(".also button").all():
        button.click()
    for _ in range(2):
        wide = "e => e.scrollWidth - e.clientWidth"
        assert page.locator("html").evaluate(wide) <= 0
        page.goto(f"{address}pl/{CARD}/?call=1")
        assert page.locator("dialog.call").evaluate(wide) <= 0
        small = page.locator("dialog.call :is(a, button):visible").evaluate_all(
            "all => all.map(e => e.getBoundingClientRect()).filter(r => r.width < 24 || r.height < 24).length"
        )
        assert small == 0
    context.close()


def test_the_page_says_when_its_review_is_over_however_long_ago_it_was_built(
    page: Page, address: str
) -> None:
    review_by = PROJECT.pages[f"hr/{CARD}.md"].matter.review_by
    assert review_by
    day = datetime.timedelta(days=1)
    for today, shown in ((review_by, False), (review_by + day, True)):
        page.clock.set_fixed_time(datetime.datetime.combine(today, datetime.time(12)))
        page.goto(f"{address}hr/{CARD}/")
        banner = page.locator(".overdue")
        expect(banner).to_be_visible() if shown else expect(banner).to_be_hidden()
    expect(banner).to_contain_text(language("hr").date(review_by))
    expect(page.locator(".verified")).to_contain_text(language("hr").date(review_by))


def test_no_link_asks_for_help_where_no_repository_is_known(card: Page) -> None:
    expect(card.locator(".mend")).to_have_count(0)


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The handbook on GitHub, with a card overdue, another stale, and a page not yet translated."""
    project = copy_with_kept(tmp_path_factory.mktemp("changed") / "copy")
    overdue = project / "docs/hr/scenarios/swearing.md"
    overdue.write_text(re.sub(r"review_by: .*", "review_by: 2020-01-31", overdue.read_text("utf8")), "utf8")
    stale = project / "docs/hr/scenarios/getting-louder.md"
    text = stale.read_text("utf8").replace("{#do}", "{#do}\n\n1. Pričekajte trenutak.", 1)
    stale.write_text(text, "utf8")
    (project / "docs/en/guides/staying-calm.md").unlink()
    template = "https://github.com/owner/name/edit/main/docs/{path}"
    site = project / "site"
    done = mkdocs(project, "build", "--site-dir", str(site), EDIT_URI_TEMPLATE=template, **KEPT)
    assert done.returncode == 0, done.stdout
    with served(site) as url:
        yield url


def test_a_page_whose_review_is_over_at_the_build_says_so_without_scripts(
    browser: Browser, changed: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for code in CODES:
        page.goto(f"{changed}{code}/{CARD}/")
        expect(page.locator(".overdue")).to_contain_text(language(code).date(datetime.date(2020, 1, 31)))
    context.close()


@pytest.mark.parametrize("code", ["pl", "en"])
def test_a_stale_translation_names_the_sections_and_leads_to_the_original(
    page: Page, changed: str, code: str
) -> None:
    page.goto(f"{changed}{code}/scenarios/getting-louder/")
    banner = page.locator(".stale")
    expect(banner).to_contain_text(language(code).texts["sections"]["do"])
    banner.get_by_role("link").click()
    page.wait_for_url(f"{changed}hr/scenarios/getting-louder/")
    expect(page.locator(".stale")).to_have_count(0)


@pytest.mark.parametrize("code", CODES)
def test_a_reader_mends_the_file_of_the_language_that_is_read(page: Page, changed: str, code: str) -> None:
    page.goto(f"{changed}{code}/{CARD}/")
    edit = page.get_by_role("link", name=word(code, "edit"))
    expect(edit).to_have_attribute("href", f"https://github.com/owner/name/edit/main/docs/{code}/{CARD}.md")
    tell = urlsplit(str(page.get_by_role("link", name=word(code, "feedback")).get_attribute("href")))
    assert f"{tell.scheme}://{tell.netloc}{tell.path}" == "https://github.com/owner/name/issues/new"
    query = parse_qs(tell.query)
    assert PROJECT.pages[f"{code}/{CARD}.md"].title in query["title"][0]
    assert f"/{code}/{CARD}/" in query["body"][0]


def test_a_missing_translation_can_be_started_from_the_page(page: Page, changed: str) -> None:
    page.goto(f"{changed}pl/guides/staying-calm/")
    link = page.get_by_role("link", name=word("pl", "translate", language="angielski"))
    query = parse_qs(urlsplit(str(link.get_attribute("href"))).query)
    assert query["filename"] == ["docs/en/guides/staying-calm.md"]
    original = PROJECT.original("guides/staying-calm.md")
    assert original
    for heading in original.document.headings:
        assert f"{{#{heading.id}}}" in query["value"][0]


REPLY = "scenarios/refund-after-deadline"


def reply(code: str) -> str:
    """The e-mail of a card as its file has it, without the signs of a quotation."""
    section = PROJECT.pages[f"{code}/{REPLY}.md"].document.section("write-email")
    assert section
    return "\n".join(line.removeprefix(">").strip() for line in section.text.split("\n")).strip()


@pytest.mark.parametrize("code", CODES)
def test_a_written_reply_is_copied_line_by_line_and_shows_what_to_replace(
    page: Page, address: str, code: str
) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{address}{code}/{REPLY}/")
    button = page.locator("#write ~ .reply-copy .copy").first
    name = language(code).word("sections", "write-email")
    expect(button).to_have_accessible_name(word(code, "copy-phrase", phrase=name))
    button.click()
    expect(page.locator(".status")).to_have_text(word(code, "copied", phrase=name))
    assert clipboard(page) == reply(code)
    assert "[" in reply(code)


@pytest.mark.parametrize("code", CODES)
def test_a_slot_is_shown_without_brackets_and_copied_with_them(page: Page, address: str, code: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{address}{code}/{REPLY}/")
    said = phrases(code, REPLY)
    index = next(number for number, phrase in enumerate(said) if "[" in phrase)
    line = page.locator("#say + ul > li").nth(index)
    assert line.locator(".own .slot").count() == said[index].count("[")
    assert "[" not in str(line.locator(".spoken").text_content())
    line.locator(".own .copy").click()
    expect(page.locator(".status")).to_contain_text("[")
    assert clipboard(page) == said[index]


def test_call_mode_and_paper_leave_the_written_replies_out(page: Page, address: str) -> None:
    page.goto(f"{address}pl/{REPLY}/?call=1")
    expect(page.locator("dialog.call #decide")).to_be_visible()
    assert page.locator("dialog.call #write, dialog.call blockquote").count() == 0
    page.goto(f"{address}pl/{REPLY}/")
    expect(page.locator("#write")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator("#write")).to_be_hidden()
    assert all(not block.is_visible() for block in page.locator("#write ~ blockquote").all())
