"""Mending what is beyond doubt: applies the edits that faults carry, until no more are left."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ..base.edits import Edit, apply
from ..base.text_files import decode, write
from ..model.project import Fault
from ..reading.reader import Reader
from . import faults

# An edit can bring another fault to light (a path mended, then its anchor); a cycle must end.
_ROUNDS = 5


def fix(reader: Reader, root: Path, *, prose: bool = False) -> dict[str, int]:
    """Write the edits of all faults to the project's files.

    Args:
        reader: reads the project anew after each round.
        root: the project's folder.
        prose: whether to mend the prose, too.

    Returns:
        File -> the number of edits made in it. A second call makes none.

    Raises:
        NotWritten: one of the files may not or cannot be written.
    """
    made: dict[str, int] = {}
    for _ in range(_ROUNDS):
        texts: dict[str, str] = {}
        for file, edits in _by_file(faults(reader.read(), prose=prose)).items():
            text, _ = decode((root / file).read_bytes())
            new, count = apply(text, edits)
            if count:
                texts[file] = new
                made[file] = made.get(file, 0) + count
        if not texts:
            break
        write(root, texts)
    return made


def _by_file(found: Iterable[Fault]) -> dict[str, list[Edit]]:
    edits: dict[str, list[Edit]] = {}
    for fault in found:
        if fault.fix is not None:
            edits.setdefault(fault.file, []).append(fault.fix)
    return edits
