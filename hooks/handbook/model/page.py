"""A page: its place, its language and what stands in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from ..base.edits import Edit
from ..base.positions import Position
from .document import Document, FrontMatter
from .faults import Fault
from .matter import Matter, matter
from .rules.rule import Rule

# Front matter that is the same in every language, so it stands in the original alone.
NEUTRAL_KEYS = ("id", "claims", "questions", "verified")


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

    @cached_property
    def matter(self) -> Matter:
        """The fields of the front matter."""
        return matter(self.front.values)

    @property
    def title(self) -> str:
        """The title as readers see it: front matter first, else the first level-1 heading."""
        return self.matter.title or next((h.text for h in self.document.headings if h.level == 1), "")

    @property
    def is_translation(self) -> bool:
        return self.matter.translation is not None

    @property
    def is_marked_original(self) -> bool:
        """Whether the front matter holds what only an original holds."""
        return not self.is_translation and any(key in self.front.values for key in NEUTRAL_KEYS)

    def fault(self, broken: Rule, position: Position, fix: Edit | None = None) -> Fault:
        """A fault of this page, in its language."""
        return Fault(broken, self.file, position, self.language, fix)
