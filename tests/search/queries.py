"""The query sets, and asking the handbook's own search box in a browser."""

# ruff: noqa: E501  The script in the page is JavaScript.

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml
from playwright.sync_api import Page

_PAGES = ("practise", "decide", "phrasebook", "find")

# Types into the box as a person does and tells the addresses of what is shown, best first.
_ASK = """async ([query, base]) => {
  const box = document.querySelector(".finding");
  const input = box.querySelector("input");
  const panel = box.querySelector(".finding-panel");
  const shown = new Promise((resolve) => {
    new MutationObserver((_, observer) => { observer.disconnect(); resolve(); }).observe(panel, { childList: true });
  });
  input.value = query;
  input.dispatchEvent(new InputEvent("input", { bubbles: true }));
  await shown;
  const links = [...panel.querySelectorAll("li.finding-result h2 a")];
  return links.map((link) => new URL(link.href).pathname.slice(new URL(base).pathname.length));
}"""


# The search that the page's own box asks: servers may keep the scripts below a folder of the release.
CONNECT = """const { src } = document.querySelector("script[src$='/handbook.js']");
  const { connect } = await import(new URL("search/client.js", src).href);"""

# How many pages there are is asked of the whole index only.
_COUNT = f"""async (base) => {{
  {CONNECT}
  await connect(base).count("a");
}}"""


@dataclass(frozen=True)
class Query:
    """What is typed, and the addresses that are meant, relative to the language's folder."""

    category: str
    text: str
    wanted: tuple[str, ...]


def queries(code: str) -> Iterator[Query]:
    """The query set of a language."""
    text = Path(__file__).with_name("queries").joinpath(f"{code}.yml").read_text("utf8")
    for category, found in yaml.safe_load(text).items():
        for query, pages in found.items():
            yield Query(category, str(query), tuple(map(_address, pages.split())))


def staff_queries(code: str) -> dict[str, list[Query]]:
    """The sets that others wrote as staff type, by their names: from titles and situations alone, or the trade's."""
    folder = Path(__file__).with_name("queries").joinpath("staff")
    found = {}
    for file in sorted(folder.glob(f"*-{code}.yml")):
        name = file.stem.removesuffix(f"-{code}")
        read = yaml.safe_load(file.read_text("utf8"))
        found[name] = [
            Query(name, str(q), tuple(map(_address, str(pages).split()))) for q, pages in read.items()
        ]
    return found


def _address(page: str) -> str:
    path = page if "/" in page or page in _PAGES else f"scenarios/{page}"
    return f"{path}/".removesuffix("index/")


def turn_to_search(page: Page, base: str) -> None:
    """Open a language's home and its search, and wait until that is ready, with all of its index."""
    page.goto(base)
    page.locator(".finding input").click()
    page.locator(".finding-doors").wait_for()
    wait_for_all(page, base)


def wait_for_all(page: Page, base: str) -> None:
    """Wait until the rest of the index has come, which the box of the page fetches."""
    page.evaluate(_COUNT, base)


def ask(page: Page, base: str, query: str) -> list[str]:
    """The addresses that the search box shows for a query, best first."""
    found: list[str] = page.evaluate(_ASK, [query, base])
    return found
