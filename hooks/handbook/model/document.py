"""What one page's text is made of, as frozen data: places, front matter, headings, links, sections."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from ..base.digest import digest
from ..base.edits import Edit
from ..base.kept import once
from ..base.positions import KeyPath, Position
from .rules.rule import Rule


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault of one page that its own text shows, before any other page is known."""

    broken: Rule
    position: Position
    fix: Edit | None = None

    @property
    def rule(self) -> str:
        """The id of the rule."""
        return self.broken.rule_id


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
    `target_position` is where the target itself stands. `written` is the target as MkDocs looks for it where
    that is another one than browsers get: it takes entities for signs of the file's name.
    """

    target: str
    text: str
    kind: str
    position: Position
    target_position: Position = Position(1)
    written: str = ""


@dataclass(frozen=True, slots=True)
class Definition:
    """A reference or footnote: its name as Markdown compares it.

    `remark`: it is a way to write what nobody shall read, as in [//]: # (remark), and meant to be unused.
    """

    name: str
    footnote: bool
    position: Position
    remark: bool = False


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

    `boxes` are the marks of admonitions, details and tabs, whose text is indented below them;
    `superfences`, whether code can be fenced in entries and boxes, too; `unread`, the marks of what is no
    Markdown: abbreviations, comments and formulas.
    """

    attr_list: bool = True
    footnotes: bool = True
    md_in_html: bool = True
    magiclink: bool = False
    boxes: tuple[str, ...] = ("!!!", "???", "===")
    superfences: bool = True
    unread: tuple[str, ...] = ()
    unicode_slugs: bool = False
    separator: str = "-"
    # Whether lines such as "Author: Ann" at the top of a page are none of its text, as MkDocs takes them.
    meta_lines: bool = False


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

    @once
    def lines(self) -> list[str]:
        """The text's lines, the first at index 0."""
        return self.text.split("\n")

    @once
    def body(self) -> str:
        """What stands below the front matter, as Python-Markdown gets it."""
        return "\n".join(self.lines[self.front.end :])

    @once
    def digest(self) -> str:
        """What tells the text from any other, for who keeps what has come of it."""
        return digest(self.text)

    def section(self, id: str) -> Section | None:
        """The section with this heading id, if there is one."""
        return next((s for s in self.sections if s.id == id), None)
