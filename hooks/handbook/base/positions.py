"""Offsets in a text to lines and columns."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from ..model.document import Position

# Without the step through Python that a named tuple's own constructor takes.
_new = tuple.__new__


class Places:
    """The lines of a text."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *accumulate([len(line) + 1 for line in text.split("\n")])][:-1]

    def at(self, offset: int) -> Position:
        """The position of a character, counted from 0."""
        line = bisect_right(self._starts, offset)
        return _new(Position, (line, offset - self._starts[line - 1] + 1))

    def offset(self, position: Position) -> int:
        """The offset of a position; the inverse of `at`."""
        return self._starts[position.line - 1] + position.column - 1
