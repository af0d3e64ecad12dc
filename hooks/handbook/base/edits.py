"""Edits: changes that mend a fault beyond doubt, and applying them to a text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .positions import Places, Position


@dataclass(frozen=True, slots=True)
class Edit:
    """A change that mends a fault beyond doubt: at `position`, `old` becomes `new`.

    An empty `old` inserts; the text must still be what it was when the fault was found.
    """

    position: Position
    old: str
    new: str


def apply(text: str, edits: Iterable[Edit]) -> tuple[str, int]:
    """Apply edits to a text.

    Args:
        edits: in any order; of two that touch the same place the first one counts.

    Returns:
        The new text and how many edits were made. An edit whose old text no longer stands at its
        place is left out.
    """
    places = Places(text)
    made: list[tuple[int, int, str]] = []
    for edit in sorted(edits, key=lambda e: e.position):
        start = places.offset(edit.position)
        end = start + len(edit.old)
        if text[start:end] == edit.old and (not made or start >= made[-1][1]):
            made.append((start, end, edit.new))
    for start, end, new in reversed(made):
        text = text[:start] + new + text[end:]
    return text, len(made)
