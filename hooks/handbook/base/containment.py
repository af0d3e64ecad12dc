"""Whether a name stays within a folder, so that nothing is written outside of it."""

from __future__ import annotations

import os
from pathlib import Path


class NotWritten(OSError):
    """Nothing was written; the message says why."""


def check_place(root: Path, name: str) -> None:
    """Raise NotWritten where a name leads out of a folder, or through a link; it may be there or not."""
    if not (_stays(root, name) if os.name == "posix" else _is_resolved(root, name)):
        raise NotWritten(f"{name}: it is a link or lies outside the project, so it is not written")


def _stays(root: Path, name: str) -> bool:
    """The same as `_is_resolved`, where links are the only ways out; it looks at what is below the folder."""
    place, parts = os.fspath(root), Path(name).parts
    if ".." in parts or Path(name).is_absolute():
        return False
    for part in parts:
        place = os.path.join(place, part)
        if os.path.islink(place):  # noqa: PTH114
            return False
    return True


def _is_resolved(root: Path, name: str) -> bool:
    top = root.resolve()
    found = (root / name).resolve()
    return found == top / name and found.is_relative_to(top)
