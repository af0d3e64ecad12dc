"""The book of each language as a PDF: tagged (PDF/UA), with bookmarks, its fonts embedded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from weasyprint import HTML
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from ...base.writing import write_files
from ...model.project import Project
from ..takeaway import LICENCE
from .chapters import chapters
from .spoken import languages_told
from .volume import Volume, html

_VARIANT = "pdf/ua-1"
# The families of book.css.
_FONTS = frozenset(("Book Sans", "Book Mono"))


class NoBook(Exception):
    """The book cannot be printed; the message says why."""


@dataclass(frozen=True)
class Printed:
    """A book as it was set. `foreign` are the fonts of this machine that had to lend it letters."""

    pdf: bytes
    pages: int
    foreign: tuple[str, ...]


class _Own(URLFetcher):  # type: ignore[misc]  # It has no types.
    """Fetches what lies in some folders, and what an address holds itself; nothing from the network."""

    def __init__(self, *folders: Path) -> None:
        super().__init__(allowed_protocols=("file", "data"), fail_on_errors=True)
        self.folders = folders

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        if url.startswith("file:"):
            path = Path(url2pathname(urlsplit(url).path)).resolve()
            if not any(path.is_relative_to(folder.resolve()) for folder in self.folders):
                raise PermissionError(f"{path}: it lies outside the site")
        return super().fetch(url, headers)


def print_book(volume: Volume) -> Printed:
    """The book as a PDF.

    Raises:
        NoBook: the site lacks a page, or what a page shows is not to be had.
    """
    try:
        text = html(volume)
    except (OSError, ValueError) as error:
        raise NoBook(f"{volume.code}: {error}") from error
    with resources.as_file(resources.files(__package__)) as folder:
        fetcher = _Own(folder, volume.site)
        source = HTML(string=text, base_url=f"{folder.as_uri()}/", url_fetcher=fetcher)
        try:
            document = source.render(stylesheets=[folder / "book.css"])
        except FatalURLFetchingError as error:
            raise NoBook(f"{volume.code}: {error.__cause__ or error}") from error
        with languages_told():
            pdf = document.write_pdf(pdf_variant=_VARIANT)
        foreign = {font.family for font in document.fonts.values()} - _FONTS
        return Printed(pdf, len(document.pages), tuple(sorted(foreign)))


def write_books(project: Project, site: Path, target: Path, only: Iterable[str] = ()) -> Iterator[str]:
    """Write the book of each language; says what was written.

    Args:
        site: the built site.
        target: the folder for the books; made where it is missing.
        only: the parts to print; without any, all that staff read.

    Raises:
        NoBook: a book cannot be printed.
        NoPart: there is no such part.
        NotWritten: a book cannot be written.
    """
    for code in project.settings.languages:
        volume = Volume(project, code, site, chapters(project, code, only), LICENCE)
        printed = print_book(volume)
        name = f"handbook-{code}.pdf"
        target.mkdir(parents=True, exist_ok=True)
        write_files(target, {name: printed.pdf})
        yield f"{target / name}, {printed.pages} pages"
        if printed.foreign:
            yield f"{name} has letters that its fonts lack; this machine lent {', '.join(printed.foreign)}"
