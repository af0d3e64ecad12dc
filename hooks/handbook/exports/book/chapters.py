"""What stands in the book and in which order: the pages of the navigation, or some parts of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ...languages import language
from ...model.card import replies_in
from ...model.project import Page, Project
from ...site.navigation import navigation
from ...site.untranslated import untranslated

CARDS = "cards"
REPLIES = "replies"
# What only a screen can show, and what is no longer new once it is printed.
_ON_SCREEN = ("index.md", "find.md", "learn.md", "new.md", "downloads.md")
# Who reads on paper does not edit: these pages come when they are asked for.
_ON_DEMAND = ("editing",)


class NoPart(Exception):
    """The handbook has no part of that name; the message says which it has."""


@dataclass(frozen=True)
class Chapter:
    """A page of the book, or, without a part that it belongs to, the name of one.

    A page that the language does not have yet is named alone: `original` is that page.
    """

    title: str
    level: int
    address: str = ""
    part: str = ""
    original: Page | None = None

    @property
    def anchor(self) -> str:
        return anchor(self.address)


def anchor(address: str, id: str = "") -> str:
    """The id in the book of a page, or of a place on it."""
    return f"{address.strip('/').replace('/', '--')}{f'--{id}' if id else ''}"


def chapters(project: Project, code: str, only: Iterable[str] = ()) -> list[Chapter]:
    """The chapters of a language in the order of the navigation, with its parts as headings.

    Args:
        only: the parts to take; without any, all that staff read.

    Raises:
        NoPart: there is no such part.
    """
    titles = {slug: versions[code].title for slug, versions in project.by_slug.items() if code in versions}
    waiting = untranslated(project, code)
    titles |= {slug: page.title for slug, page in waiting.items()}
    listed = _listed(navigation(project, code, waiting=True), titles, code, project.settings.cards)
    addresses = {address_of(code, slug): page for slug, page in waiting.items()}
    found = [
        replace(one, address="", original=page) if (page := addresses.get(one.address)) else one
        for one in listed
    ]
    found = _with_replies(found, project, code)
    known = {chapter.part for chapter in found if chapter.part}
    wanted = set(only)
    if unknown := sorted(wanted - known):
        raise NoPart(f"{', '.join(unknown)}: no such part; there are {', '.join(sorted(known))}")
    kept = wanted or known.difference(_ON_DEMAND)
    return _headed(
        [
            chapter
            for place, chapter in enumerate(found)
            if (chapter.part in kept if chapter.part else _heads(found[place:], kept))
        ]
    )


def _with_replies(found: list[Chapter], project: Project, code: str) -> list[Chapter]:
    """The chapters with one for the written replies after the last card, where any card has some."""
    written = any(replies_in(card.document) for card in project.cards(code))
    places = [place for place, chapter in enumerate(found, 1) if chapter.part == CARDS]
    if not written or not places:
        return found
    title = language(code).word("page", "replies")
    last = places[-1]
    return [*found[:last], Chapter(title, 1, f"{code}/{REPLIES}/", REPLIES), *found[last:]]


def _headed(found: list[Chapter]) -> list[Chapter]:
    """The chapters with no part's name over a page of the same name: that page heads the part itself."""
    made: list[Chapter] = []
    for chapter in found:
        if made and not made[-1].part and made[-1].title == chapter.title:
            chapter = replace(chapter, level=made.pop().level)
        made.append(chapter)
    return made


def _heads(found: list[Chapter], kept: Iterable[str]) -> bool:
    """Whether any page below a heading, the first of `found`, is in the book."""
    for chapter in found[1:]:
        if chapter.level <= found[0].level:
            return False
        if chapter.part:
            return chapter.part in kept
    return False


def _listed(
    entries: list[Any], titles: Mapping[str, str], code: str, cards: str | None, level: int = 1
) -> Iterator[Chapter]:
    named: list[tuple[str, Any]] = [
        pair for entry in entries for pair in (entry.items() if isinstance(entry, dict) else [("", entry)])
    ]
    for name, inner in named:
        if not isinstance(inner, str):
            yield Chapter(name, level)
            yield from _listed(inner, titles, code, cards, level + 1)
        elif inner not in _ON_SCREEN:
            yield Chapter(name or titles[inner], level, address_of(code, inner), _part(inner, cards))


def address_of(code: str, slug: str) -> str:
    """The address of a page from the site's root, and of its chapter."""
    path = f"{code}/{slug}".removesuffix(".md")
    return f"{path.removesuffix('index')}" if path.endswith("/index") else f"{path}/"


def _part(slug: str, cards: str | None) -> str:
    """The folder of a page, or its own name where it stands in none."""
    first = slug.removesuffix(".md").partition("/")[0]
    return CARDS if first == cards else first
