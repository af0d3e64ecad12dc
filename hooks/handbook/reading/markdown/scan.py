"""What a look at one page's text has found, in the order of the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from ...base.positions import Position
from ...model.document import Definition, Link, Problem
from ...model.rules.references import IdTwice


class Id(NamedTuple):
    """An id and where it is given. `raw`: in HTML that Python-Markdown does not look into."""

    id: str
    position: Position
    raw: bool = False


@dataclass
class Found:
    """Links, definitions, ids and problems; `used` are the spans of the text that belong to one.

    `notes` are the ids that Markdown gives footnotes and their marks.
    """

    links: list[Link] = field(default_factory=list)
    definitions: list[Definition] = field(default_factory=list)
    ids: list[Id] = field(default_factory=list)
    notes: list[Id] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    used: list[tuple[int, int]] = field(default_factory=list)

    def is_used(self, offset: int) -> bool:
        """Whether the character at an offset belongs to something that was found."""
        return any(begin <= offset < end for begin, end in self.used)


def occurrences(ids: list[Id]) -> Mapping[str, Position]:
    """The first place of each id."""
    first: dict[str, Position] = {}
    for entry in ids:
        first.setdefault(entry.id, entry.position)
    return first


def repeated(ids: list[Id]) -> Iterator[Problem]:
    """A problem for each id that stands a second time."""
    first: dict[str, Position] = {}
    for entry in sorted(ids, key=lambda entry: entry.position):
        if entry.id in first:
            yield Problem(IdTwice(id=entry.id, line=first[entry.id].line), entry.position)
        else:
            first[entry.id] = entry.position
