"""The ids that generated parts add to a page, so that links to them can be checked."""

from __future__ import annotations

from ..model.project import Page, Project
from .additions import added_sections
from .lists.page_lists import listed_ids


def generated_ids(project: Project, page: Page) -> frozenset[str]:
    """All ids of a page that do not stand in its own text."""
    found = set(added_sections(project, page))
    for name, _ in page.document.markers:
        found |= listed_ids(project, name)
    return frozenset(found)


class PageIds:
    """The ids of the pages of a project, as browsers get them."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._known: dict[str, frozenset[str]] = {}

    def of(self, page: Page) -> frozenset[str]:
        """The ids in a page's own text, and those of what is added to it."""
        if page.path not in self._known:
            added = generated_ids(self._project, page)
            self._known[page.path] = frozenset(page.document.ids) | added
        return self._known[page.path]
