"""Which page carries which claim: a card has one list, a guide a list for each section."""

from __future__ import annotations

from collections.abc import Iterator

from ..base.positions import KeyPath
from .project import Page, Project

# Claims of these types say who wrote what; the sources page carries them, no card needs to.
ATTRIBUTION = "attribution"


def carried(page: Page) -> Iterator[tuple[str, str, KeyPath]]:
    """The claims a page's own front matter names: id, section ("" for a card), key path."""
    for section, ids in page.matter.claims.items():
        within = ("claims", section) if section else ("claims",)
        for index, id in enumerate(ids):
            yield id, section, (*within, index)


def carriers(project: Project) -> dict[str, list[str]]:
    """Claim id -> the slugs of the pages that carry it, in the order of the pages."""
    found: dict[str, list[str]] = {}
    for slug in project.by_slug:
        original = project.original(slug)
        for id, _, _ in carried(original) if original else ():
            slugs = found.setdefault(id, [])
            if slug not in slugs:
                slugs.append(slug)
    return found


def usable(project: Project) -> list[str]:
    """The ids of the claims that a page has to carry."""
    return [id for id, claim in project.sources.claims.items() if claim.type != ATTRIBUTION]
