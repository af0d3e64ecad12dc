"""What was made before, kept in a folder that git ignores until something that goes into it changes.

HANDBOOK_CACHE=off does without, =on keeps it where CI is set, too.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

from .digest import digest
from .writing import put

FOLDER = ".handbook-cache"
SWITCH = "HANDBOOK_CACHE"
# Nothing that is kept holds itself.
_ENCODER = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"))
# What code, its data and its texts are written in.
_WRITTEN = (".py", ".yml", ".txt")
# What a library's version is told by: the name of a folder beside it.
_INSTALLED = (".dist-info", ".egg-info")


class Store:
    """Values of JSON, each under a name, with the key that says what they were made of.

    They are read as JSON and as nothing else: what lies in the folder can never be run.
    """

    def __init__(self, *code: Path) -> None:
        """Keep what these folders of code make; this package is always among them."""
        self._code = (*code, Path(__file__).parents[1])
        self._known: dict[Path, dict[str, Any]] = {}

    @property
    def is_on(self) -> bool:
        """Whether anything is kept: not where others' proposals are built, unless it is asked for."""
        return os.environ.get(SWITCH, "off" if os.environ.get("CI") else "on") != "off"

    @cached_property
    def tools(self) -> str:
        """A digest of what makes everything here: our code, its data and texts, and the libraries."""
        # All that is installed: which libraries make a site is for mkdocs.yml to say.
        made = sha256("\n".join([sys.version, *_libraries()]).encode())
        for path in sorted(path for folder in self._code for path in _files(folder)):
            content = path.read_bytes()
            made.update(f"\n{path.name} {len(content)}\n".encode())
            made.update(content)
        return made.hexdigest()

    def get(self, root: Path, name: str, key: str, *, remember: bool = True) -> Any:
        """The value under a name, None where there is none that was made of the same.

        Args:
            root: the project's folder.
            name: the name.
            key: what it is made of.
            remember: whether to hold it in memory, for who asks again.
        """
        place = _place(root, name)
        kept = self._known.get(place) or _read(place)
        if kept.get("key") != key:
            return None
        if remember:
            self._known[place] = kept
        return kept.get("value")

    def put(self, root: Path, name: str, key: str, value: Any, *, remember: bool = True) -> None:
        """Keep a value for the next time, in the place of the one under this name; as for `get`."""
        _write(root, name, {"key": key, "value": value})
        if remember:
            self.remember(root, name, key, value)

    def remember(self, root: Path, name: str, key: str, value: Any) -> None:
        """Hold in memory what a copy of this process has put."""
        self._known[_place(root, name)] = {"key": key, "value": value}

    def forget(self, root: Path, name: str) -> None:
        """Keep nothing under a name any more."""
        self._known.pop(_place(root, name), None)
        with suppress(OSError):
            _place(root, name).unlink(missing_ok=True)

    def written(self, root: Path) -> Callable[[str], int]:
        """When what is kept under each name was written (nanoseconds), 0 where there is nothing."""
        try:
            times = {entry.name: entry.stat().st_mtime_ns for entry in os.scandir(root / FOLDER)}
        except OSError:
            times = {}
        return lambda name: times.get(_file(name).rpartition("/")[2], 0)


def _libraries() -> list[str]:
    """The names and versions of what is installed, as the folders of the import path tell them."""
    found: set[str] = set()
    for folder in map(Path, sys.path):
        with suppress(OSError):
            found.update(path.name for path in folder.iterdir() if path.name.endswith(_INSTALLED))
    return sorted(found)


def _files(folder: Path) -> Iterator[Path]:
    for above, _, names in os.walk(folder):
        yield from (Path(above, name) for name in names if name.endswith(_WRITTEN))


def _place(root: Path, name: str) -> Path:
    return root / _file(name)


def _file(name: str) -> str:
    return f"{FOLDER}/{digest(name)[:32]}.json"


def _read(place: Path) -> dict[str, Any]:
    """What is kept at a place; nothing where there is none, or it was cut off."""
    try:
        found = json.loads(place.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _write(root: Path, name: str, kept: dict[str, Any]) -> None:
    """Keep something for the next time; where that cannot be, the next one works as this one did."""
    with suppress(OSError, ValueError):  # A name of a file may hold what UTF-8 has no sign for.
        put(root, _file(name), _ENCODER.encode(kept))
