"""What the handbook is made of, as frozen data.

A `Project` is everything that was read. Checks go over it and yield `Fault`s, which say what is
wrong without words; the catalogue turns each into a `Finding` in the reader's language.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from ..base.edits import Edit
from ..base.positions import KeyPath, Position
from ..base.visible import visible
from .document import Document, FrontMatter, Syntax
from .rules.rule import Rule

# Front matter that is the same in every language, so it stands in the original alone.
NEUTRAL_KEYS = ("id", "claims", "questions", "verified")


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault, ready to be shown: `file` is relative to the project's root."""

    file: str
    line: int
    column: int
    rule: str
    severity: str
    message: str
    suggestion: str

    def __str__(self) -> str:
        text = f"{visible(self.file)}:{self.line}:{self.column}: {visible(self.message)}"
        return (
            f"{text} {visible(self.suggestion)} [{self.rule}]" if self.suggestion else f"{text} [{self.rule}]"
        )


@dataclass(frozen=True, slots=True)
class Fault:
    """What a check found: the rule that is broken, with the values its message needs, and the place.

    `language` is the one the page is written in; the message will be in it.
    """

    broken: Rule
    file: str
    position: Position = Position(1)
    language: str | None = None
    fix: Edit | None = None

    @property
    def rule(self) -> str:
        """The id of the rule."""
        return self.broken.rule_id


@dataclass(frozen=True)
class Page:
    """A page: `path` is relative to the docs folder, `slug` to its language's folder.

    The document of an `unreadable` page (not UTF-8, or empty) is empty.
    """

    path: str
    file: str
    language: str | None
    slug: str
    document: Document
    unreadable: bool = False

    @property
    def front(self) -> FrontMatter:
        return self.document.front

    @property
    def title(self) -> str:
        """The title as readers see it: front matter first, else the first level-1 heading."""
        value = self.front.values.get("title")
        if isinstance(value, str) and value.strip():
            return value.strip()
        return next((h.text for h in self.document.headings if h.level == 1), "")

    @property
    def is_translation(self) -> bool:
        return "translation" in self.front.values

    @property
    def is_marked_original(self) -> bool:
        """Whether the front matter holds what only an original holds."""
        return not self.is_translation and any(key in self.front.values for key in NEUTRAL_KEYS)

    def fault(self, broken: Rule, position: Position, fix: Edit | None = None) -> Fault:
        """A fault of this page, in its language."""
        return Fault(broken, self.file, position, self.language, fix)


@dataclass(frozen=True)
class Layout:
    """How a site's languages lie, as mkdocs-static-i18n is told.

    `suffix`: page.en.md beside page.md, else a folder for each language. `fallback`: what a language
    lacks is taken from the default one. `default_at_root`: the default language has no folder, its files
    stand beside the other languages' folders. `shared_everywhere`: hooks of the site's own give files
    that belong to no language to each of them. `not_built`: languages that are listed, but not built.
    """

    suffix: bool = False
    fallback: bool = True
    default_at_root: bool = False
    shared_everywhere: bool = False
    not_built: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Settings:
    """What mkdocs.yml says, as far as the checks need it. Paths are relative to `root`."""

    root: str
    docs_dir: str = "docs"
    # The folder from which a theme adds files and templates of the site's own.
    custom_dir: str | None = None
    site_url: str | None = None
    prefix_all: bool = False
    use_directory_urls: bool = True
    nav: tuple[tuple[str, Position], ...] | None = None
    excluded: tuple[str, ...] = ()
    not_in_nav: tuple[str, ...] = ()
    syntax: Syntax = Syntax()
    macros: bool = False
    languages: tuple[str, ...] = ()
    default_language: str | None = None
    # How static-i18n arranges the files, see links.served.
    layout: Layout = Layout()
    # Whether the project has signed the handbook's own conventions, by `extra.handbook`.
    handbook: bool = False
    # The Markdown extensions as mkdocs.yml has them, each with its options.
    markdown: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    # The plugins that are on.
    plugins: frozenset[str] = frozenset()
    # "/guide.md" is looked for from the docs folder: validation.links.absolute_links.
    absolute_from_docs: bool = False
    cards: str | None = None
    sources: str | None = None
    local_rules: str | None = None
    severities: Mapping[str, str] = field(default_factory=dict)
    dictionaries: Mapping[str, str] = field(default_factory=dict)
    # Section of the site (a folder, or "" for the pages beside them) -> what its pages weigh in the
    # search, and what they weigh for who asks from one of them.
    search: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    # Where a reader can say that something is missing, with {form}, {language} and {title} to fill in.
    report_uri_template: str | None = None


@dataclass(frozen=True)
class DataFile:
    """A data file: its text, what was read from it, and where each key stands.

    `language` is the one that all of it is written in, None where it holds several. `prose` is False
    where its texts are no sentences of the handbook's: words that staff type.
    """

    file: str
    text: str
    value: Any
    keys: Mapping[KeyPath, Position]
    language: str | None = None
    prose: bool = True

    def position(self, path: KeyPath) -> Position:
        """The nearest place that is known for a key path."""
        return FrontMatter(keys=self.keys).position(*path)


@dataclass(frozen=True)
class Sources:
    """What the handbook rests on: the data files, and where each claim stands in its file."""

    claims_file: str = ""
    sources: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    claims: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    claim_positions: Mapping[str, Position] = field(default_factory=dict)
    practice: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    # Card -> language -> who the customer of its role-play is.
    briefs: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    groups: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    terms: tuple[Mapping[str, Any], ...] = ()
    contradictions: tuple[Mapping[str, Any], ...] = ()
    phrases: tuple[Mapping[str, Any], ...] = ()
    local_rules: Mapping[str, Mapping[str, Mapping[str, str]]] = field(default_factory=dict)
    # Language -> card, or path of another page without .md -> "often" and "also" -> words.
    staff_words: Mapping[str, Mapping[str, Mapping[str, list[str]]]] = field(default_factory=dict)
    files: Mapping[str, DataFile] = field(default_factory=dict)


@dataclass(frozen=True)
class Base:
    """What a proposal starts from, as git knows it: a commit, and the files that are no longer there."""

    commit: str
    removed: frozenset[str]


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
    # The text of the list of all that was ever published; see model.published.
    published: str = ""
    # What the theme's own folder adds to the site, by the paths that links give it.
    theme_files: frozenset[str] = frozenset()

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
        folder = self.settings.cards
        if folder is None or page.language is None:
            return False
        return page.slug.startswith(f"{folder}/") and not page.slug.endswith("/index.md")

    def cards(self, language: str) -> Iterator[Page]:
        """The cards of a language, by id."""
        found = [
            versions[language]
            for versions in self.by_slug.values()
            if language in versions and self.is_card(versions[language]) and not versions[language].unreadable
        ]
        return iter(sorted(found, key=lambda page: str(self.neutral(page).get("id") or page.slug)))

    def neutral(self, page: Page) -> Mapping[str, Any]:
        """The front matter of the page's original, which holds all that is the same in every language."""
        original = self.original(page.slug)
        return (original or page).front.values


def strings(value: Any) -> tuple[str, ...]:
    """The strings of a front-matter list; anything else counts as none, as a check reports it."""
    if not isinstance(value, Iterable) or isinstance(value, str | Mapping):
        return ()
    return tuple(item for item in value if isinstance(item, str))
