"""One copy of a small handbook for one change after the other: only what has changed is read anew."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from handbook.model.project import Project
from handbook.reading.reader import Reader

# When a file was changed, and its size.
Stamp = tuple[int, int]
# Times that no file has had: two changes may come so soon that the clock does not tell them apart.
_TIMES = count(10**18, 10**9)


class Reused:
    """A folder that is put back to how it was found."""

    def __init__(self, root: Path) -> None:
        self.root = root
        _KNOWN[root] = self
        self._reader = Reader(root)
        self._stamps, self._folders = _scan(root)
        self._contents = {path: Path(path).read_bytes() for path in self._stamps}

    def read(self) -> Project:
        """What stands there now."""
        for path, stamp in _scan(self.root)[0].items():
            if self._stamps.get(path) != stamp:
                os.utime(path, ns=(next(_TIMES),) * 2)
        return self._reader.read()

    @contextmanager
    def changing(self) -> Iterator[Path]:
        """Yields the folder to be changed."""
        try:
            yield self.root
        finally:
            self.restore()

    def restore(self) -> None:
        """Put all of it back."""
        stamps, folders = _scan(self.root)
        for path in stamps.keys() - self._stamps.keys():
            Path(path).unlink()
        for folder in folders - self._folders:
            shutil.rmtree(folder, ignore_errors=True)  # Its parent may have gone before it.
        for path, content in self._contents.items():
            if stamps.get(path) != self._stamps[path]:
                Path(path).parent.mkdir(parents=True, exist_ok=True)
                Path(path).write_bytes(content)
                os.utime(path, ns=(next(_TIMES),) * 2)
                self._stamps[path] = _stamp(os.stat(path))


_KNOWN: dict[Path, Reused] = {}


def read(root: Path) -> Project:
    """What stands in a folder now, whether or not it is used again and again."""
    return _KNOWN[root].read() if root in _KNOWN else Reader(root).read()


def _scan(root: Path) -> tuple[dict[str, Stamp], set[str]]:
    """The files with their stamps, and the folders."""
    stamps: dict[str, Stamp] = {}
    folders: set[str] = set()
    waiting = [os.fspath(root)]
    while waiting:
        for entry in os.scandir(waiting.pop()):
            if entry.is_dir(follow_symlinks=False):
                folders.add(entry.path)
                waiting.append(entry.path)
            else:
                stamps[entry.path] = _stamp(entry.stat())
    return stamps, folders


def _stamp(status: os.stat_result) -> Stamp:
    return status.st_mtime_ns, status.st_size
