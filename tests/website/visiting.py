"""A visit to a page of the handbook: what goes wrong while it loads, and where its language links lead."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import ConsoleMessage, Error, Page, Request, Response
from selectolax.lexbor import LexborHTMLParser

from handbook.languages import CODES

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


def visited(page: Page, address: str, site: Path, path: Path) -> Iterator[str]:
    """Load a page, look at it, and say what went wrong and which places its language links lose.

    Args:
        page: a browser's page to load it in; it stays there.
        address: the address of the served handbook.
        site: the folder of the built handbook.
        path: the page's file below it, the index of a folder of a language.
    """
    code, below = whereabouts(site, path)
    with _watched(page, address) as problems:
        page.set_viewport_size({"width": 1280, "height": 800})
        page.goto(f"{address}{code}/{below}")
        for other, id, url, untranslated in page.evaluate(_PLACES):
            expected = f"{address}{other}/{below}?h=x" + (f"#{id}" if id else "")
            if untranslated or url != expected:
                problems.append(f"to {other} at #{id}: {url}")
            elif id in ids(path) and id not in ids(site / other / below / "index.html"):
                problems.append(f"{other} has no #{id}")
    yield from (f"{code}/{below}: {problem}" for problem in problems)


def every_page(site: Path) -> list[Path]:
    """The file of each page in each language, but for those that only lead on from a former address."""
    pages = [path for code in CODES for path in sorted(site.glob(f"{code}/**/index.html"))]
    return [path for path in pages if "assets/moved.js" not in path.read_text("utf8")]


def whereabouts(site: Path, path: Path) -> tuple[str, str]:
    """A page's language, and its address below the language's own."""
    code, *folders = path.parent.relative_to(site).parts
    return code, "".join(f"{folder}/" for folder in folders)


@cache
def ids(path: Path) -> frozenset[str]:
    """The ids in a page as it was built, without those that a script brings."""
    found = LexborHTMLParser(path.read_text("utf8")).css("[id]")
    return frozenset(node.attributes["id"] or "" for node in found)


def errors_of(page: Page) -> list[str]:
    """The errors of a page's scripts and in its console, to which those that are still to come are added."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    return errors


@contextmanager
def _watched(page: Page, address: str) -> Iterator[list[str]]:
    """Note what goes wrong meanwhile: errors, what is not there, and what is asked of other hosts."""
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
    try:
        yield problems
    finally:
        for event, handler in handlers.items():
            page.remove_listener(event, handler)
