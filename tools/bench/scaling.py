"""The handbook made larger: its cards and guides again and again under new names.

Links, related cards, ids and translation records are rewired, so that the checks find nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import chain, count
from pathlib import Path

from handbook.commands import record
from handbook.model.card import PREFIXES
from handbook.model.project import Page, Project
from handbook.model.rules.prose import SentenceTwice
from tests.support.project import read
from tests.website.building import copy_handbook, few_pages

_LINKED = re.compile(r"(?<![\w-])(?P<name>[a-z0-9-]+)(?=\.md\b)")
# swearing-bc/      what _letters makes, at the end of a page's address
_COPY = re.compile(r"-[a-j]+(?=/$)")
_ID = re.compile(r"^id: .*$", re.MULTILINE)
_RELATED = re.compile(r"^related: .*$", re.MULTILINE)


# What a smaller handbook has of pages that are no cards.
_FIRST = ("index.md", "decide.md", "find.md", "phrasebook.md", "scenarios/index.md", "reference/glossary.md")


class TooSmall(Exception):
    """Fewer pages are wanted than the handbook has."""


def small(target: Path, pages: int) -> Path:
    """Make a copy of the handbook with fewer pages in all its languages: mostly cards, and no dead link.

    Args:
        target: a folder that does not exist yet.
        pages: a multiple of the number of languages.

    Returns:
        The folder.
    """
    project = read(copy_handbook(target))
    cards = sorted(
        slug for slug, versions in project.by_slug.items() if project.is_card(next(iter(versions.values())))
    )
    kept = {*_FIRST, *cards[: pages // len(project.settings.languages) - len(_FIRST)]}
    return few_pages(target, kept.__contains__)


def scaled(target: Path, pages: int) -> Path:
    """Make a copy of the handbook with this many pages in all its languages.

    Args:
        target: a folder that does not exist yet.
        pages: a multiple of the number of languages.

    Returns:
        The folder.

    Raises:
        TooSmall: the handbook itself has more pages.
    """
    project = read(copy_handbook(target))
    languages = project.settings.languages
    wanted = pages // len(languages) - len(project.by_slug)
    if wanted < 0:
        raise TooSmall(f"the handbook has {len(project.by_slug) * len(languages)} pages already")
    sources = _mixed(project)
    ids = _Ids(project)
    for number, start in enumerate(range(0, wanted, len(sources)), 2):
        chosen = sources[: min(len(sources), wanted - start)]
        _copy(target, project, chosen, number, ids)
    _let_repeat(target / "mkdocs.yml")
    _record(target)
    return target


def _let_repeat(settings: Path) -> None:
    """Copies say everything twice, of which no handbook as large would be told so often."""
    before, found, after = settings.read_text("utf8").partition("    severities:\n")
    assert found, f"{settings} no longer sets how grave rules are"
    settings.write_text(f"{before}{found}      {SentenceTwice.rule_id}: off\n{after}", "utf8")


def _mixed(project: Project) -> list[str]:
    """The slugs of cards and guides, mixed so that any first part of them has both as the whole has."""
    cards = sorted(
        slug for slug, versions in project.by_slug.items() if project.is_card(next(iter(versions.values())))
    )
    guides = sorted(
        slug for slug in project.by_slug if slug.startswith("guides/") and slug != "guides/index.md"
    )
    placed = [((n + 0.5) / len(group), slug) for group in (cards, guides) for n, slug in enumerate(group)]
    return [slug for _, slug in sorted(placed)]


class _Ids:
    """Ids that no card has, by family."""

    def __init__(self, project: Project) -> None:
        self._taken = {page.front.values.get("id") for page in project.pages.values()}

    def next(self, card: Page) -> str:
        """The first one of a card's family that is free, which is taken with that."""
        prefix = PREFIXES[card.matter.family]
        id = next(id for n in count(1) if (id := f"{prefix}-{n:02}") not in self._taken)
        self._taken.add(id)
        return id


def _copy(target: Path, project: Project, chosen: list[str], number: int, ids: _Ids) -> None:
    names = {_name(slug): f"{_name(slug)}-{_letters(number)}" for slug in chosen}
    cards = [slug for slug in chosen if project.is_card(next(iter(project.by_slug[slug].values())))]
    related = _related(project, cards, names)
    for slug in chosen:
        for code, page in project.by_slug[slug].items():
            text = _LINKED.sub(lambda match: names.get(match[0], match[0]), page.document.text)
            if page is project.original(slug) and slug in related:
                text = _ID.sub(f"id: {ids.next(page)}", text, count=1)
                text = _RELATED.sub(f"related: [{', '.join(related[slug])}]", text, count=1)
            folder = slug.rpartition("/")[0]
            path = target / project.settings.docs_dir / code / folder / f"{names[_name(slug)]}.md"
            path.write_text(text, "utf8")


def _related(project: Project, cards: list[str], names: Mapping[str, str]) -> dict[str, list[str]]:
    """The related cards of each copy; in a ring where not all of the cards are copied."""
    originals = {slug: page for slug in cards if (page := project.original(slug))}
    given = {slug: [str(name) for name in page.front.values["related"]] for slug, page in originals.items()}
    if set(chain.from_iterable(given.values())) <= names.keys():
        return {slug: [names[name] for name in related] for slug, related in given.items()}
    own = [names[_name(slug)] for slug in cards]
    return {slug: [own[n - 1], own[(n + 1) % len(own)]] for n, slug in enumerate(cards)}


def original(address: str) -> str:
    """The address of the page that this one was copied from, or its own if it is no copy."""
    return _COPY.sub("", address)


def _letters(number: int) -> str:
    """A number without digits, which the checks would take for numbers of the text."""
    return "".join(chr(ord("a") + int(digit)) for digit in str(number))


def _name(slug: str) -> str:
    return slug.rpartition("/")[2].removesuffix(".md")


def _record(target: Path) -> None:
    project = read(target)
    for page in project.pages.values():
        if page.language is not None and not _is_original(project, page):
            record.record(target, project, page)


def _is_original(project: Project, page: Page) -> bool:
    return project.original(page.slug) is page
