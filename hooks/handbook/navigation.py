"""The navigation, derived from the pages: nothing is listed by hand but the names of its parts.

Cards stand by family and id, guides by title, the rest in a fixed order.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .generate.lists import families
from .languages import language
from .model import Page, Project

# Parts of the navigation by folder; what stands in no folder comes right after the home page.
_FOLDERS = ("guides", "reference", "editing")
_TOP = ("index.md", "decide.md", "phrasebook.md", "practise.md", "status.md")


def navigation(project: Project, code: str) -> list[Any]:
    """The navigation of a language in MkDocs' form: paths from that language's folder.

    Pages that could not be read are left out, so that a broken page never breaks the preview.
    """
    names = language(code)
    slugs = [slug for slug, versions in project.by_slug.items() if code in versions]
    cards = project.settings.cards
    listed = [{names.word("page", "home"): "index.md"}] if "index.md" in slugs else []
    entries: list[Any] = [*listed, *(slug for slug in _TOP[1:] if slug in slugs)]
    entries += [
        slug for slug in sorted(slugs) if "/" not in slug and slug not in _TOP
    ]
    if cards:
        entries.append({names.word("page", "cards"): list(_cards(project, code, slugs))})
    for folder in _FOLDERS:
        found = [slug for slug in slugs if slug.startswith(f"{folder}/")]
        if found:
            entries.append({names.word("page", folder): _sorted(project, code, found)})
    return entries


def _cards(project: Project, code: str, slugs: list[str]) -> Iterator[Any]:
    names = language(code)
    index = f"{project.settings.cards}/index.md"
    if index in slugs:
        yield index
    listed: set[str] = {index}
    for family, cards in families(project, code):
        found = [card.slug for card in cards]
        listed.update(found)
        if found:
            yield {names.word("families", family): found}
    # A card with a broken family is still to be found.
    for slug in slugs:
        if slug.startswith(f"{project.settings.cards}/") and slug not in listed:
            yield slug


def _sorted(project: Project, code: str, slugs: list[str]) -> list[str]:
    def key(slug: str) -> tuple[bool, str]:
        page: Page = project.by_slug[slug][code]
        return not slug.endswith("/index.md"), page.title

    return sorted(slugs, key=key)
