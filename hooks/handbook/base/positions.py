"""Places in a text: lines and columns, offsets, and paths of keys."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import Any, NamedTuple

KeyPath = tuple[str | int, ...]


class Position(NamedTuple):
    """A place in a file: line and column, both counted from 1.

    A named tuple, as are the other parts of a page: there are many of them, and a frozen dataclass
    takes four times as long to make.
    """

    line: int
    column: int = 1


# Without the step through Python that a named tuple's own constructor takes.
new_position = tuple.__new__


def flat(keys: Mapping[KeyPath, Position]) -> list[list[str | int]]:
    """Where keys stand, as values of JSON; `keyed` is the inverse."""
    return [[*position, *path] for path, position in keys.items()]


def keyed(kept: Iterable[Sequence[Any]]) -> dict[KeyPath, Position]:
    """Where keys stand, of what `flat` has made; raises TypeError or ValueError where it is none of it."""
    return {tuple(path): new_position(Position, (line, column)) for line, column, *path in kept}


class Places:
    """The lines of a text."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *accumulate([len(line) + 1 for line in text.split("\n")])][:-1]

    def at(self, offset: int) -> Position:
        """The position of a character, counted from 0."""
        line = bisect_right(self._starts, offset)
        return new_position(Position, (line, offset - self._starts[line - 1] + 1))

    def offset(self, position: Position) -> int:
        """The offset of a position; the inverse of `at`."""
        return self._starts[position.line - 1] + position.column - 1
