"""Mending what is beyond doubt: applies the edits that faults carry, until no more are left."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from .checks import run
from .edits import apply
from .model import Edit, Fault
from .reader import Reader

# An edit can bring another fault to light (a path mended, then its anchor); a cycle must end.
_ROUNDS = 5


def fix(reader: Reader, root: Path) -> dict[str, int]:
    """Write the edits of all faults to the project's files.

    Args:
        reader: reads the project anew after each round.
        root: the project's folder.

    Returns:
        File -> the number of edits made in it. A second call makes none.
    """
    made: dict[str, int] = {}
    for _ in range(_ROUNDS):
        changed = False
        for file, edits in _by_file(run(reader.read())).items():
            path = root / file
            text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
            new, count = apply(text, edits)
            if count:
                path.write_text(new, "utf8", newline="\n")
                made[file] = made.get(file, 0) + count
                changed = True
        if not changed:
            break
    return made


def _by_file(faults: Iterable[Fault]) -> dict[str, list[Edit]]:
    found: dict[str, list[Edit]] = {}
    for fault in faults:
        if fault.fix is not None:
            found.setdefault(fault.file, []).append(fault.fix)
    return found
