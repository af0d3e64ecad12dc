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
