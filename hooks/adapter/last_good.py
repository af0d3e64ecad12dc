"""What a preview shows of a project in which something cannot be read: that part as it was before."""

from __future__ import annotations

from dataclasses import replace

from handbook.model.project import Page, Project


def shown(judged: Project, before: Project | None) -> Project:
    """The project with its last good pages and data in the place of those that cannot be read now.

    What has been deleted is gone, but for a data file: without it no page would be whole.

    Args:
        judged: the project as it is.
        before: what was shown before.
    """
    if before is None or before is judged:
        return judged
    kept = {
        path: before.pages[path]
        for path, page in judged.pages.items()
        if is_broken(page) and path in before.pages and not is_broken(before.pages[path])
    }
    project = replace(judged, pages={**judged.pages, **kept}) if kept else judged
    return replace(project, sources=before.sources) if _lost(judged, before) else project


def is_broken(page: Page) -> bool:
    """Whether nothing of a page can be shown, or not what its front matter says."""
    return page.unreadable or page.front.broken


def _lost(judged: Project, before: Project) -> bool:
    """Whether a data file that could be read before cannot be read at all."""
    held = before.sources.files
    return any(
        file.value is None and name in held and held[name].value is not None
        for name, file in judged.sources.files.items()
    )
