"""A card on one screen, and on one A5 page, light whatever the screen, with its address, version and date."""

from __future__ import annotations

import io
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader
from selectolax.lexbor import LexborHTMLParser

from handbook.languages import CODES, language
from handbook.model.card import PARTS, WRITE
from tests.support.project import real_handbook
from tests.support.samples import WHOLE
from tests.website.conftest import PREFIX
from tests.website.crawling import crawl

PROJECT = real_handbook()
# Where what is needed first ends on a card.
_ENDS = """() => [".answer .decision", ".answer", "#say + ul > li"].map(
  (name) => document.querySelector(name).getBoundingClientRect().bottom)"""
# So many cards a language.
LONGEST = 6
A5 = (148, 210)
A4 = (210, 297)


def printed(page: Page) -> PdfReader:
    """What Chromium prints of a page, with the paper that its styles ask for."""
    return PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))


def millimetres(reader: PdfReader) -> tuple[int, int]:
    box = reader.pages[0].mediabox
    return round(float(box.width) / 72 * 25.4), round(float(box.height) / 72 * 25.4)


def longest(cards: list[Path]) -> set[Path]:
    """Those whose texts take the most room: all of it, or what stands before the first phrase ends."""
    whole, first = {}, {}
    for path in cards:
        html = LexborHTMLParser(path.read_text("utf8"))
        article, phrase = html.css_first("article"), html.css_first("#say + ul > li")
        assert article, path
        assert phrase, path
        text = article.text()
        whole[path], first[path] = len(text), text.index(phrase.text()) + len(phrase.text())
    return {path for lengths in (whole, first) for path in sorted(cards, key=lengths.__getitem__)[-LONGEST:]}


def test_a_card_answers_without_scrolling_and_is_one_a5_page(address: str, site: Path) -> None:
    """Decision, answer and the first phrase, on a desktop and a phone; then on paper. The longest cards of
    each language, as the others have more room; `make long` looks at all."""
    cards = {code: sorted(site.glob(f"{code}/scenarios/*/index.html")) for code in CODES}
    assert min(map(len, cards.values())) >= 54
    chosen = [path for paths in cards.values() for path in (paths if WHOLE else sorted(longest(paths)))]
    assert len(chosen) >= LONGEST * len(CODES)

    def look(page: Page, path: Path) -> Iterator[str]:
        name = path.parent.relative_to(site)
        page.goto(f"{address}{name}/")
        for width, height in ((1366, 768), (360, 640)):
            page.set_viewport_size({"width": width, "height": height})
            end = max(page.evaluate(_ENDS))
            if end > height:
                yield f"{name}: at {width} × {height} it ends at {end}"
        reader = printed(page)
        if len(reader.pages) != 1 or millimetres(reader) != A5:
            yield f"{name}: {len(reader.pages)} pages, {millimetres(reader)} mm"

    assert crawl(chosen, look) == []


@pytest.mark.parametrize("code", CODES)
def test_a_printed_card_has_its_parts_address_version_and_date(page: Page, address: str, code: str) -> None:
    page.goto(f"{address}{code}/scenarios/swearing/?call=1")
    text = " ".join(printed(page).pages[0].extract_text().split())
    names = language(code)
    for part in PARTS:
        if part.id != WRITE:  # A written reply is sent, not read out.
            assert names.word("sections", part.id) in text
    assert f"example.org{PREFIX}{code}/scenarios/swearing/" in text
    assert names.word("reading", "version", version=version("handbook")) in text
    verified = PROJECT.neutral(PROJECT.pages[f"{code}/scenarios/swearing.md"]).verified
    assert verified
    assert names.date(verified) in text
    # The code that leads there is drawn on paper alone.
    code_drawn = page.get_by_role("img", name=f"https://example.org{PREFIX}{code}/scenarios/swearing/")
    assert code_drawn.count() == 0
    page.emulate_media(media="print")
    box = code_drawn.bounding_box()
    assert box
    assert box["width"] == box["height"] > 40
    # What only a screen needs is not there.
    assert names.word("reading", "call") not in text
    assert names.word("page", "related") not in text


def test_other_pages_are_a4(page: Page, address: str) -> None:
    page.goto(f"{address}en/guides/staying-calm/")
    assert millimetres(printed(page)) == A4


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_is_light_whatever_the_screen(browser: Browser, address: str, scheme: str) -> None:
    context = browser.new_context()
    context.add_init_script(f"localStorage.setItem('handbook.scheme', '{scheme}')")
    page = context.new_page()
    page.emulate_media(color_scheme="dark", media="print")
    page.goto(f"{address}hr/scenarios/swearing/")
    colours = page.evaluate(
        "() => { const of = (s) => getComputedStyle(document.querySelector(s));"
        " return [of('html').backgroundColor, of('body').backgroundColor, of('.own .spoken').color,"
        " of('#say + ul > li').backgroundColor]; }"
    )
    assert colours[1:] == ["rgb(255, 255, 255)", "rgb(0, 0, 0)", "rgb(238, 244, 243)"]
    assert colours[0] in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)")
    context.close()
