"""Measure the search beside stock Material and Pagefind, on the same text, in one run and one browser.

    make bench-search              the handbook, then 1,000 pages a language
    make bench-search PAGES=0      the handbook alone

Recall is by the query sets of tests/search/queries: those of ours, and those of staff. Bytes are those
of all files that the first result needs, each with gzip -9. Ready is the time from a page's load to the
first result of a word that is typed at once. A keystroke is the time from the key to what it shows.
What the search adds to the build is measured against the same build without any, beside what Material's
own search adds.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from handbook.languages import CODES
from tests.support.project import HANDBOOK
from tests.website.building import copy_handbook, mkdocs
from tools.bench.engines import ASK, Result, ask
from tools.bench.probe import cpu
from tools.bench.scaling import scaled
from tools.bench.stock import other_search, stock
from tools.bench.tables import head, row
from tools.browser import find_browser


def main(pages: int = 3000) -> None:
    """Measure at the handbook's size, and with this many pages in all unless it is 0."""
    path = find_browser()
    if path is None:
        sys.exit("no Chrome or Chromium: run `python -m tools.install.browser`")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=str(path), args=arguments)
        _measure(browser, Path(folder) / "small", HANDBOOK, "the handbook")
        if pages:
            large = scaled(Path(folder) / "large-project", pages)
            _measure(browser, Path(folder) / "large", large, f"{pages // len(CODES)} pages a language")
        browser.close()


def _measure(browser: Browser, folder: Path, project: Path, title: str) -> None:
    ours, theirs = folder / "ours", folder / "stock"
    projects = {
        "none": other_search(project, folder / "none-project", ""),
        "stock": other_search(project, folder / "stock-project", "  - search\n"),
        # A copy as well: the history of the pages is read where there is one.
        "ours": copy_handbook(folder / "ours-project", project),
    }
    took: dict[str, list[float]] = defaultdict(list)
    # In turns, so that what else the machine does weighs on all.
    for _ in range(3 if project == HANDBOOK else 1):
        for name, source in projects.items():
            took[name].append(_build(source, ours if name == "ours" else folder / "built"))
    stock(ours, folder, theirs)
    start = cpu()
    subprocess.run(
        [sys.executable, "-m", "pagefind", "--site", ours, "--root-selector", "main", "--quiet"], check=True
    )
    pagefind = cpu() - start
    bare = min(took["none"])
    head(f"{title}: seconds of computing", *took, "Pagefind")
    row("building the site with this search", *(f"{min(times):.1f}" for times in took.values()), "")
    added = [f"{min(times) / bare - 1:+.0%}" for times in took.values()]
    row("what the search adds", *added, f"{pagefind / bare:+.0%}")
    results = {
        (engine, code): ask(browser, engine, theirs if engine == "stock" else ours, code)
        for engine in ASK
        for code in CODES
    }
    _table(results)


def _build(project: Path, target: Path) -> float:
    """Seconds of computing for a build."""
    start = cpu()
    switches = {"SITE_URL": "https://example.org/handbook/", "HANDBOOK_CACHE": "off"}
    done = mkdocs(project, "build", "--site-dir", str(target), **switches)
    if done.returncode:
        sys.exit(done.stdout)
    return cpu() - start


def _table(results: dict[tuple[str, str], Result]) -> None:
    for code in CODES:
        found = [results[engine, code] for engine in ASK]
        head(code, *ASK)
        for category in found[0].recall:
            row(f"  {category}", *(f"{_mean(result.recall[category]):.2f}" for result in found))
        everything = [[hit for hits in result.recall.values() for hit in hits] for result in found]
        row("  top 3, all", *(f"{_mean(hits):.3f}" for hits in everything))
        for name in found[0].staff:
            row(f"  top 3, staff: {name}", *(f"{_mean(result.staff[name]):.3f}" for result in found))
        row("  kB to the first result", *(f"{result.size / 1000:.0f}" for result in found))
        row("  ready, ms", *(f"{statistics.median(result.ready):.0f}" for result in found))
        row("  keystroke p50, ms", *(f"{_part(result.keys, 50):.1f}" for result in found))
        row("  keystroke p95, ms", *(f"{_part(result.keys, 95):.1f}" for result in found))


def _mean(values: Sequence[bool]) -> float:
    return sum(values) / len(values)


def _part(values: Sequence[float], percent: int) -> float:
    return sorted(values)[min(len(values) - 1, len(values) * percent // 100)]


if __name__ == "__main__":
    main(int(os.environ.get("PAGES", "3000")))
