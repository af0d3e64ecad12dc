"""Mending what is beyond doubt: applies the edits that faults carry, until no more are left.

Nothing is written before all is mended, so a command that is cut off leaves the old files or the new ones.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace

from ..base.edits import Edit, apply
from ..base.text_files import decode, in_form
from ..links.moves import CannotMove, Move
from ..links.relocation import CONFIG, Texts, in_settings
from ..links.renames import finished, renames
from ..model.project import Base, Fault, Project
from ..model.rules.translations import PageMoved
from ..reading.reader import Reader
from . import faults

# An edit can bring another fault to light (a path mended, then its anchor); a cycle must end.
_ROUNDS = 5


def fix(reader: Reader, *, prose: bool = False, base: Base | None = None) -> dict[str, int]:
    """Write the edits of all faults to the project's files, and finish the moves that were begun by hand.

    Args:
        reader: reads the project anew after each round.
        prose: whether to mend the prose, too.
        base: what a proposal starts from, where it is known.

    Returns:
        File -> the number of edits made in it. A second call makes none.

    Raises:
        NotWritten: one of the files may not or cannot be written; then none is.
    """
    made = _finish_moves(reader, base)
    for _ in range(_ROUNDS):
        mended: dict[str, bytes] = {}
        for file, edits in _by_file(faults(replace(reader.read(), base=base), prose=prose)).items():
            data = reader.unwritten.read(file)
            new, count = apply(decode(data)[0], edits)
            if count:
                mended[file] = in_form(data, new)
                made[file] = made.get(file, 0) + count
        if not mended:
            break
        reader.unwritten.hold(mended)
    reader.unwritten.write()
    return made


def _finish_moves(reader: Reader, base: Base | None) -> dict[str, int]:
    """What goes by the former names of pages under their new ones; file -> the number of lines changed."""
    made: dict[str, int] = {}
    done: set[Move] = set()
    while rest := [move for move in _moves(replace(reader.read(), base=base)) if move not in done]:
        move = rest[0]
        done.add(move)
        project = replace(reader.read(), base=base)
        texts: Texts = {}
        with suppress(CannotMove):  # It is told, and somebody has to see to it.
            texts = finished(project, move)
        settings = decode(reader.unwritten.read(CONFIG))[0]
        if texts and (moved := in_settings(settings, move)) != settings:
            texts[CONFIG] = moved
        for file, text in texts.items():
            before = reader.unwritten.read(file) if reader.unwritten.has(file) else b""
            reader.unwritten.hold({file: in_form(before, text or "")})
            made[file] = made.get(file, 0) + 1
    return made


def _moves(project: Project) -> list[Move]:
    """The moves that are to be finished: those of which somebody is told."""
    if not renames(project):
        return []
    told = (fault.broken for fault in faults(project))
    return [Move(broken.old, broken.new) for broken in told if isinstance(broken, PageMoved)]


def _by_file(found: Iterable[Fault]) -> dict[str, list[Edit]]:
    edits: dict[str, list[Edit]] = {}
    for fault in found:
        if fault.fix is not None:
            edits.setdefault(fault.file, []).append(fault.fix)
    return edits
