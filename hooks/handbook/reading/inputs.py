"""All that a project's check or build is made of on the disk, as one digest, without reading a page.

It is asked for before anything else is imported, so this module imports next to nothing.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

# The names that MkDocs looks for, in its order.
CONFIGS = ("mkdocs.yml", "mkdocs.yaml")
# Of a longer file the size and the times stand for what it holds; none that is read for a check is so long,
# nor any of the handbook itself.
LONGEST = 10_000_000
_NAME = re.compile(rb"\w+")


class Untold(Exception):
    """What is there cannot be told by a digest."""


@dataclass(frozen=True)
class Inputs:
    """What a check is made of: the digest of all of it, and when the last of it was written (nanoseconds).

    `lines` are what the digest is made of, one for each file and folder.
    """

    digest: str
    written: int
    lines: tuple[bytes, ...] = ()


def inputs(
    root: Path, configurations: Iterable[str], parts: Iterable[str], *, passed_over: Set[str] = frozenset()
) -> Inputs | None:
    """What a check or a build of a project is made of.

    Args:
        root: the project's folder.
        configurations: the names that its configuration may have; what of the environment they may ask
            for by name counts, too.
        parts: the files and folders beside it that are read, whether or not they are there.
        passed_over: the names of folders that are not looked into, wherever they are.

    Returns:
        The inputs. None where they cannot be told: with links on the disk, or a configuration that inherits.
    """
    lines: list[bytes] = []
    written = 0
    try:
        for name in configurations:
            for line, at in _looked_at(root / name, name, passed_over):
                lines.append(line)
                written = max(written, at)
            lines.append(_environment(root / name))
        for name in parts:
            for line, at in _looked_at(root / name, name, passed_over):
                lines.append(line)
                written = max(written, at)
    except (OSError, Untold):
        return None
    return Inputs(sha256(b"".join(lines)).hexdigest(), written, tuple(lines))


def _environment(configuration: Path) -> bytes:
    """The variables that a configuration may ask for: those that have the name of any of its words."""
    if not configuration.is_file():
        return b""
    text = configuration.read_bytes()
    if b"INHERIT" in text:
        raise Untold
    words = {os.fsdecode(word) for word in _NAME.findall(text)}
    return repr(sorted((word, os.environ[word]) for word in words if word in os.environ)).encode()


def _looked_at(path: Path, name: str, passed_over: Set[str]) -> Iterator[tuple[bytes, int]]:
    """What there is at a place, a line for each file and folder, with the time of its last change."""
    try:
        status = os.stat(path, follow_symlinks=False)
    except FileNotFoundError:
        yield f"nothing {name!r}\n".encode(), 0
        return
    yield _line(os.fspath(path), name, status), status.st_ctime_ns
    if stat.S_ISDIR(status.st_mode):
        yield from _within(os.fspath(path), name, passed_over)


def _within(folder: str, prefix: str, passed_over: Set[str]) -> Iterator[tuple[bytes, int]]:
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if entry.name.startswith(".") or entry.name in passed_over:
            continue  # Neither MkDocs nor the reader looks at the hidden ones.
        name, status = f"{prefix}/{entry.name}", entry.stat(follow_symlinks=False)
        yield _line(entry.path, name, status), status.st_ctime_ns
        if stat.S_ISDIR(status.st_mode):
            yield from _within(entry.path, name, passed_over)


def _line(path: str, name: str, status: os.stat_result) -> bytes:
    """A file or folder: its name, and a digest of what it holds. Raises Untold where it is a link."""
    if stat.S_ISLNK(status.st_mode):
        raise Untold
    if not stat.S_ISREG(status.st_mode):
        return f"{stat.S_IFMT(status.st_mode)} {name!r}\n".encode()
    if status.st_size > LONGEST:
        return f"long {name!r} {status.st_size} {status.st_mtime_ns} {status.st_ctime_ns}\n".encode()
    return f"file {name!r} {sha256(Path(path).read_bytes()).hexdigest()}\n".encode()
