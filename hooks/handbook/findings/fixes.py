"""Mending what is beyond doubt: applies the edits that faults carry, until no more are left.

Nothing is written before all is mended, so a command that is cut off leaves the old files or the new ones.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..base.edits import Edit, apply
from ..base.text_files import decode, in_form
from ..model.project import Fault
from ..reading.reader import Reader
from . import faults

# An edit can bring another fault to light (a path mended, then its anchor); a cycle must end.
_ROUNDS = 5


def fix(reader: Reader, *, prose: bool = False) -> dict[str, int]:
    """Write the edits of all faults to the project's files.

    Args:
        reader: reads the project anew after each round.
        prose: whether to mend the prose, too.

    Returns:
        File -> the number of edits made in it. A second call makes none.

    Raises:
        NotWritten: one of the files may not or cannot be written; then none is.
    """
    made: dict[str, int] = {}
    for _ in range(_ROUNDS):
        mended: dict[str, bytes] = {}
        for file, edits in _by_file(faults(reader.read(), prose=prose)).items():
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


def _by_file(found: Iterable[Fault]) -> dict[str, list[Edit]]:
    edits: dict[str, list[Edit]] = {}
    for fault in found:
        if fault.fix is not None:
            edits.setdefault(fault.file, []).append(fault.fix)
    return edits
