"""Many pages looked at together: each core of the machine drives a
browser of its own, as a page at a time would leave the others idle.
"""

from __future__ import annotations

import os
import queue
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from playwright.sync_api import Page

from tools.browser import chromium, executable

Job = TypeVar("Job")
# In milliseconds.
PATIENCE = 120_000


def crawl(jobs: Iterable[Job], look: Callable[[Page, Job], Iterable[str]]) -> list[str]:
    """Look at many things, a few at a time.

    Args:
        jobs: what to look at; the longest first keep all browsers busy to the end.
        look: says what it finds about one of them, in a page that others use before and after: its
            browser has their files already, as a reader's has.

    Returns:
        All that was found, in the order of the jobs.
    """
    waiting: queue.SimpleQueue[tuple[int, Job]] = queue.SimpleQueue()
    for numbered in enumerate(jobs):
        waiting.put(numbered)
    found: dict[int, list[str]] = {}
    executable()

    def work() -> None:
        # Playwright belongs to the thread that started it.
        with chromium() as browser:
            # A worker would fetch the whole handbook meanwhile.
            page = browser.new_context(service_workers="block").new_page()
            # All cores are busy, so that a click may take its time.
            page.set_default_timeout(PATIENCE)
            while True:
                try:
                    number, job = waiting.get_nowait()
                except queue.Empty:
                    return
                found[number] = list(look(page, job))

    hands = min(os.cpu_count() or 1, waiting.qsize())
    with ThreadPoolExecutor(hands) as pool:
        for done in [pool.submit(work) for _ in range(hands)]:
            done.result()
    return [line for _, lines in sorted(found.items()) for line in lines]
