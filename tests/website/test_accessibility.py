"""Pages of each kind in every state, looked at by axe; all language links; and what axe cannot see."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Page
from selectolax.lexbor import LexborHTMLParser

from tests.website.axe import LOOKS, SCHEMES, Look, faults, in_all_states
from tests.website.building import served
from tests.website.conftest import PREFIX
from tests.website.crawling import crawl
from tests.website.sampling import cover
from tests.website.visiting import every_page, ids, visited, whereabouts

LANGUAGES = ("pl", "hr", "en")
CARD = "scenarios/refund-after-deadline/"
# One page of each kind: the longest, which are looked at in light colours, and the others.
LONG = (
    "reference/sources/",
    "editing/rules/",
    "practise/",
    "new/",
    "reference/glossary/",
    "reference/contradictions/",
    "phrasebook/",
)
KINDS = (
    *LONG,
    "decide/",
    "find/",
    "learn/",
    CARD,
    "scenarios/",
    "guides/staying-calm/",
    "editing/",
    "editing/status/",
    "",
    "404.html",
)
# Where the search is opened: it is the same on all pages, but that the home page has a box of its own. So are
# the menus, which are opened on all but the longest: axe goes through a whole page for a part of it, too.
SEARCHED = (CARD, "")


def test_every_language_link_of_every_page_leads_to_it_in_that_language(site: Path) -> None:
    """The links as they are built, which scripts only add the reader's place to; each place is there."""
    wrong = []
    pages = every_page(site)
    for code in LANGUAGES:
        assert len([path for path in pages if whereabouts(site, path)[0] == code]) > 70
    for path in pages:
        code, below = whereabouts(site, path)
        html = LexborHTMLParser(path.read_text("utf8"))
        links = {link.attributes["data-language"]: link for link in html.css("a[data-language]")}
        assert links.keys() == set(LANGUAGES), path
        for other, link in links.items():
            led = urljoin(f"{PREFIX}{code}/{below}", link.attributes["href"] or "")
            if led != f"{PREFIX}{other}/{below}" or "data-untranslated" in link.attributes:
                wrong.append(f"{code}/{below} to {other}: {led}")
        own = {node.attributes["id"] for node in html.css("main [id]")}
        for other in LANGUAGES:
            lost = own - ids(site / str(other) / below / "index.html")
            wrong += [f"{code}/{below}: {other} has no #{id}" for id in sorted(map(str, lost))]
    assert wrong == []


def seen_kinds() -> list[tuple[str, str, tuple[Look, ...]]]:
    """Each kind of page with a language and a width and colours to look at it in, a card in all of them.

    All languages, widths and colours come in turn, so that each has some kinds. What no kind shows in light
    colours is looked at in these on other pages, so that no long page is looked at twice.
    """

    def look(at: int, kind: str) -> Look:
        return LOOKS[(at + at // 3) % 3 + (0 if kind in LONG else 3)]

    return [
        (LANGUAGES[at % 3], kind, LOOKS if kind == CARD else (look(at, kind),))
        for at, kind in enumerate(KINDS)
    ]


def test_a_sample_loads_is_accessible_in_every_state_and_keeps_the_readers_place(
    address: str, site: Path
) -> None:
    """Each kind of page in all its states; what no kind shows in light colours, at rest on pages that have
    it: no fault, no lost place, no error, no missing file. `make audit` looks at every page in everything,
    at the longest with their menus open, too."""
    kinds = {
        site / code / (kind if kind.endswith(".html") else f"{kind}index.html"): looks
        for code, kind, looks in seen_kinds()
    }
    assert {looks[0] for looks in kinds.values() if len(looks) == 1} == set(LOOKS)
    light = [path for path, looks in kinds.items() if any(scheme == "light" for scheme, _ in looks)]
    at_rest = set(cover(site, LANGUAGES, light))
    sample = kinds.keys() | at_rest
    assert {path.relative_to(site).parts[0] for path in sample} == set(LANGUAGES)

    def look(page: Page, path: Path) -> Iterator[str]:
        if path.name == "index.html":
            yield from visited(page, address, site, path)
        url = f"{address}{path.relative_to(site)}".removesuffix("index.html")
        if path in kinds:
            below = whereabouts(site, path)[1] if path.name == "index.html" else path.name
            yield from in_all_states(
                page, url, kinds[path], searching=below in SEARCHED, menus=below not in LONG
            )
        if path not in at_rest:
            return
        page.set_viewport_size({"width": 1280, "height": 800})
        page.emulate_media(color_scheme="light", reduced_motion="reduce")
        page.goto(url)
        yield from (f"{url}: {fault}" for fault in faults(page))

    assert crawl(sorted(sample, key=lambda path: path.stat().st_size, reverse=True), look) == []


def test_a_page_that_alone_has_something_is_in_the_sample(tmp_path: Path) -> None:
    texts = {"a": "<p>A", "b": "<p>A", "c": "<p class=x>A", "d": "<p role=note>A", "e": "<ul><li><p>A</ul>"}
    for number, (name, text) in enumerate(texts.items()):
        file = tmp_path / ("pl" if number % 2 else "hr") / name / "index.html"
        file.parent.mkdir(parents=True)
        file.write_text(f"<body>{text}", "utf8")
    chosen = {path.parent.name for path in cover(tmp_path, ("pl", "hr"))}
    assert chosen >= {"c", "d", "e"}
    assert len(chosen) < len(texts)
    # Nor is a page chosen for what another one has that is looked at anyway.
    seen = [next(tmp_path.glob("*/c/index.html")), next(tmp_path.glob("*/d/index.html"))]
    assert {path.parent.name for path in cover(tmp_path, ("pl", "hr"), seen)} == {"e"}


def test_what_is_wrong_with_a_page_is_seen(browser: Browser, site: Path, tmp_path: Path) -> None:
    """The sample's eyes: a page with a fault of each kind."""
    place = tmp_path / "hr" / CARD / "index.html"
    place.parent.mkdir(parents=True)
    html = (site / "hr" / CARD / "index.html").read_text("utf8")
    planted = '<h2 id="lost">x</h2><img src="nothing.png"><p style="width: 2000px">x</p>'
    place.write_text(html.replace("</article>", f"{planted}</article>"), "utf8")
    for code in ("pl", "en"):
        other = tmp_path / code / CARD / "index.html"
        other.parent.mkdir(parents=True)
        shutil.copy(site / code / CARD / "index.html", other)
    shutil.copy(site / "404.html", tmp_path)
    for folder in ("assets", "hr/search"):
        (tmp_path / folder).symlink_to(site / folder)
    page = browser.new_page(service_workers="block", bypass_csp=True)
    with served(tmp_path, PREFIX) as address:
        told = " ".join([*visited(page, address, tmp_path, place), *in_all_states(page, page.url, LOOKS[:1])])
    page.close()
    for wrong in ("pl has no #lost", "en has no #lost", "404: ", "image-alt: ", "scrolls sideways"):
        assert wrong in told, told


@pytest.mark.parametrize("name", ["index.html#choose", "404.html", "edit/index.html"])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_pages_in_all_languages_are_accessible(
    browser: Browser, address: str, name: str, scheme: Any
) -> None:
    context = browser.new_context(color_scheme=scheme, locale="fi-FI")
    page = context.new_page()
    page.goto(f"{address}{name}")
    found = faults(page)
    context.close()
    assert found == []


def test_nothing_moves_for_who_wants_no_motion(browser: Browser, address: str) -> None:
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{address}en/{CARD}")
    moving = page.evaluate(
        """() => [...document.querySelectorAll("*")].filter((element) => {
          const style = getComputedStyle(element);
          const some = (times) => times.split(",").some((time) => parseFloat(time) > 0);
          return some(style.transitionDuration) || some(style.animationDuration) ||
            style.scrollBehavior === "smooth";
        }).map((element) => element.outerHTML.slice(0, 80))"""
    )
    context.close()
    assert moving == []
