"""The ids that generated parts add to a page, so that links to them can be checked."""

from __future__ import annotations

import re

from ..model.project import Page, Project
from ..reading.site_markdown import SiteMarkdown, site_markdown
from .additions import added_sections
from .lists.listed_ids import listed_ids

# Plugins that put headings or anchors into pages while MkDocs builds them, and what in a page's text
# has them do so; gen-files may write any page anew.
BRING_IDS = {
    "macros": re.compile(r"\{\{|\{%"),
    "mkdocstrings": re.compile(r"^[ \t]*:::[ \t]", re.MULTILINE),
    "gen-files": re.compile(r""),
    "include-markdown": re.compile(r"\{%|\{!"),
    "markdown-exec": re.compile(r"^[ \t>]*(?:```|~~~)[^\n]*\bexec\b", re.MULTILINE),
    "tags": re.compile(r"material/tags|\[TAGS\]"),
    "table-reader": re.compile(r"\{\{"),
}
# Tabs, snippets and blocks bring ids of their own.
_MAKES_IDS = re.compile(r"^[^\S\n]*(?:===[!+]?\s|;?-{1,}8<-{1,}|///)", re.MULTILINE)


def generated_ids(project: Project, page: Page) -> frozenset[str]:
    """All ids of a page that do not stand in its own text."""
    found = set(added_sections(project, page))
    for name, _ in page.document.markers:
        found |= listed_ids(project, name)
    return frozenset(found)


def brings_ids(project: Project, page: Page) -> bool:
    """Whether ids of a page may be others than those of its headings and anchors, as Markdown makes some."""
    snippets = project.settings.markdown.get("pymdownx.snippets", {})
    return (
        not project.settings.handbook  # Its extensions may give ids to anything.
        or not all(heading.explicit for heading in page.document.headings)
        or _MAKES_IDS.search(page.document.text) is not None
        or bool(snippets.get("auto_append"))
    )


class PageIds:
    """The ids of the pages of a project, as browsers get them."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._renderer: SiteMarkdown | None = None
        self._known: dict[str, frozenset[str]] = {}

    def of(self, page: Page) -> frozenset[str]:
        """The ids in a page's own text, and those of what is added to it."""
        if page.path not in self._known:
            added = generated_ids(self._project, page)
            self._known[page.path] = self._own(page) | added
        return self._known[page.path]

    def are_sure(self, page: Page) -> bool:
        """Whether a page has no ids but these: nothing brings it more that is not run here."""
        if self._project.settings.id_givers:
            return False
        brought = (BRING_IDS[name] for name in self._project.settings.plugins if name in BRING_IDS)
        return (self._renderer is None or self._renderer.complete) and not any(
            marks.search(page.document.text) for marks in brought
        )

    def _own(self, page: Page) -> frozenset[str]:
        """Those that stand there, or, where Markdown makes some, what it makes of the page."""
        own = frozenset(page.document.ids)
        if page.unreadable or not brings_ids(self._project, page):
            return own
        self._renderer = self._renderer or site_markdown(self._project.settings)
        rendered = self._renderer.of(page)
        if rendered is None:
            return own
        return rendered.ids if self._renderer.complete else own | rendered.ids
