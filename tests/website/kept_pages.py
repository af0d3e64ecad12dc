"""What the worker keeps of a site, and a site that can be changed and switched off meanwhile."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page

from tests.website.building import served

# What the worker keeps, under a name that has its version and the site's address.
_OPEN = 'caches.open((await caches.keys()).find((name) => name.startsWith("handbook-2 ")) ?? "none")'
KEPT = f"""async () => (await (await {_OPEN}).keys()).map((request) => request.url)"""
TEXT = f"""async (url) => (await (await (await {_OPEN}).match(url))?.text()) ?? null"""
PLANT = f"""async ([urls, text]) => {{
  const cache = await {_OPEN};
  const headers = {{ "Content-Type": "text/html; charset=utf-8" }};
  for (const url of urls) await cache.put(url, new Response(text, {{ headers }}));
}}"""


class Served:
    """A copy of the site that can be changed, on a server that can be switched off and on."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self._stack = ExitStack()
        self.address = self._stack.enter_context(served(site, "/handbook/"))

    def off(self) -> None:
        self._stack.close()

    def on(self) -> None:
        port = urlsplit(self.address).port
        assert port
        self._stack.enter_context(served(self.site, "/handbook/", port))


def listed(site: Path, code: str) -> dict[str, str]:
    found: dict[str, str] = json.loads((site / code / "offline.json").read_text("utf8"))
    return found


def wait_until(page: Page, condition: Callable[[], bool]) -> None:
    """Ask until it is so; what a worker does is announced by no event that a page gets."""
    for _ in range(300):
        if condition():
            return
        page.wait_for_timeout(200)
    raise AssertionError("it has not come about within a minute")


def wait_until_kept(page: Page, server: Served, code: str) -> None:
    wanted = {server.address + path for path in listed(server.site, code)}
    wait_until(page, lambda: wanted <= set(page.evaluate(KEPT)))


def keep_now(page: Page, server: Served, code: str) -> None:
    """Open a language's first page, and let the worker begin at once, as it does when a network is back.

    By itself it waits for some seconds, as in the first test of a page without a network.
    """
    page.goto(f"{server.address}{code}/")
    page.evaluate("dispatchEvent(new Event('online'))")
    wait_until_kept(page, server, code)
