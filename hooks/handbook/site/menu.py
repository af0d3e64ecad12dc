"""The menu on every page: what there is, where the reader is, and no more than a page needs.

A page shows the parts of the handbook and what stands in its own part. A card's family is listed
whole while it is small; a large one by the card's neighbours, so that no page grows with the
number of cards.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..languages import language
from ..model.project import Page, Project
from .lists.card_lists import families
from .navigation import FOLDERS, in_order, pages_of, top_pages
from .untranslated import only_in, untranslated

# A family up to this size is listed whole; of a larger one, so many cards on each side.
WHOLE = 30
SIDE = 7


@dataclass(frozen=True)
class Entry:
    """A line of the menu.

    `slug` and `anchor` say where it leads; `current` that this is the reader's page, `within` that
    the page is somewhere below it. `family` names the mark that stands before it. `only` says that
    the page is in another language so far, `lang` that the title is.
    """

    title: str
    slug: str
    anchor: str = ""
    current: bool = False
    within: bool = False
    family: str = ""
    lang: str = ""
    only: str = ""
    children: tuple[Entry, ...] = ()


class Menu:
    """The menu of one language, made once and asked by each of its pages."""

    def __init__(self, project: Project, code: str) -> None:
        self._project, self._names = project, language(code)
        self._pages = pages_of(project, code) | untranslated(project, code)
        self._folder = project.settings.cards
        self._families = dict(families(project, code)) if self._folder else {}
        self._family_of = {
            card.slug: (family, place)
            for family, cards in self._families.items()
            for place, card in enumerate(cards)
        }
        self._top = top_pages(self._pages)
        self._folders = {name: in_order(self._pages, name, code) for name in FOLDERS}
        # The lines that are the same wherever the reader is, as most are.
        self._leaves: dict[str, Entry] = {}
        self._parts: dict[str, Entry] = {}

    def at(self, slug: str | None) -> tuple[Entry, ...]:
        """The menu as the page with this slug shows it; None is a page that is not in it."""
        found = [self._entry(top, slug) for top in self._top]
        if self._folder and (index := f"{self._folder}/index.md") in self._pages:
            inside = slug is not None and slug.startswith(f"{self._folder}/")
            children = self._cards(index, slug) if inside else ()
            title = self._names.word("page", "cards")
            only = self._only(self._pages[index])
            found.append(Entry(title, index, "", index == slug, inside, only=only, children=children))
        for name, slugs in self._folders.items():
            if slugs:
                found.append(self._part(name, slugs, slug))
        return tuple(found)

    def family(self, slug: str | None) -> Entry | None:
        """The family of a card, as a place on the page of all cards."""
        family, _ = self._family_of.get(slug or "", ("", 0))
        if not family:
            return None
        return Entry(self._names.word("families", family), f"{self._folder}/index.md", family, family=family)

    def _entry(self, target: str, slug: str | None) -> Entry:
        if target == "index.md":
            return Entry(self._names.word("page", "home"), target, "", target == slug)
        return self._leaf(self._pages[target], slug)

    def _leaf(self, page: Page, slug: str | None) -> Entry:
        if (leaf := self._leaves.get(page.slug)) is None:
            only = self._only(page)
            lang = (page.language or "") if only else ""
            leaf = self._leaves[page.slug] = Entry(page.title, page.slug, lang=lang, only=only)
        return replace(leaf, current=True) if page.slug == slug else leaf

    def _only(self, page: Page) -> str:
        """That a page is in another language only, or nothing."""
        return only_in(self._project, self._names.code, page) if page.language != self._names.code else ""

    def _part(self, name: str, slugs: Sequence[str], slug: str | None) -> Entry:
        inside = slug in slugs
        if not inside and name in self._parts:
            return self._parts[name]
        title = self._names.word("page", name)
        index = f"{name}/index.md"
        first = index if index in slugs else slugs[0]
        children = tuple(self._entry(other, slug) for other in slugs if other != index) if inside else ()
        only = self._only(self._pages[first])
        part = Entry(title, first, "", index == slug, inside, only=only, children=children)
        return part if inside else self._parts.setdefault(name, part)

    def _cards(self, index: str, slug: str | None) -> tuple[Entry, ...]:
        own, place = self._family_of.get(slug or "", ("", 0))
        found = []
        for family, cards in self._families.items():
            shown: Sequence[Page] = ()
            if family == own:
                near = slice(max(0, place - SIDE), place + SIDE + 1)
                shown = cards if len(cards) <= WHOLE else cards[near]
            children = tuple(self._leaf(card, slug) for card in shown)
            title = self._names.word("families", family)
            found.append(Entry(title, index, family, False, family == own, family, children=children))
        return tuple(found)
