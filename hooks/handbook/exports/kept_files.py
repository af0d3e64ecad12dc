"""What a language needs to be read without a network.

Its own files, those that all pages share, and the pages that it lists in other languages, as it does not have
them yet.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable
from pathlib import Path

from ..base.writing import put
from ..site.form import FOLDER, SCRIPTS
from ..site.lists.download_list import FOLDER as DOWNLOADS

# The worker itself is the browser's business; the others are read by machines, never by readers.
_NOT_KEPT = (
    "sw.js",
    "robots.txt",
    "sitemap.xml",
    "sitemap.xml.gz",
    "offline.json",
    "new.xml",
    "_redirects",
)

# So many hexadecimal digits of a digest: enough that nobody finds another file with the same.
_DIGEST = 32


def write_lists(site: Path, languages: Iterable[str]) -> None:
    """Write <language>/offline.json for each language of a built site.

    Each maps an address from the site's root to a digest of what stands there; a page's address is
    that of its folder.
    """
    codes = tuple(languages)
    found = {code: _files(site, code) | _waiting(site, code) for code in codes}
    shared = _at_root(site)
    # The form needs the network anyway, and what is downloaded is kept by whoever has done so.
    for folder in sorted(path.name for path in site.iterdir() if path.is_dir()):
        if folder not in (*codes, FOLDER, DOWNLOADS):
            shared |= _files(site, folder)
    for code in codes:
        listed = json.dumps(shared | found[code], separators=(",", ":"), sort_keys=True)
        put(site, f"{code}/offline.json", listed)


def _files(site: Path, folder: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for above, folders, names in os.walk(site / folder):
        folders[:] = sorted(one for one in folders if not is_of_form(site, Path(above, one)))
        for name in sorted(names):
            if name not in _NOT_KEPT:
                found |= _entry(site, Path(above, name))
    return found


def is_of_form(site: Path, path: Path) -> bool:
    """Whether something is of the form of /edit/, in a site or a release."""
    first, *rest = path.relative_to(site).parts
    return first == FOLDER or (first == "assets" and SCRIPTS in rest[:2])


def _waiting(site: Path, code: str) -> dict[str, str]:
    """The pages in other languages that the search of a language finds."""
    index = site / code / "search" / "index.json"
    found: dict[str, str] = {}
    if index.is_file():
        for url, *_ in json.loads(index.read_text("utf8"))["pages"]:
            if url.startswith("../"):
                found |= _entry(site, site / url.removeprefix("../") / "index.html")
    return found


def _at_root(site: Path) -> dict[str, str]:
    found: dict[str, str] = {}
    for path in sorted(site.iterdir()):
        if path.is_file() and path.name not in _NOT_KEPT:
            found |= _entry(site, path)
    return found


def _entry(site: Path, path: Path) -> dict[str, str]:
    address = path.relative_to(site).as_posix()
    if path.name == "index.html":
        address = address.removesuffix("index.html")
    return {address: hashlib.sha256(path.read_bytes()).hexdigest()[:_DIGEST]}
