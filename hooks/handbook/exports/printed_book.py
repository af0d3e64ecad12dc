"""The whole handbook of each language as a PDF: handbook-<language>.pdf.

The contents need page numbers, and these are known only after printing: so it prints twice, and once
more should the numbers have moved a page.
"""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser
from pypdf import PdfReader
from pypdf.generic import Destination

from handbook.base.writing import put, write_files
from handbook.exports.book import Chapter, Words, book, chapters
from handbook.exports.browser import chromium
from handbook.languages import language
from handbook.model.project import Project
from handbook.site.frame import version_words
from handbook.site.navigation import navigation

TRIES = 4
_ON_SCREEN = ("find.md",)


class NoBook(Exception):
    """The book cannot be printed; the message says why."""


def print_book(browser: Browser, site: Path, found: list[Chapter], words: Words) -> bytes:
    """Print a book whose contents name the pages on which its chapters begin.

    Raises:
        NoBook: a chapter is not to be found in print, or the numbers do not settle.
    """
    numbers: dict[str, int] = {}
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(TRIES):
            file = put(Path(folder), "book.html", book(site, found, words, numbers))
            page = browser.new_page(java_script_enabled=False)
            page.goto(file.as_uri())
            # Debian's Chromium takes long for hundreds of pages on a small machine.
            pdf = page.pdf(prefer_css_page_size=True, outline=True, tagged=True)
            page.close()
            printed = page_numbers(PdfReader(io.BytesIO(pdf)))
            lost = [c.address for c in found if c.address and c.anchor not in printed]
            if lost:
                raise NoBook(f"{words.code}: not found in print: {', '.join(lost)}")
            if printed == numbers:
                return pdf
            numbers = printed
    raise NoBook(f"{words.code}: the page numbers of the contents do not settle")


def page_numbers(reader: PdfReader) -> dict[str, int]:
    """The page on which each place that is linked to stands, counted from 1."""
    found: dict[str, int] = {}
    for name, destination in reader.named_destinations.items():
        if isinstance(destination, Destination):
            number = reader.get_destination_page_number(destination)
            if number is not None:
                # PDF names begin with a slash.
                found[name.removeprefix("/")] = number + 1
    return found


def contents(project: Project, code: str, title: str, lines: tuple[str, ...]) -> tuple[list[Chapter], Words]:
    """The chapters of a language and the words of its book."""
    titles = {slug: versions[code].title for slug, versions in project.by_slug.items() if code in versions}
    words = Words(code, title, lines, language(code).word("reading", "book-contents"))
    # On paper there are the contents instead.
    entries = [e for e in navigation(project, code) if e not in _ON_SCREEN and "index.md" not in _slugs(e)]
    return list(chapters(entries, titles, code)), words


def _slugs(entry: object) -> list[object]:
    return list(entry.values()) if isinstance(entry, dict) else [entry]


def write_books(project: Project, site: Path, target: Path) -> Iterator[str]:
    """Write the book of each language; says what was written.

    Args:
        site: the built site.
        target: the folder for the books; made where it is missing.

    Raises:
        NoBook: a book cannot be printed.
        NoBrowser: there is nothing to print it with.
        NotWritten: a book cannot be written.
    """
    target.mkdir(parents=True, exist_ok=True)
    with chromium() as browser:
        for code in project.settings.languages:
            home = project.pages[f"{code}/index.md"]
            verified = language(code).date(project.neutral(home)["verified"])
            lines = (version_words(code), verified)
            pdf = print_book(browser, site, *contents(project, code, home.title, lines))
            name = f"handbook-{code}.pdf"
            write_files(target, {name: pdf})
            yield f"{target / name}, {len(PdfReader(io.BytesIO(pdf)).pages)} pages"
