"""Waiting for a page to come to rest: as long as it takes, and no longer."""

from __future__ import annotations

import time

from playwright.sync_api import Page, Request

# Until the browser has drawn the page and has nothing else to do.
_TURN = "() => new Promise((done) => requestAnimationFrame(() => requestIdleCallback(done)))"
# Turns without a request in between: a script that has come may ask for the next.
_QUIET = 3
# In seconds.
_PATIENCE = 60


def arrive(page: Page, url: str) -> None:
    """Load a page, and wait until all is there that its scripts ask for.

    Raises:
        AssertionError: it does not come to rest.
    """
    under_way: set[Request] = set()

    def begun(request: Request) -> None:
        under_way.add(request)

    def ended(request: Request) -> None:
        under_way.discard(request)

    page.on("request", begun)
    page.on("requestfinished", ended)
    page.on("requestfailed", ended)
    try:
        page.goto(url)
        quiet, until = 0, time.monotonic() + _PATIENCE
        while quiet < _QUIET:
            assert time.monotonic() < until, [request.url for request in under_way]
            page.evaluate(_TURN)
            quiet = 0 if under_way else quiet + 1
    finally:
        page.remove_listener("request", begun)
        page.remove_listener("requestfinished", ended)
        page.remove_listener("requestfailed", ended)
