"""Edits: making them for faults whose cure is beyond doubt, and applying them to a text."""

from __future__ import annotations

from collections.abc import Iterable

from ..base.positions import Places
from ..model.document import Edit, Link, Position
from ..model.project import Page


def replace_target(page: Page, link: Link, better: str | None) -> Edit | None:
    """An edit that replaces a link's target, where the file really says what was read."""
    if better is None:
        return None
    place = link.target_position
    line = page.document.lines[place.line - 1]
    start = place.column - 1
    if line.startswith("<", start):
        start += 1
    if not line.startswith(link.target, start) or " " in better:
        return None
    return Edit(Position(place.line, start + 1), link.target, better)


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
