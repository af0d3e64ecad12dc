"""axe-core on a page, and the states a page can be in.

`python -m tests.website.axe SITE [PREFIX]` looks at every page of a built site in every state, width and
colour scheme, and at what goes wrong while it loads, which takes a while; the tests look at a sample.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources
from itertools import chain
from pathlib import Path

from playwright.sync_api import Error, Frame, Page

from tests.website.building import served
from tests.website.crawling import crawl
from tests.website.visiting import every_page, visited

WIDTHS = (320, 390, 1280)
SCHEMES = ("light", "dark")
# A colour scheme and a width in pixels.
Look = tuple[str, int]
LOOKS: tuple[Look, ...] = tuple((scheme, width) for scheme in SCHEMES for width in WIDTHS)

# WCAG up to 2.2 AA and axe's own advice; target-size is off unless its tag is named.
_OPTIONS = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "resultTypes": ["violations"],
}
# A word that finds something, in each language.
_FINDS = {"pl": "zwrot", "hr": "povrat", "en": "refund"}
_RUN = """async ([part, options]) => {
  const { violations } = await axe.run(part ?? document, options);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(" ")}: ${node.html.slice(0, 160)}`));
}"""
_WIDER = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


@cache
def _script() -> str:
    return resources.files("axe_playwright_python").joinpath("axe.min.js").read_text("utf8")


def faults(page: Page | Frame, part: str | None = None) -> list[str]:
    """What axe finds on a page as it is now, or in a part of it, a line each."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(_script())
    return [str(fault) for fault in page.evaluate(_RUN, [part, _OPTIONS])]


def states(page: Page, *, searching: bool = True, menus: bool = True) -> Iterator[tuple[str, str | None]]:
    """Put a page into each of its states, one after the other; at the end it is at rest again.

    At rest and unfolded, then with each menu open, in call mode, and with the search open.

    Args:
        searching: whether the search is opened, too.
        menus: whether the menus are.

    Yields:
        The state's name and the part of the page it is about, None for all of it.
    """
    if page.locator("details").count():
        page.evaluate("() => document.querySelectorAll('details').forEach((all) => (all.open = true))")
    yield "at rest", None
    for button in page.locator("button[popovertarget]").all() if menus else ():
        if button.is_visible():
            name = button.get_attribute("popovertarget")
            button.click()
            yield f"{name} open", f"#{name}"
            page.keyboard.press("Escape")
    if page.locator(".call-open").count():
        page.locator(".call-open").click()
        yield "call mode", "dialog[open]"
        page.keyboard.press("Escape")
    search = page.locator(".finding input")
    if searching and search.count():
        opener = page.locator(".finding-open")
        (opener if opener.is_visible() else search).click()
        search.fill("")
        search.press_sequentially(_FINDS[page.locator("html").get_attribute("lang") or "en"])
        page.locator("#finding-panel a").first.wait_for()
        yield "search open", ".finding"
        page.keyboard.press("Escape")


def in_all_states(
    page: Page, address: str, looks: Iterable[Look] = LOOKS, *, searching: bool = True, menus: bool = True
) -> Iterator[str]:
    """What axe finds on a page in every state, and where it is too wide.

    Args:
        address: the page's address; what is found is named by it.
        looks: the colours and widths to look at it in.
        searching: whether the search is opened, too.
        menus: whether the menus are.
    """
    page.goto(address)
    for scheme, width in looks:
        # A colour that is still changing would be measured as it is halfway.
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
        page.set_viewport_size({"width": width, "height": 800})
        for state, part in states(page, searching=searching, menus=menus):
            where = f"{address}, {state}, {width} px, {scheme}"
            yield from (f"{where}: {fault}" for fault in faults(page, part))
            if page.evaluate(_WIDER):
                yield f"{where}: the page scrolls sideways"


def main(site: Path, prefix: str = "/") -> int:
    """Look at all pages, as they load and in all states; what is found is printed as it is found.

    Args:
        site: the folder of the built handbook.
        prefix: the path it was built for.

    Returns:
        The exit code: 1 where anything was found.
    """
    files = sorted(site.rglob("*.html"), key=lambda path: path.stat().st_size, reverse=True)
    read = set(every_page(site))

    def look(page: Page, path: Path) -> Iterator[str]:
        address = f"{root}{path.relative_to(site)}".removesuffix("index.html")
        # From the root a reader would be sent on to a language.
        address = f"{address}#choose" if address == root else address
        try:
            found = in_all_states(page, address)
            for fault in chain(visited(page, root, site, path), found) if path in read else found:
                print(fault, flush=True)
                yield fault
        except Error as error:
            told = f"{address}: it could not be looked at in all states: {error.message}"
            print(told, flush=True)
            yield told

    with served(site, prefix) as root:
        found = crawl(files, look)
    print(f"axe: {len(files)} pages in all states, widths and schemes, {len(found)} faults")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *sys.argv[2:]))
