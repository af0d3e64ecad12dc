"""Faults of a file as a whole: too long to be read, not UTF-8."""

from __future__ import annotations

from ..base.positions import Position
from ..model.project import Fault
from ..model.rules.files import FileLong


def too_long(file: str, reason: str, size: int, limit: int, language: str | None) -> Fault:
    """The fault of a file that is longer than what is read."""
    broken = FileLong(reason=reason, size=-(-size // 1000), limit=limit // 1000)
    return Fault(broken, file, Position(1), language)


def undecodable(error: UnicodeDecodeError) -> Position:
    """Where the first byte stands that is not UTF-8; the column counts bytes."""
    line = error.object.count(b"\n", 0, error.start) + 1
    return Position(line, error.start - error.object.rfind(b"\n", 0, error.start))
