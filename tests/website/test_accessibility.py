"""Every page once and each kind of page in every state, looked at by axe; and what axe cannot see."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Request, Response, expect

from tests.website.axe import SCHEMES, faults, in_all_states
from tests.website.crawling import crawl

LANGUAGES = ("pl", "hr", "en")
CARD = "scenarios/refund-after-deadline/"
# One page of each kind; the longest first.
KINDS = (
    "reference/sources/",
    "editing/rules/",
    "practise/",
    "reference/glossary/",
    "reference/contradictions/",
    "phrasebook/",
    "decide/",
    "find/",
    "learn/",
    "new/",
    CARD,
    "scenarios/",
    "guides/staying-calm/",
    "editing/",
    "editing/status/",
    "",
    "404.html",
)

# For each section of the page, where the language links would lead from there.
_PLACES = """() => {
  const own = [...document.querySelectorAll("main [id]")].map((element) => element.id);
  const button = document.querySelector("button[popovertarget=languages]");
  const found = [];
  for (const id of ["", ...own]) {
    history.replaceState(null, "", `${location.pathname}?h=x${id && `#${id}`}`);
    button.click();
    for (const link of document.querySelectorAll("a[data-language]")) {
      found.push([link.dataset.language, id, link.href, "untranslated" in link.dataset]);
    }
    button.click();
  }
  return found;
}"""


def test_every_page_is_accessible_and_every_language_link_keeps_its_place(address: str, site: Path) -> None:
    """A crawl of all pages: no fault, no lost place, no error, no missing file."""
    pages = {code: sorted((site / code).rglob("index.html")) for code in LANGUAGES}
    assert min(map(len, pages.values())) > 70
    found = [path for paths in pages.values() for path in paths]
    found.sort(key=lambda path: path.stat().st_size, reverse=True)
    assert crawl(found, lambda page, path: _crawled(page, address, site, path)) == []


def _crawled(page: Page, address: str, site: Path, path: Path) -> list[str]:
    """What is wrong with a page, what went wrong while it loaded, and the places its language links lose."""
    code, *folders = path.parent.relative_to(site).parts
    below = "".join(f"{folder}/" for folder in folders)
    problems: list[str] = []

    def request(sent: Request) -> None:
        if not sent.url.startswith((address, "data:")):
            problems.append(f"asks {sent.url}")

    def response(got: Response) -> None:
        if got.status >= 400:
            problems.append(f"{got.status}: {got.url}")

    def console(said: ConsoleMessage) -> None:
        if said.type == "error":
            problems.append(said.text)

    def error(thrown: Error) -> None:
        problems.append(str(thrown))

    handlers: dict[Any, Any] = {
        "request": request,
        "response": response,
        "console": console,
        "pageerror": error,
    }
    for event, handler in handlers.items():
        page.on(event, handler)
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{address}{code}/{below}")
    problems += faults(page)
    own = _ids(path)
    for other, id, url, untranslated in page.evaluate(_PLACES):
        expected = f"{address}{other}/{below}?h=x" + (f"#{id}" if id else "")
        if untranslated or url != expected:
            problems.append(f"to {other} at #{id}: {url}")
        elif id in own and id not in _ids(site / other / below / "index.html"):
            problems.append(f"{other} has no #{id}")
    for event, handler in handlers.items():
        page.remove_listener(event, handler)
    return [f"{code}/{below}: {problem}" for problem in problems]


@cache
def _ids(path: Path) -> set[str]:
    """The ids in a page as it was built, without those that a script brings."""
    return {part.partition('"')[0] for part in path.read_text("utf8").split(' id="')[1:]}


def test_each_kind_of_page_is_accessible_in_every_state(address: str) -> None:
    assert crawl([f"{address}hr/{path}" for path in KINDS], in_all_states) == []


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


# What has the focus, whether it can be seen, and whether something lies over it.
_FOCUS = """() => {
  const focused = document.activeElement;
  if (focused === document.body) return null;
  // A link that goes over two lines has a box for each.
  const [box] = focused.getClientRects();
  const x = Math.min(Math.max(box.left + Math.min(box.width, 20) / 2, 0), innerWidth - 1);
  const y = box.top + Math.min(box.height, 20) / 2;
  const over = document.elementFromPoint(x, y);
  const shown =
    over !== null && (focused.contains(over) || over.contains(focused) || over.tagName === "LABEL");
  const name = `${focused.tagName} ${focused.className} ${focused.textContent.trim().slice(0, 30)}`;
  return { name, shown, inMenu: focused.closest("#menu") !== null, y };
}"""


@pytest.mark.parametrize("size", [(1280, 720), (390, 800), (320, 256)], ids=["desktop", "phone", "400% zoom"])
def test_tab_reaches_everything_and_never_a_place_that_is_hidden(
    browser: Browser, address: str, size: tuple[int, int]
) -> None:
    context = browser.new_context(viewport={"width": size[0], "height": size[1]})
    page = context.new_page()
    page.goto(f"{address}pl/{CARD}")
    seen = []
    for _ in range(150):
        page.keyboard.press("Tab")
        focus = page.evaluate(_FOCUS)
        if focus is None:
            break
        seen.append(focus)
    hidden = [focus["name"] for focus in seen if not focus["shown"]]
    in_menu = [focus for focus in seen if focus["inMenu"]]
    context.close()
    assert len(seen) > 20
    assert hidden == []
    assert bool(in_menu) == (size[0] > 960), "the menu is reached where it is open and nowhere else"


def test_the_skip_link_moves_the_focus_into_the_page(page: Page, address: str) -> None:
    page.goto(f"{address}hr/{CARD}")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("name", ["menu", "languages"])
def test_a_menu_says_whether_it_is_open_and_escape_closes_it(
    browser: Browser, address: str, name: str
) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(f"{address}hr/{CARD}")
    button, opened = page.locator(f"button[popovertarget={name}]"), page.locator(f"#{name}")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(opened).to_be_hidden()
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(opened).to_be_visible()
    page.keyboard.press("Tab")
    assert page.evaluate(f"document.querySelector('#{name}').contains(document.activeElement)")
    page.keyboard.press("Escape")
    expect(opened).to_be_hidden()
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(button).to_be_focused()
    context.close()


@pytest.mark.parametrize("name", ["menu", "languages"])
def test_a_menu_closes_when_the_focus_leaves_it(browser: Browser, address: str, name: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(f"{address}pl/{CARD}")
    page.locator(f"button[popovertarget={name}]").press("Enter")
    page.locator(f"#{name} a, #{name} button").last.focus()
    page.keyboard.press("Tab")
    expect(page.locator(f"#{name}")).to_be_hidden()
    context.close()


@pytest.mark.parametrize("name", ["menu", "languages"])
def test_the_menus_open_without_scripts(browser: Browser, address: str, name: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(f"{address}en/{CARD}")
    page.locator(f"button[popovertarget={name}]").click()
    expect(page.locator(f"#{name} a").first).to_be_visible()
    context.close()


def test_no_single_key_leads_away(page: Page, address: str) -> None:
    page.goto(f"{address}en/{CARD}")
    for key in "abcdefghijklmnopqrstuvwxyz/.,?123":
        page.keyboard.press(key)
    # Call mode is the same page, and says so behind its address.
    assert page.url.split("?")[0] == f"{address}en/{CARD}"


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
