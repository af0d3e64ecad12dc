"""What the handbook is made of, as frozen data.

A `Project` is everything that was read. Checks go over it and yield `Fault`s, which say what is
wrong without words; the catalogue turns each into a `Finding` in the reader's language.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

KeyPath = tuple[str | int, ...]

# Front matter that is the same in every language, so it stands in the original alone.
NEUTRAL_KEYS = ("id", "claims", "questions", "verified")


class Position(NamedTuple):
    """A place in a file: line and column, both counted from 1.

    A named tuple, as are the other parts of a page: there are many of them, and a frozen dataclass
    takes four times as long to make.
    """

    line: int
    column: int = 1


@dataclass(frozen=True, slots=True)
class Edit:
    """A change that mends a fault beyond doubt: at `position`, `old` becomes `new`.

    An empty `old` inserts; the text must still be what it was when the fault was found.
    """

    position: Position
    old: str
    new: str


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
        text = f"{self.file}:{self.line}:{self.column}: {self.message}"
        return f"{text} {self.suggestion} [{self.rule}]" if self.suggestion else f"{text} [{self.rule}]"


@dataclass(frozen=True, slots=True)
class Fault:
    """What a check found: a rule, a place, and the values its message needs.

    `language` is the one the page is written in; the message will be in it.
    """

    rule: str
    file: str
    position: Position = Position(1)
    language: str | None = None
    values: Mapping[str, Any] = field(default_factory=dict)
    fix: Edit | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault of one page that its own text shows, before any other page is known."""

    rule: str
    position: Position
    values: Mapping[str, Any] = field(default_factory=dict)
    fix: Edit | None = None


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The YAML at the top of a page: values, and where each key stands.

    `keys` maps a key path such as ("claims", 2) to its position. `end` is the line of the closing
    fence, 0 where a page has no front matter.
    """

    values: Mapping[str, Any] = field(default_factory=dict)
    keys: Mapping[KeyPath, Position] = field(default_factory=dict)
    end: int = 0
    broken: bool = False

    def position(self, *path: str | int) -> Position:
        """The nearest place that is known for a key path: its own, else that of what holds it."""
        for length in range(len(path), 0, -1):
            if (found := self.keys.get(path[:length])) is not None:
                return found
        return Position(1)


class Heading(NamedTuple):
    """A heading: `id` is what the browser gets; `explicit` says that the author wrote it."""

    level: int
    text: str
    id: str
    explicit: bool
    position: Position


class Link(NamedTuple):
    """A link or image as written.

    `kind`: link and image are Markdown's own, reference is a definition, auto stands in angle
    brackets, html and html-image are attributes of raw HTML, which MkDocs does not rewrite, front and
    front-image are values of front matter.
    `target_position` is where the target itself stands.
    """

    target: str
    text: str
    kind: str
    position: Position
    target_position: Position = Position(1)


@dataclass(frozen=True, slots=True)
class Definition:
    """A reference or footnote: its name as Markdown compares it."""

    name: str
    footnote: bool
    position: Position


@dataclass(frozen=True, slots=True)
class Waiver:
    """A comment that lets a rule pass: on the next line that is not blank, or on the whole page.

    <!-- handbook: allow RULE until 2027-01-31: reason -->
    """

    rule: str
    until: datetime.date
    reason: str
    whole_page: bool
    position: Position
    covers: int


@dataclass(frozen=True, slots=True)
class Syntax:
    """Which of Markdown's extensions a site has switched on, as far as reading differs.

    `boxes` are the marks of admonitions, details and tabs, whose text is indented below them.
    """

    attr_list: bool = True
    footnotes: bool = True
    md_in_html: bool = True
    magiclink: bool = False
    boxes: tuple[str, ...] = ("!!!", "???", "===")
    unicode_slugs: bool = False
    separator: str = "-"


class Item(NamedTuple):
    """A list item. `marker` is "-", "1." and the like; `task` where it has a check box."""

    text: str
    marker: str
    task: bool
    position: Position


class Section(NamedTuple):
    """What stands between two headings. The part before the first heading has the id ""."""

    id: str
    heading: Heading | None
    text: str
    position: Position
    items: tuple[Item, ...]
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class Document:
    """A Markdown text taken apart."""

    text: str
    front: FrontMatter
    headings: tuple[Heading, ...]
    links: tuple[Link, ...]
    ids: Mapping[str, Position]
    sections: tuple[Section, ...]
    markers: tuple[tuple[str, Position], ...]
    problems: tuple[Problem, ...]
    waivers: tuple[Waiver, ...] = ()

    @cached_property
    def lines(self) -> list[str]:
        """The text's lines, the first at index 0."""
        return self.text.split("\n")

    def section(self, id: str) -> Section | None:
        """The section with this heading id, if there is one."""
        return next((s for s in self.sections if s.id == id), None)


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

    def fault(
        self, rule: str, position: Position | None = None, fix: Edit | None = None, **values: Any
    ) -> Fault:
        """A fault of this page, in its language."""
        return Fault(rule, self.file, position or Position(1), self.language, values, fix)


@dataclass(frozen=True)
class Settings:
    """What mkdocs.yml says, as far as the checks need it. Paths are relative to `root`."""

    root: str
    docs_dir: str = "docs"
    site_url: str | None = None
    prefix_all: bool = False
    use_directory_urls: bool = True
    nav: tuple[tuple[str, Position], ...] | None = None
    excluded: tuple[str, ...] = ()
    not_in_nav: tuple[str, ...] = ()
    syntax: Syntax = Syntax()
    languages: tuple[str, ...] = ()
    default_language: str | None = None
    cards: str | None = None
    sources: str | None = None
    local_rules: str | None = None
    severities: Mapping[str, str] = field(default_factory=dict)
    dictionaries: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class DataFile:
    """A data file: its text, what was read from it, and where each key stands.

    `language` is the one that all of it is written in, None where it holds several.
    """

    file: str
    text: str
    value: Any
    keys: Mapping[KeyPath, Position]
    language: str | None = None

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
    groups: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    terms: tuple[Mapping[str, Any], ...] = ()
    contradictions: tuple[Mapping[str, Any], ...] = ()
    phrases: tuple[Mapping[str, Any], ...] = ()
    local_rules: Mapping[str, Mapping[str, Mapping[str, str]]] = field(default_factory=dict)
    files: Mapping[str, DataFile] = field(default_factory=dict)


@dataclass(frozen=True)
class Project:
    """Everything that was read. `files` are all paths below the docs folder, pages and assets."""

    settings: Settings
    pages: Mapping[str, Page]
    files: frozenset[str]
    sources: Sources
    faults: tuple[Fault, ...] = ()
    excluded: frozenset[str] = frozenset()

    @cached_property
    def by_slug(self) -> Mapping[str, Mapping[str, Page]]:
        """slug -> language -> page, for the pages that belong to a language."""
        found: dict[str, dict[str, Page]] = {}
        for page in self.pages.values():
            if page.language is not None:
                found.setdefault(page.slug, {})[page.language] = page
        return found

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
