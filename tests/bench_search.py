"""Measure the search beside stock Material and Pagefind, on the same text, in one run and one browser.

    make bench-search              the handbook, then 1,000 pages a language
    make bench-search PAGES=0      the handbook alone

Recall is by the query sets of tests/search/queries. Bytes are those of all files that the first result
needs, each with gzip -9. Ready is the time from a page's load to the first result of a word that is
typed at once. A keystroke is the time from the key to what it shows. What the search adds to the build
is measured against the same build without any, beside what Material's own search adds.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser, Page, Request, sync_playwright

from handbook.languages import CODES
from tests.bench.scaling import scaled
from tests.browser import find_browser
from tests.project import HANDBOOK
from tests.search.queries import Query, queries
from tests.website.building import PARTS, mkdocs, served

# One way to ask each: gives the addresses of what is found, best first, and the milliseconds it took.
_ASK = {
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


@dataclass
class Result:
    """What was measured of one engine on one site."""

    recall: dict[str, list[bool]] = field(default_factory=lambda: defaultdict(list))
    size: int = 0
    ready: list[float] = field(default_factory=list)
    keys: list[float] = field(default_factory=list)


def main(pages: int = 3000) -> None:
    """Measure at the handbook's size, and with this many pages in all unless it is 0."""
    path = find_browser()
    if path is None:
        sys.exit("no Chrome or Chromium: run `python -m tests.browser`")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=str(path), args=arguments)
        _measure(browser, Path(folder) / "small", HANDBOOK, "the handbook")
        if pages:
            large = scaled(Path(folder) / "large-project", pages)
            _measure(browser, Path(folder) / "large", large, f"{pages // len(CODES)} pages a language")
        browser.close()


def _measure(browser: Browser, folder: Path, project: Path, title: str) -> None:
    ours, stock = folder / "ours", folder / "stock"
    projects = {
        "none": _other_search(project, folder / "none-project", ""),
        "stock": _other_search(project, folder / "stock-project", "  - search\n"),
        "ours": project,
    }
    took: dict[str, list[float]] = defaultdict(list)
    # In turns, so that what else the machine does weighs on all.
    for _ in range(3 if project == HANDBOOK else 1):
        for name, source in projects.items():
            took[name].append(_build(source, ours if name == "ours" else folder / "built"))
    _stock(ours, folder, stock)
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "pagefind", "--site", ours, "--root-selector", "main", "--quiet"], check=True
    )
    print(f"\n{title}: indexed by Pagefind in {time.perf_counter() - start:.1f} s")
    bare = min(took["none"])
    for name, times in took.items():
        print(f"  built with {name:6} search in {min(times):.1f} s ({min(times) / bare - 1:+.0%})")
    results = {
        (engine, code): _engine(browser, engine, stock if engine == "stock" else ours, code)
        for engine in _ASK
        for code in CODES
    }
    _table(results)


def _build(project: Path, target: Path) -> float:
    start = time.perf_counter()
    done = mkdocs(project, "build", "--site-dir", str(target), SITE_URL="https://example.org/handbook/")
    if done.returncode:
        sys.exit(done.stdout)
    return time.perf_counter() - start


def _other_search(project: Path, target: Path, plugin: str) -> Path:
    """A copy whose hook for the search gives the templates their words and does no more, with a plugin."""
    for part in PARTS:
        source = project / part
        if source.is_dir():
            shutil.copytree(source, target / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target / part)
    hook, settings = target / "hooks/search.py", target / "mkdocs.yml"
    kept, found, _ = hook.read_text("utf8").partition("\n\n@event_priority")
    assert found, "hooks/search.py no longer begins with on_env"
    hook.write_text(kept, "utf8")
    before, found, after = settings.read_text("utf8").partition("plugins:\n")
    assert found, "mkdocs.yml no longer lists its plugins"
    settings.write_text(before + found + plugin + after, "utf8")
    return target


def _stock(ours: Path, folder: Path, target: Path) -> None:
    """Material as it comes, with the same texts under the same addresses, all languages in one site."""
    for code in CODES:
        search = ours / code / "search"
        index = json.loads((search / "index.json").read_text("utf8"))
        count = len(list(search.glob("texts-*.json")))
        shards = [json.loads((search / f"texts-{number}.json").read_text("utf8")) for number in range(count)]
        texts = [text for shard in shards for text in shard]
        for entry, parts in zip(index["pages"], texts, strict=True):
            url, title = entry[:2]
            sections, kinds, numbers = entry[6:9]
            lines, last = [f"# {title}"], 0
            for kind, number, text in zip(kinds, numbers, parts, strict=True):
                if number != last:
                    anchor, heading = sections[number]
                    lines.append(f"## {heading or anchor} {{#{anchor}}}")
                    last = number
                if kind not in "thv":
                    lines.append(text)
            page = folder / "docs" / code / (f"{url.rstrip('/')}.md" if url else "index.md")
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text("\n\n".join(lines), "utf8")
    (folder / "mkdocs.yml").write_text(
        "site_name: Stock\nsite_url: https://example.org/handbook/\ntheme: {name: material, font: false}\n"
        "plugins: [{search: {lang: en}}]\nmarkdown_extensions: [attr_list]\n"
        # With all pages in it, it takes minutes at scale; the search has nothing of it.
        f"nav: [{', '.join(f'{code}/index.md' for code in CODES)}]\n",
        "utf8",
    )
    done = mkdocs(folder, "build", "--quiet", "--site-dir", str(target))
    if done.returncode:
        sys.exit(done.stdout)


def _engine(browser: Browser, engine: str, site: Path, code: str) -> Result:
    result = Result()
    asked = list(queries(code))
    with served(site, "/handbook/") as address:
        base = f"{address}{code}/"
        for _ in range(5):
            page = _page(browser)
            requested: set[str] = set()
            page.context.on("request", partial(_keep, requested))
            start = time.perf_counter()
            _first(page, engine, address, base, asked[0].text)
            result.ready.append((time.perf_counter() - start) * 1000)
            page.wait_for_timeout(300)
            result.size = sum(len(gzip.compress((site / path).read_bytes(), 9)) for path in requested)
            page.context.close()
        page = _page(browser)
        _first(page, engine, address, base, asked[0].text)
        for query in asked:
            result.recall[query.category].append(_found(page, engine, base, query))
        for query in asked[::6]:
            for length in range(1, len(query.text) + 1):
                _, took = page.evaluate(_ASK[engine], query.text[:length])
                if took is not None:
                    result.keys.append(took)
        page.context.close()
    return result


def _page(browser: Browser) -> Page:
    page = browser.new_context().new_page()
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
        found, _ = page.evaluate(_ASK[engine], word)
        if found:
            return
        if time.monotonic() > deadline:
            sys.exit(f"{engine}: no result for {word!r} at {base}")


def _keep(requested: set[str], request: Request) -> None:
    path = request.url.partition("/handbook/")[2].partition("?")[0]
    if any(part in path for part in _NEEDED) and "texts-" not in path:
        requested.add(path)


def _found(page: Page, engine: str, base: str, query: Query) -> bool:
    links, _ = page.evaluate(_ASK[engine], query.text)
    wanted = {base + path for path in query.wanted}
    first = list(dict.fromkeys(str(link).split("#")[0].split("?")[0] for link in links))[:3]
    return bool(wanted.intersection(first))


def _table(results: dict[tuple[str, str], Result]) -> None:
    for code in CODES:
        found = [results[engine, code] for engine in _ASK]
        _row(f"{code}", *_ASK)
        for category in found[0].recall:
            _row(f"  {category}", *(f"{_mean(result.recall[category]):.2f}" for result in found))
        everything = [[hit for hits in result.recall.values() for hit in hits] for result in found]
        _row("  top 3, all", *(f"{_mean(hits):.3f}" for hits in everything))
        _row("  kB to the first result", *(f"{result.size / 1000:.0f}" for result in found))
        _row("  ready, ms", *(f"{statistics.median(result.ready):.0f}" for result in found))
        _row("  keystroke p50, ms", *(f"{_part(result.keys, 50):.1f}" for result in found))
        _row("  keystroke p95, ms", *(f"{_part(result.keys, 95):.1f}" for result in found))


def _row(name: str, *values: str) -> None:
    print(f"{name:26}" + "".join(f"{value:>12}" for value in values), flush=True)


def _mean(values: Sequence[bool]) -> float:
    return sum(values) / len(values)


def _part(values: Sequence[float], percent: int) -> float:
    return sorted(values)[min(len(values) - 1, len(values) * percent // 100)]


if __name__ == "__main__":
    main(int(os.environ.get("PAGES", "3000")))
