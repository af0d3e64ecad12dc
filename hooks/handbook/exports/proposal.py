"""A built site as one folder that opens from a file, beginning with the pages that a proposal changes.

All languages are in it, so that whoever looks at a change sees at once what readers of the others see.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from html import escape
from pathlib import Path

from ..languages import language
from ..links.targets import Targets
from ..model.project import Page, Project
from .archive import packed_files

_STYLE = "body{font:1.1rem/1.6 system-ui,sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem}"
# What a marker's list is made of: the names of data files, without .yml, below the folder of sources.
_MADE_OF = {
    "claims": ("claims", "practice"),
    "contradictions": ("contradictions",),
    "glossary": ("glossary",),
    "phrasebook": ("phrasebook",),
    "practice": ("briefs",),
    "sources": ("claims",),
}


def changed_pages(project: Project, changed: Collection[str]) -> list[Page]:
    """The pages that a proposal changes, by itself or through the data that stand on them.

    Args:
        changed: the files that differ.
    """
    found = []
    for _, page in sorted(project.pages.items()):
        names = [name for marker, _ in page.document.markers for name in _MADE_OF.get(marker, ())]
        data = {f"{project.settings.sources}/{name}.yml" for name in names}
        if page.language and (page.file in changed or not data.isdisjoint(changed)):
            found.append(page)
    return found


def proposal(project: Project, site: Path, pages: Collection[Page]) -> dict[str, bytes]:
    """The files of the folder, by their paths within it.

    Args:
        site: the site, built with pages as files.
        pages: those that the proposal changes.

    Raises:
        CannotArchive: a script has a form that is not supported.
    """
    files = packed_files(site, project.settings.languages, "")
    lines = [line for line in _start(project, pages, files) if line]
    return files | {"index.html": "\n".join(lines).encode()}


def _start(project: Project, pages: Collection[Page], files: Collection[str]) -> Iterator[str]:
    """The page that it opens with: for each language its changed pages, each with its other languages."""
    spoken = [code for code in project.settings.languages if any(page.language == code for page in pages)]
    first = language((spoken or list(project.settings.languages))[0])
    yield f'<!doctype html>\n<html lang="{first.code}">\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{escape(first.word('proposal', 'title'))}</title>"
    yield f"<style>{_STYLE}</style>"
    for code in spoken:
        names = language(code)
        yield f'<section lang="{code}"><h1>{escape(names.word("proposal", "title"))}</h1><ul>'
        for page in (page for page in pages if page.language == code):
            yield f"<li>{_link(project, page, files)}{_others(project, page, files)}</li>"
        yield "</ul></section>"
    if not spoken:
        yield f"<p>{escape(first.word('proposal', 'none'))}</p>"
        yield f'<p><a href="{first.code}/index.html">{escape(first.word("page", "home"))}</a></p>'
    yield "</html>"


def _link(project: Project, page: Page, files: Collection[str], text: str = "") -> str:
    address = _address(project, page)
    title = escape(text or page.title or page.file)
    # A page that cannot be read is not built.
    return f'<a href="{escape(address)}">{title}</a>' if address in files else title


def _others(project: Project, page: Page, files: Collection[str]) -> str:
    versions = project.by_slug[page.slug]
    links = [
        f'<span lang="{code}">{_link(project, version, files, language(code).name)}</span>'
        for code, version in versions.items()
        if code != page.language
    ]
    return f" <small>({', '.join(links)})</small>" if links else ""


def _address(project: Project, page: Page) -> str:
    url = Targets(project).url(page.path)
    return f"{url}index.html" if not url or url.endswith("/") else url
