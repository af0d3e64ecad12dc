"""A passage: a piece of text as a reader sees it, each character with its place in the file."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache

from ..base.edits import Edit
from ..base.guessing import WORD, words
from ..base.kept import once
from ..base.positions import Position
from ..model.project import Fault, Page
from ..model.rules.rule import Rule

# Stands for what is no prose: code, an address, a name of an icon. It counts as a word.
OPAQUE = "\ufffc"
# A line break that the author typed; white space, but no space too many.
BREAK = "\u2028"

# „…” «…» “…” "…"; what stands inside may be another language or somebody else's words.
_QUOTED = re.compile(r"„[^„”“]*[”“]|“[^“”]*”|«[^«»]*»|\"[^\"]*\"")
_HYPHEN = re.compile(r"[-‑]")
_IN_NAME = re.compile(r"\w\.\w")

Spans = tuple[tuple[int, int], ...]
Places = tuple[tuple[int, int, int], ...]


class Kind(Enum):
    """What a passage is on its page."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CELL = "cell"
    CUSTOMER = "customer"
    DATA = "data"


@dataclass(eq=False)  # Not frozen: a handbook has ten thousand, and that makes each seven times as slow.
class Passage:
    """A piece of text without its markup; it is not changed once it is made.

    `placed` holds (offset in the text, line, column) wherever text and file part company, or gives
    them when a fault asks for its place: most passages have none.
    `section` is the id of the heading above, in a data file the key of the entry.
    `emphasised` are the parts that were set in bold or italics.
    """

    file: str
    language: str
    text: str
    placed: Places | Callable[[], Places]
    kind: Kind
    section: str = ""
    page: Page | None = None
    emphasised: Spans = ()

    @once
    def places(self) -> Places:
        """Where text and file part company: (offset in the text, line, column)."""
        return self.placed() if callable(self.placed) else self.placed

    def position(self, offset: int) -> Position:
        """The place in the file of a character of the text."""
        start, line, column = self.places[bisect_right(self._starts, offset) - 1]
        return Position(line, column + offset - start)

    def is_verbatim(self, start: int, end: int) -> bool:
        """Whether this part stands in the file just as it is here."""
        return bisect_right(self._starts, start) == bisect_right(self._starts, end - 1)

    def fault(self, broken: Rule, start: int, fix: Edit | None = None) -> Fault:
        """A fault at a character of the text."""
        return Fault(broken, self.file, self.position(start), self.language, fix)

    @property
    def is_markdown(self) -> bool:
        """Whether it stands in a page's body, not in YAML."""
        return self.kind not in (Kind.TITLE, Kind.CUSTOMER, Kind.DATA)

    @once
    def quoted(self) -> Spans:
        """The parts in quotation marks."""
        return tuple(match.span() for match in _QUOTED.finditer(self.text))

    @once
    def tokens(self) -> tuple[str, ...]:
        """The words alone."""
        return tuple(words(self.text))

    @once
    def words(self) -> tuple[tuple[str, int], ...]:
        """The words, each with its offset; for the few passages where a place is wanted."""
        return tuple((match[0], match.start()) for match in WORD.finditer(self.text))

    @property
    def length(self) -> int:
        """How many words there are."""
        return len(self.tokens) + self.text.count(OPAQUE)

    def count(self, start: int, end: int) -> int:
        """How many words there are between two places of the text."""
        if not start and end == len(self.text):
            return self.length
        return len(WORD.findall(self.text, start, end)) + self.text.count(OPAQUE, start, end)

    @once
    def lookups(self) -> tuple[tuple[str, int], ...]:
        """The words that a dictionary can be asked for, as it has them, with their offsets."""
        return tuple(self._lookups())

    def _lookups(self) -> Iterator[tuple[str, int]]:
        text = self.text
        for word, at in self.words:
            end = at + len(word)
            # example.org, card.md
            if "." in (text[end : end + 1], text[at - 1 : at]) and _IN_NAME.search(
                text, max(0, at - 2), end + 2
            ):
                continue
            for plain, offset in parts(word):
                yield plain, at + offset

    @once
    def _starts(self) -> tuple[int, ...]:
        return tuple(start for start, _, _ in self.places)


@cache
def parts(word: str) -> tuple[tuple[str, int], ...]:
    """What a dictionary can be asked for of a word: letters and straight apostrophes, with their offsets.

    No numbers, no initials, no names such as MkDocs that are set in their own way.
    """
    found: list[tuple[str, int]] = []
    at = 0
    if len(word) > 1 and word.isalpha() and word[1:].islower():
        # Nearly every word. Letters that come in two parts are no letters to Python.
        return ((unicodedata.normalize("NFC", word), 0),)
    for part in _HYPHEN.split(word):
        plain = unicodedata.normalize("NFC", part.replace("’", "'")).removesuffix("'s")
        letters = plain.replace("'", "")
        if len(letters) > 1 and letters.isalpha() and letters[1:].islower():
            found.append((plain, at))
        at += len(part) + 1
    return tuple(found)


def inside(spans: Spans, offset: int) -> bool:
    """Whether one of the spans holds a character."""
    return any(start <= offset < end for start, end in spans)


def shorten(text: str, limit: int = 60) -> str:
    """The beginning of a text, whole words, for a message."""
    beginning = text[: limit * 20]  # The rest is not shown, however often this is asked.
    text = " ".join(beginning.replace(OPAQUE, "…").split())
    return text if len(text) <= limit else text[:limit].rpartition(" ")[0] + " …"
