"""The one way in which files are written: all of them or none, and never half of one.

New texts are first written into a folder of their own and flushed to the disk; then a journal says where each
belongs, and only then do they take the places of the old ones, each in one step. Whoever is cut off before
the journal leaves the old files, whoever is cut off after it has `recover` finish the work.

A folder that nobody reads yet, such as that of a build, takes its place as a whole; for what goes into
it there are `put`, `put_new`, `put_copy` and `put_renamed`, which know no journal, but no more follow links
or leave the folder.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from .containment import NotWritten as NotWritten  # Whoever writes has to know both.
from .containment import check_place as check_place

try:
    import fcntl
except ImportError:  # Not on Windows; there nobody is kept from writing at the same time.
    fcntl = None  # type: ignore[assignment]

# In the project's root, so that it lies on the same disk; hidden, so that nobody takes it for pages.
FOLDER = ".handbook-writing"
_JOURNAL = "journal.json"


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
        with locked(folder) as is_ours:
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
    with contextlib.suppress(OSError), locked(folder) as is_ours:
        if is_ours:
            _finish(root, folder)


def put(folder: Path, name: str, data: bytes | str) -> Path:
    """Write one file of a folder that is still being made; returns its path.

    Args:
        folder: the folder.
        name: where in it the file belongs; folders are made where they are missing.
        data: what it will hold; texts are written in UTF-8.

    Raises:
        NotWritten: it is a link, or lies outside the folder.
    """
    target = folder / name
    is_there = _check(folder, name)
    new = target.with_name(f".{target.name}.{os.getpid()}")  # Others may write the same at the same time.
    held = data.encode() if isinstance(data, str) else data
    try:
        try:
            put_new(new, held)
        except (FileNotFoundError, FileExistsError):  # Its folder is not there, or an old try of ours is.
            target.parent.mkdir(parents=True, exist_ok=True)
            new.unlink(missing_ok=True)
            put_new(new, held)
        if is_there:
            shutil.copymode(target, new)
        return new.replace(target)
    except OSError:
        new.unlink(missing_ok=True)
        raise


def put_copy(source: Path, folder: Path, name: str) -> Path:
    """Copy a file, or a folder as a whole, into a folder; returns its new path. Raises NotWritten."""
    target = folder / name
    check_place(folder, name)
    new = target.with_name(f".{target.name}.new")
    if new.is_dir() and not new.is_symlink():
        shutil.rmtree(new)
    if source.is_dir():
        shutil.copytree(source, new)
    else:
        new.unlink(missing_ok=True)
        shutil.copyfile(source, new)
    return new.replace(target)


def put_new(path: Path, data: bytes) -> None:
    """Write a file of a folder that is still being made, where nothing is, not even a link.

    Args:
        path: its place, in a folder that `check_place` has let pass.
        data: what it will hold.

    Raises:
        FileExistsError: something is there.
    """
    with path.open("xb") as file:
        file.write(data)


def put_renamed(folder: Path, old: str, name: str) -> Path:
    """Give what lies in a folder another name there; returns its new path. Raises NotWritten."""
    check_place(folder, old)
    check_place(folder, name)
    return (folder / old).replace(folder / name)


def point(folder: Path, name: str, to: str) -> None:
    """Let a link in a folder lead elsewhere, in one step.

    Args:
        folder: the folder.
        name: the link's name.
        to: what it leads to, from the folder.

    Raises:
        NotWritten: what stands there is no link.
    """
    link, new = folder / name, folder / f".{name}"
    if link.exists() and not link.is_symlink():
        raise NotWritten(f"{link}: it is no link, so it is not replaced")
    new.unlink(missing_ok=True)
    new.symlink_to(to)
    new.replace(link)


def append(path: Path, text: str) -> None:
    """Add to a file that another program named for this, such as the summary of a run."""
    with path.open("a", encoding="utf8") as file:
        file.write(text)


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


def _check(root: Path, name: str) -> bool:
    """Raise NotWritten for what is no file of the project's own; returns whether it is there."""
    target = root / name
    check_place(root, name)
    if not target.exists():
        return False
    if not target.is_file():
        raise NotWritten(f"{name}: it is no file, so it is not written")
    if not os.access(target, os.W_OK):
        raise NotWritten(f"{name}: it is read-only; nothing was written")
    return True


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
def locked(folder: Path) -> Iterator[bool]:
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
