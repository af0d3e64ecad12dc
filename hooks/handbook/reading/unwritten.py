"""Files of a project as they will be: what is mended is read again before anything of it is written."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ..base.writing import NotWritten, write_files
from .folders import Stamp


class Unwritten:
    """New contents of a project's files, which its reader takes for theirs until they are written."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._before: dict[str, bytes | None] = {}
        self._held: dict[str, tuple[Stamp, bytes]] = {}
        self._count = 0

    def read(self, name: str) -> bytes:
        """What a file, given by its path from the project's root, will hold. Raises OSError."""
        held = self._held.get(name)
        return held[1] if held else (self._root / name).read_bytes()

    def has(self, name: str) -> bool:
        """Whether there is such a file, or will be."""
        return name in self._held or (self._root / name).is_file()

    def stamp(self, name: str, on_disk: Stamp) -> Stamp:
        """The stamp of a file; no file on the disk has that of one that is not written."""
        held = self._held.get(name)
        return held[0] if held else on_disk

    def hold(self, files: Mapping[str, bytes]) -> None:
        """Take note of what files will hold, new ones among them. Raises OSError."""
        for name, data in files.items():
            if name not in self._held:
                self._before[name] = self._on_disk(name)
            self._count += 1
            self._held[name] = ((-self._count, len(data)), data)

    def write(self) -> None:
        """Write all that is held, or nothing of it.

        Raises:
            NotWritten: one of the files may not or cannot be written, or somebody else has changed it.
        """
        for name, before in self._before.items():
            if self._on_disk(name) != before:
                raise NotWritten(f"{name}: it was changed by somebody else meanwhile; nothing was written")
        write_files(self._root, {name: data for name, (_, data) in self._held.items()})
        self._before.clear()
        self._held.clear()

    def _on_disk(self, name: str) -> bytes | None:
        path = self._root / name
        return path.read_bytes() if path.exists() else None
