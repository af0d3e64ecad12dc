"""Offsets in a text to lines and columns."""

from __future__ import annotations

from bisect import bisect_right

from .model import Position


class Places:
    """The lines of a text."""

    def __init__(self, text: str) -> None:
        starts, at = [0], text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = text.find("\n", at + 1)
        self._starts = starts

    def at(self, offset: int) -> Position:
        """The position of a character, counted from 0."""
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def offset(self, position: Position) -> int:
        """The offset of a position; the inverse of `at`."""
        return self._starts[position.line - 1] + position.column - 1
