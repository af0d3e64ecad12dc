"""Asking a search in a real browser, as a reader does: what it finds, what it loads, how soon it shows it."""

from __future__ import annotations

import gzip
import re
import sys
import time
from collections import defaultdict
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser, Page, Request

from tests.search.queries import Query, queries, staff_queries, wait_for_all
from tests.website.building import served
from tools.bench.scaling import original

# One way to ask each: gives the addresses of what is found, best first, and the milliseconds it took.
ASK = {
    "ours": """async (query) => {
      const input = document.querySelector(".finding input");
      const panel = document.querySelector(".finding-panel");
      return self.asked(query, panel, () => {
        input.value = query;
        input.dispatchEvent(new InputEvent("input", { bubbles: true }));
      }, () => [...panel.querySelectorAll("li.finding-result h2 a")]);
    }""",
    "stock": """async (query) => {
      const input = document.querySelector(".md-search__input");
      const panel = document.querySelector(".md-search-result");
      document.querySelector("#__search").checked = true;
      return self.asked(query, panel, () => {
        input.focus();
        input.value = query;
        input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true, key: "a" }));
      }, () => [...panel.querySelectorAll("a.md-search-result__link")]);
    }""",
    "pagefind": """async (query) => {
      const start = performance.now();
      self.pagefind ??= await import(new URL("pagefind/pagefind.js", self.root).href);
      const found = await self.pagefind.search(query);
      const pages = await Promise.all((found?.results ?? []).slice(0, 3).map((result) => result.data()));
      return [pages.map((page) => new URL(page.url, location.href).href), performance.now() - start];
    }""",
}
# Waits for the first change that a query makes; one that changes nothing for a second counts as none.
_HELPER = """(root) => {
  self.root = root;
  self.asked = async (query, panel, type, links) => {
    const start = performance.now();
    let observer;
    const changed = new Promise((resolve) => {
      observer = new MutationObserver(() => resolve(performance.now() - start));
      observer.observe(panel, { childList: true, subtree: true, characterData: true });
      setTimeout(() => resolve(null), 1000);
    });
    type();
    const took = await changed;
    observer.disconnect();
    return [links().map((link) => link.href), took];
  };
}"""
_NEEDED = ("search", "lunr", "pagefind")
_LATER = re.compile(r"search/(rest|texts-\d+)\.json$")


@dataclass
class Result:
    """What was measured of one engine on one site."""

    recall: dict[str, list[bool]] = field(default_factory=lambda: defaultdict(list))
    staff: dict[str, list[bool]] = field(default_factory=lambda: defaultdict(list))
    """The same for what staff type, by the name of the set."""
    size: int = 0
    ready: list[float] = field(default_factory=list)
    keys: list[float] = field(default_factory=list)


def ask(browser: Browser, engine: str, site: Path, code: str) -> Result:
    """Put the queries of a language to a search.

    Args:
        engine: a key of ASK.
        site: the folder of the built site that has this search.
    """
    result = Result()
    asked = list(queries(code))
    with served(site, "/handbook/") as address:
        base = f"{address}{code}/"
        for _ in range(5):
            page = _page(browser, engine)
            requested: set[str] = set()
            # What the first result comes without is no part of what it needs.
            page.context.route("**/search/rest.json", lambda route: route.abort())
            page.context.on("request", partial(_keep, requested))
            start = time.perf_counter()
            _first(page, engine, address, base, asked[0].text)
            result.ready.append((time.perf_counter() - start) * 1000)
            page.wait_for_timeout(300)
            result.size = sum(len(gzip.compress((site / path).read_bytes(), 9)) for path in requested)
            page.context.close()
        page = _page(browser, engine)
        _first(page, engine, address, base, asked[0].text)
        if engine == "ours":
            wait_for_all(page, base)
        for query in asked:
            result.recall[query.category].append(_found(page, engine, base, query))
        for name, told in staff_queries(code).items():
            result.staff[name] = [_found(page, engine, base, query) for query in told]
        for query in asked[::6]:
            for length in range(1, len(query.text) + 1):
                _, took = page.evaluate(ASK[engine], query.text[:length])
                if took is not None:
                    result.keys.append(took)
        page.context.close()
    return result


def _page(browser: Browser, engine: str) -> Page:
    # Our pages' policy forbids the WebAssembly that Pagefind is made of.
    page = browser.new_context(bypass_csp=engine == "pagefind").new_page()
    page.set_default_timeout(120_000)
    return page


def _first(page: Page, engine: str, address: str, base: str, word: str) -> None:
    """Load a page, turn to the search at once, and wait for a result."""
    page.goto(base, wait_until="domcontentloaded")
    page.evaluate(_HELPER, address)
    if engine == "ours":
        page.locator(".finding input").click()
    deadline = time.monotonic() + 120
    while True:
        found, _ = page.evaluate(ASK[engine], word)
        if found:
            return
        if time.monotonic() > deadline:
            sys.exit(f"{engine}: no result for {word!r} at {base}")


def _keep(requested: set[str], request: Request) -> None:
    path = request.url.partition("/handbook/")[2].partition("?")[0]
    if any(part in path for part in _NEEDED) and not _LATER.search(path):
        requested.add(path)


def _found(page: Page, engine: str, base: str, query: Query) -> bool:
    """Whether the first three hold a page that is wanted; in a handbook made larger, or a copy of it."""
    links, _ = page.evaluate(ASK[engine], query.text)
    first = list(dict.fromkeys(str(link).split("#")[0].split("?")[0] for link in links))[:3]
    return not {base + path for path in query.wanted}.isdisjoint(map(original, first))
