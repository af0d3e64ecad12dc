"""The navigation, derived from the pages: nothing is listed by hand but the names of its parts.

Cards stand by family and id, guides by title, the rest in a fixed order.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..languages import language
from ..languages.sorting import alphabetical
from ..model.project import Page, Project
from .lists.card_lists import families
from .untranslated import untranslated

# Parts of the navigation by folder; what stands in no folder comes right after the home page.
FOLDERS = ("guides", "reference", "editing")
_TOP = (
    "index.md",
    "find.md",
    "decide.md",
    "phrasebook.md",
    "practise.md",
    "learn.md",
    "new.md",
    "downloads.md",
)


def navigation(project: Project, code: str, *, waiting: bool = False) -> list[Any]:
    """The navigation of a language in MkDocs' form: paths from that language's folder.

    Pages that could not be read are left out, so that a broken page never breaks the preview.

    Args:
        waiting: whether to name pages that the language does not have yet, too; MkDocs can list none.
    """
    names = language(code)
    pages = pages_of(project, code) | (untranslated(project, code) if waiting else {})
    entries: list[Any] = [
        {names.word("page", "home"): slug} if slug == "index.md" else slug for slug in top_pages(pages)
    ]
    if project.settings.cards:
        entries.append(
            {names.word("page", "cards"): list(_cards(project, code, list(pages), waiting=waiting))}
        )
    for folder in FOLDERS:
        if found := in_order(pages, folder, code):
            entries.append({names.word("page", folder): found})
    return entries


def pages_of(project: Project, code: str) -> dict[str, Page]:
    """The pages of a language that could be read, by slug."""
    return {
        slug: versions[code]
        for slug, versions in project.by_slug.items()
        if code in versions and not versions[code].unreadable
    }


def top_pages(pages: Mapping[str, Page]) -> list[str]:
    """The slugs of the pages that stand in no folder: those with a fixed place, then the others."""
    fixed = [slug for slug in _TOP if slug in pages]
    return fixed + [slug for slug in sorted(pages) if "/" not in slug and slug not in _TOP]


def in_order(pages: Mapping[str, Page], folder: str, code: str) -> list[str]:
    """The slugs of a folder's pages by title, as their language sorts, its index first."""

    def key(slug: str) -> tuple[bool, tuple[int, ...]]:
        return not slug.endswith("/index.md"), alphabetical(code, pages[slug].title)

    return sorted((slug for slug in pages if slug.startswith(f"{folder}/")), key=key)


def _cards(project: Project, code: str, slugs: list[str], *, waiting: bool) -> Iterator[Any]:
    names = language(code)
    index = f"{project.settings.cards}/index.md"
    if index in slugs:
        yield index
    listed: set[str] = {index}
    for family, cards in families(project, code, waiting=waiting):
        found = [card.slug for card in cards]
        listed.update(found)
        if found:
            yield {names.word("families", family): found}
    # A card with a broken family is still to be found.
    for slug in slugs:
        if slug.startswith(f"{project.settings.cards}/") and slug not in listed:
            yield slug
