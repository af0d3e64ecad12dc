"""What the first load of a page weighs, beside stock Material on the same content.

`python -m tests.website.weight` builds both and says; weigh() gives the figures. What a page may weigh by
itself is held by tests/website/test_weight.py.
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import yaml
from playwright.sync_api import Browser

from tests.website.building import copy_handbook, mkdocs, served
from tools.browser import chromium

CARD = "scenarios/refund-after-deadline/"
# The part of stock's bytes that ours may take.
MOST = 0.6
# Stock is the theme and the language plugin as their manuals set them up, with nothing of ours;
# without its fonts, as those would come from a foreign host.
_STOCK = {
    "site_name": "Handbook",
    "theme": {"name": "material", "font": False},
    "plugins": [
        "search",
        {
            "i18n": {
                "docs_structure": "folder",
                "languages": [
                    {"locale": "pl", "name": "Polski", "default": True, "build": True},
                    {"locale": "hr", "name": "Hrvatski", "build": True},
                    {"locale": "en", "name": "English", "build": True},
                ],
            }
        },
    ],
    "markdown_extensions": ["admonition", "attr_list", "md_in_html", "pymdownx.tasklist"],
}


@dataclass(frozen=True)
class Weights:
    """The bytes and requests of the first load of a card: ours and stock's."""

    own: int
    requests: int
    stock: int
    stock_requests: int

    @property
    def ratio(self) -> float:
        return self.own / self.stock


def stock(folder: Path) -> Path:
    """Build the handbook's pages with stock Material; returns the site's folder."""
    project = copy_handbook(folder / "stock")
    (project / "mkdocs.yml").write_text(
        yaml.safe_dump({**_STOCK, "site_url": "https://example.org/"}), "utf8"
    )
    return _build(project, folder / "stock-site")


def ours(folder: Path) -> Path:
    """Build the handbook; returns the site's folder."""
    return _build(copy_handbook(folder / "ours"), folder / "our-site")


def first_load(browser: Browser, site: Path, path: str) -> tuple[int, int]:
    """Load a page with an empty cache, from a server that compresses.

    Args:
        browser: it gets a new context.
        site: the folder of a built site.
        path: the page's address from the site's root.

    Returns:
        The bytes of all bodies as they were sent, and the number of requests.
    """
    [first] = loads(browser, site, path)
    return sum(first.values()), len(first)


def loads(browser: Browser, site: Path, *paths: str) -> list[dict[str, int]]:
    """Load pages one after another, from a server that compresses; the cache is empty at first.

    Args:
        browser: it gets a new context.
        site: the folder of a built site.
        paths: the pages' addresses from the site's root.

    Returns:
        For each page the bytes of each body as it was sent, by its address from the site's root. What an
        earlier page has brought is not counted again: hosts say that it may be kept.
    """
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    bodies: list[tuple[str, int]] = []
    page.on(
        "requestfinished",
        lambda request: bodies.append((urlsplit(request.url).path, request.sizes()["responseBodySize"])),
    )
    found: list[dict[str, int]] = []
    with served(site, "/", compress=True) as address:
        for path in paths:
            page.goto(f"{address}{path}", wait_until="networkidle")
            had = {name for earlier in found for name in earlier}
            found.append({name: size for name, size in bodies if name not in had})
    context.close()
    return found


def _build(project: Path, target: Path) -> Path:
    done = mkdocs(project, "build", "--site-dir", str(target))
    if done.returncode:
        raise RuntimeError(done.stdout)
    return target


def weigh() -> Weights:
    """Build both sites and load the card of each once."""
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        # Stock serves its default language from the root.
        theirs, their_requests = first_load(browser, stock(Path(folder)), CARD)
        own, requests = first_load(browser, ours(Path(folder)), f"pl/{CARD}")
    return Weights(own, requests, theirs, their_requests)


def main() -> int:
    """Say both weights and fail where ours is too heavy."""
    found = weigh()
    print(f"first load of a card: {found.own:,} bytes in {found.requests} requests, compressed")
    print(
        f"stock Material:       {found.stock:,} bytes in {found.stock_requests} requests: "
        f"we take {found.ratio:.0%}, at most {MOST:.0%} is wanted"
    )
    return 0 if found.ratio <= MOST else 1


if __name__ == "__main__":
    sys.exit(main())
