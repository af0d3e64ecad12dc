"""What other pages may show of a page: its front matter, its title and headings, which lists it has.

All else of it is shown by itself alone, by its versions in the other languages, and by the lists that stand
in the place of markers.
"""

from __future__ import annotations

from ..base.digest import digest
from ..model.project import Page, Project
from .added_ids import brings_ids


def drawn(project: Project, page: Page) -> str:
    """A digest of what other pages may show of a page, or judge their links by."""
    read = page.document
    if page.unreadable or "[^" in read.text or brings_ids(project, page):  # Footnotes have ids, too.
        return digest("whole", read.text)
    parts = [line for heading in read.headings for line in (str(heading.level), heading.text, heading.id)]
    lists = [name for name, _ in read.markers]
    return digest("\n".join(read.lines[: read.front.end]), repr(lists), repr(list(read.ids)), *parts)


def shown_with(project: Project, slugs: frozenset[str]) -> set[str]:
    """The paths of all pages that may show more than is `drawn` of the pages with these slugs."""
    return {path for path, page in project.pages.items() if page.slug in slugs or page.document.markers}
