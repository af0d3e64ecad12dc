"""What the handbook is made of, as frozen data.

A `Project` is everything that was read. Checks go over it and yield `Fault`s, which say what is
wrong without words; the catalogue turns each into a `Finding` in the reader's language.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from .data_file import DataFile, Sources
from .faults import Fault, Finding
from .matter import Matter
from .news import News
from .page import NEUTRAL_KEYS, Page
from .past import Past
from .picture import Picture
from .site_settings import Layout, Settings

# Whoever goes over a project needs its parts, too.
__all__ = [
    "NEUTRAL_KEYS",
    "Base",
    "DataFile",
    "Fault",
    "Finding",
    "Layout",
    "Page",
    "Project",
    "Settings",
    "Sources",
]


@dataclass(frozen=True)
class Base:
    """What a proposal starts from, as git knows it: a commit, the files that are no longer there, and what
    stood in those that have changed."""

    commit: str
    removed: frozenset[str]
    texts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Project:
    """Everything that was read. `files` are all paths below the docs folder, pages and assets."""

    settings: Settings
    pages: Mapping[str, Page]
    files: frozenset[str]
    sources: Sources
    faults: tuple[Fault, ...] = ()
    excluded: frozenset[str] = frozenset()
    # The former slug of a page, or slug#id of a heading -> where it is now.
    redirects: Mapping[str, str] = field(default_factory=dict)
    # Known only where the check is asked for what a proposal changes.
    base: Base | None = None
    # File -> what its history tells of it; known only where somebody asks since when something waits.
    past: Mapping[str, Past] = field(default_factory=dict)
    # The text of the list of all that was ever published; see model.published.
    published: str = ""
    # What has changed lately; None where nobody has looked, as in a preview.
    news: News | None = None
    # What is left out because another file has its address.
    displaced: frozenset[str] = frozenset()
    # What the theme and its own folder add to the site, by the paths that links give it.
    theme_files: frozenset[str] = frozenset()
    # Path below the docs folder -> a file whose ending says what it holds.
    pictures: Mapping[str, Picture] = field(default_factory=dict)

    @cached_property
    def by_slug(self) -> Mapping[str, Mapping[str, Page]]:
        """slug -> language -> page, for the pages that belong to a language."""
        found: dict[str, dict[str, Page]] = {}
        for page in self.pages.values():
            if page.language is not None:
                found.setdefault(page.slug, {})[page.language] = page
        return found

    @property
    def keeps_records(self) -> bool:
        """Whether translations record what they were brought up to date with: a handbook with cards does."""
        return self.settings.cards is not None

    def original(self, slug: str) -> Page | None:
        """The page that the others translate: the one without a translation record.

        Where several have none, or all have one, the first in the order of the languages counts.
        """
        return self._originals.get(slug)

    @cached_property
    def _originals(self) -> Mapping[str, Page | None]:
        return {slug: self._original(versions) for slug, versions in self.by_slug.items()}

    def _original(self, versions: Mapping[str, Page]) -> Page | None:
        ordered = [versions[code] for code in self.settings.languages if code in versions]
        # The neutral fields mark an original even while a translation still lacks its record.
        for page in ordered:
            if page.is_marked_original:
                return page
        return next((p for p in ordered if not p.is_translation), ordered[0] if ordered else None)

    @cached_property
    def orphans(self) -> frozenset[str]:
        """The slugs of pages whose original is gone: a language is missing, and all others translate it."""
        return frozenset(
            slug
            for slug, versions in self.by_slug.items()
            if len(versions) < len(self.settings.languages)
            and all(page.is_translation for page in versions.values())
        )

    def is_card(self, page: Page) -> bool:
        """Whether the page is a scenario card: it stands in the cards' folder and is no index."""
        if page.language is None or self._cards_begin is None:
            return False
        return page.slug.startswith(self._cards_begin) and not page.slug.endswith("/index.md")

    @cached_property
    def _cards_begin(self) -> str | None:
        return None if self.settings.cards is None else f"{self.settings.cards}/"

    def cards(self, language: str) -> Iterator[Page]:
        """The cards of a language, by id."""
        found = [
            versions[language]
            for versions in self.by_slug.values()
            if language in versions and self.is_card(versions[language]) and not versions[language].unreadable
        ]
        return iter(sorted(found, key=lambda page: self.neutral(page).id or page.slug))

    def neutral(self, page: Page) -> Matter:
        """The front matter of the page's original, which holds all that is the same in every language."""
        return (self.original(page.slug) or page).matter
