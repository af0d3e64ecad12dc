"""Which files have changed since they were looked at last.

They are looked at again and again, several times a second: that takes some milliseconds for a thousand
files, and misses nothing where folders are renamed, deleted and made anew, or lie on a network.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

_Stamp = tuple[int, int, int]

# Seconds from look to look; how much longer where looking takes long; how long a file is given to be whole.
_PAUSE, _SHARE, _SETTLED, _PATIENCE = 0.1, 20, 0.03, 1.0


class Watch:
    """Files, and all that lie in folders; neither need be there."""

    def __init__(self, paths: Iterable[Path]) -> None:
        self._paths = tuple(paths)
        self._known: Mapping[str, _Stamp] = {}
        self._cost = 0.0
        self.look()

    def add(self, path: Path) -> None:
        """Watch another one from now on."""
        if path not in self._paths:
            self._paths = (*self._paths, path)
            self._known = dict(_stamps(self._paths))

    def look(self) -> frozenset[str]:
        """The files that were changed, made or deleted since this was asked last."""
        begun = time.perf_counter()
        before, self._known = self._known, dict(_stamps(self._paths))
        self._cost = time.perf_counter() - begun
        return frozenset(path for path, _ in before.items() ^ self._known.items())

    def wait(self, ended: Callable[[float], bool], *, at_once: bool = False) -> frozenset[str]:
        """Wait for changes, and then until nobody is writing any more, for a second at most.

        Args:
            ended: waits for so many seconds, and says whether nobody waits for changes any longer.
            at_once: there has been one already, so only the second wait is needed.
        """
        while not (changed := self.look()) and not at_once:
            if ended(max(_PAUSE, _SHARE * self._cost)):
                return frozenset()
        until = time.monotonic() + _PATIENCE
        while not ended(_SETTLED) and time.monotonic() < until:
            if not (more := self.look()):
                break
            changed |= more
        return changed


def _stamps(paths: Iterable[Path]) -> Iterator[tuple[str, _Stamp]]:
    for path in paths:
        for name in (str(path),) if path.is_file() else _below(path):
            try:
                status = os.stat(name)
            except OSError:  # Deleted since it was listed.
                continue
            yield name, (status.st_mtime_ns, status.st_size, status.st_ino)


def _below(path: Path) -> Iterator[str]:
    for folder, folders, files in os.walk(path):
        folders[:] = [name for name in folders if not name.startswith(".") and name != "__pycache__"]
        yield from (os.path.join(folder, name) for name in files if not _is_passing(name))


def _is_passing(name: str) -> bool:
    """Whether an editor's program keeps it for itself, beside the file that is written."""
    return name.startswith(".") or name.endswith(("~", ".swp", ".tmp"))
