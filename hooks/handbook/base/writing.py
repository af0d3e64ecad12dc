"""The one way in which files of the project are written: all of them or none, and never half of one.

New texts are first written into a folder of their own and flushed to the disk; then a journal says where each
belongs, and only then do they take the places of the old ones, each in one step. Whoever is cut off before
the journal leaves the old files, whoever is cut off after it has `recover` finish the work.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

try:
    import fcntl
except ImportError:  # Not on Windows; there nobody is kept from writing at the same time.
    fcntl = None  # type: ignore[assignment]

# In the project's root, so that it lies on the same disk; hidden, so that nobody takes it for pages.
FOLDER = ".handbook-writing"
_JOURNAL = "journal.json"


class NotWritten(OSError):
    """Nothing was written; the message says why."""


def write_files(root: Path, files: Mapping[str, bytes | None]) -> None:
    """Write files of a project, all of them or none.

    Args:
        root: the project's folder.
        files: the new content by path relative to it, None for a file that is to go; folders are made
            where they are missing.

    Raises:
        NotWritten: one of them is a link, lies outside the project or is read-only, or the disk is full.
    """
    if not files:
        return
    recover(root)
    folder = root / FOLDER
    for name in files:
        _check(root, name)
    try:
        folder.mkdir(exist_ok=True)
        with _locked(folder) as is_ours:
            if not is_ours:
                raise NotWritten("another command is writing to this project; nothing was written")
            listed = [_prepare(root, folder, number, *entry) for number, entry in enumerate(files.items())]
            _flushed(folder / "journal.new", json.dumps(listed).encode())
            (folder / "journal.new").replace(folder / _JOURNAL)
            _flush_folder(folder)
            _finish(root, folder)
    except NotWritten:
        raise
    except OSError as error:
        if not (folder / _JOURNAL).exists():
            shutil.rmtree(folder, ignore_errors=True)
        reason = os.strerror(error.errno) if error.errno else str(error)
        raise NotWritten(f"{', '.join(files)}: {reason}; nothing was written") from None


def recover(root: Path) -> None:
    """Finish what a command that was cut off had begun to put in place, or throw away what it had not."""
    folder = root / FOLDER
    if not folder.is_dir() or folder.is_symlink():
        return
    with contextlib.suppress(OSError), _locked(folder) as is_ours:
        if is_ours:
            _finish(root, folder)


def _prepare(root: Path, folder: Path, number: int, name: str, data: bytes | None) -> tuple[str, str]:
    """Write a new content beside; returns its name there, "" for what is to go, and where it belongs."""
    if data is None:
        return "", name
    prepared, target = folder / str(number), root / name
    _flushed(prepared, data)
    if target.exists():
        shutil.copymode(target, prepared)
    target.parent.mkdir(parents=True, exist_ok=True)
    return prepared.name, name


def _finish(root: Path, folder: Path) -> None:
    with contextlib.suppress(FileNotFoundError, ValueError, TypeError):
        for prepared, name in json.loads((folder / _JOURNAL).read_text("utf8")):
            source = folder / Path(str(prepared)).name
            _check(root, str(name))
            if not prepared:
                (root / name).unlink(missing_ok=True)
                _flush_folder((root / name).parent)
                continue
            # Those that are no longer there have taken their places already.
            if source.is_file() and not source.is_symlink():
                source.replace(root / name)
                _flush_folder((root / name).parent)
    shutil.rmtree(folder)


def _check(root: Path, name: str) -> None:
    """Raise NotWritten for what is no file of the project's own."""
    top, target = root.resolve(), root / name
    if target.resolve() != top / name or not target.resolve().is_relative_to(top):
        raise NotWritten(f"{name}: it is a link or lies outside the project, so it is not written")
    if target.exists() and not target.is_file():
        raise NotWritten(f"{name}: it is no file, so it is not written")
    if target.exists() and not os.access(target, os.W_OK):
        raise NotWritten(f"{name}: it is read-only; nothing was written")


def _flushed(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    if os.name == "posix":
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


@contextlib.contextmanager
def _locked(folder: Path) -> Iterator[bool]:
    """Whether nobody else is writing; while it is open nobody else begins to."""
    if fcntl is None:
        yield True
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        yield False
    else:
        yield True
    finally:
        os.close(opened)
