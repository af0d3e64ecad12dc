"""Files are written all or none, and never half of one, whenever the command is cut off."""

from __future__ import annotations

import errno
import json
import os
import random
import signal
import stat
import time
from pathlib import Path

import pytest

from handbook.base import writing
from handbook.base.text_files import in_form
from handbook.base.writing import FOLDER, NotWritten, recover, write_files

KILLS = int(os.environ.get("KILLS", "60"))  # `make long` makes more.
NAMES = ("docs/one.md", "docs/two.md", "docs/three.md")
OLD = {name: f"old {name}\n".encode() * 40_000 for name in NAMES}
NEW = {name: f"new {name}\n".encode() * 40_000 for name in NAMES}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, data in OLD.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    return tmp_path


def state(root: Path) -> dict[str, bytes]:
    return {name: (root / name).read_bytes() for name in NAMES}


def cut_off(root: Path, seconds: float | None) -> None:
    """Write in a process of its own and kill it: after some time, or as soon as a file has changed."""
    before = [(root / name).stat().st_ino for name in NAMES]
    child = os.fork()
    if child == 0:
        write_files(root, NEW)
        os._exit(0)
    if seconds is not None:
        time.sleep(seconds)
    else:
        end = time.monotonic() + 5
        while [(root / name).stat().st_ino for name in NAMES] == before and time.monotonic() < end:
            pass
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a process of its own")
@pytest.mark.parametrize("at_first_change", [False, True])
def test_a_kill_leaves_the_old_files_or_the_new_ones(root: Path, at_first_change: bool) -> None:
    chance = random.Random(at_first_change)
    started = time.monotonic()
    write_files(root, NEW)
    usual = time.monotonic() - started
    seen = set()
    for _ in range(KILLS // 4 if at_first_change else KILLS):
        for name, data in OLD.items():
            (root / name).write_bytes(data)
        cut_off(root, None if at_first_change else chance.uniform(0, usual * 1.5))
        halfway = state(root)
        assert all(halfway[name] in (OLD[name], NEW[name]) for name in NAMES)
        recover(root)
        after = state(root)
        assert after in (OLD, NEW)
        seen.add(after == NEW)
        assert not (root / FOLDER).exists()
    assert seen == ({True} if at_first_change else {True, False})


def test_mode_and_other_files_stay_and_folders_are_made(root: Path) -> None:
    (root / NAMES[0]).chmod(0o755)
    write_files(root, {NAMES[0]: b"x", "new/folder/file": b"y"})
    assert stat.S_IMODE((root / NAMES[0]).stat().st_mode) == 0o755
    assert (root / "new/folder/file").read_bytes() == b"y"
    assert (root / NAMES[1]).read_bytes() == OLD[NAMES[1]]
    assert not (root / FOLDER).exists()


def test_nothing_is_written_through_a_link_or_outside(
    root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "file"
    outside.write_bytes(b"mine")
    (root / "docs/link.md").symlink_to(outside)
    (root / "folder").symlink_to(outside.parent)
    (root / "docs/inner.md").symlink_to(root / NAMES[0])
    for name in ("docs/link.md", "folder/file", "docs/inner.md", "../file", str(outside)):
        with pytest.raises(NotWritten, match="link or lies outside"):
            write_files(root, {NAMES[0]: b"x", name: b"y"})
    assert outside.read_bytes() == b"mine"
    assert state(root) == OLD


def test_a_journal_from_elsewhere_writes_nothing_outside(
    root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "file"
    outside.write_bytes(b"mine")
    folder = root / FOLDER
    folder.mkdir()
    (folder / "0").write_bytes(b"planted")
    (folder / "journal.json").write_text(json.dumps([["0", str(outside)]]), "utf8")
    recover(root)
    assert outside.read_bytes() == b"mine"


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_a_full_disk_ends_in_a_sentence_and_the_old_files(
    root: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    flushed = writing._flushed
    count = 0

    def full(path: Path, data: bytes) -> None:
        nonlocal count
        count += 1
        if count == 3:
            path.write_bytes(data[:10])
            raise OSError(number, os.strerror(number), str(path))
        flushed(path, data)

    monkeypatch.setattr(writing, "_flushed", full)
    with pytest.raises(NotWritten, match="nothing was written") as caught:
        write_files(root, NEW)
    assert os.strerror(number) in str(caught.value)
    assert state(root) == OLD
    assert not (root / FOLDER).exists()


def test_two_commands_do_not_write_at_the_same_time(root: Path) -> None:
    (root / FOLDER).mkdir()
    with writing.locked(root / FOLDER) as is_ours:
        assert is_ours
        with pytest.raises(NotWritten, match="another command"):
            write_files(root, NEW)
    assert state(root) == OLD


@pytest.mark.parametrize(
    ("old", "text", "new"),
    [
        pytest.param(b"a\r\nb\nc\n", "a\nx\nc\n", b"a\r\nx\nc\n", id="one line of another kind"),
        pytest.param(b"a\rb\r", "a\nx\n", b"a\rx\r", id="old line ends"),
        pytest.param(b"\xef\xbb\xbfa\r\nb", "a\nx", b"\xef\xbb\xbfa\r\nx", id="a mark and no end"),
        pytest.param(b"a\r\nb\nc\nd\n", "a\nb\nnew\nc\nd\n", b"a\r\nb\nnew\nc\nd\n", id="a line more"),
        pytest.param(b"a\nb\r\nc\nd\n", "b\nc\nd\n", b"b\r\nc\nd\n", id="a line less"),
        pytest.param(b"a", "b", b"b", id="one line"),
    ],
)
def test_a_line_keeps_its_end(old: bytes, text: str, new: bytes) -> None:
    assert in_form(old, text) == new


def test_what_is_put_into_a_folder_stays_in_it(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "file").write_bytes(b"mine")
    (root / "docs/link.md").symlink_to(outside / "file")
    (root / "folder").symlink_to(outside)
    source = root / NAMES[0]
    for name in ("docs/link.md", "folder/new", "../new", str(outside / "new")):
        with pytest.raises(NotWritten, match="link or lies outside"):
            writing.put(root, name, b"x")
        with pytest.raises(NotWritten, match="link or lies outside"):
            writing.put_copy(source, root, name)
        with pytest.raises(NotWritten, match="link or lies outside"):
            writing.put_renamed(root, "docs", name)
    with pytest.raises(NotWritten, match="no link"):
        writing.point(root, "docs", "elsewhere")
    assert [(path.name, path.read_bytes()) for path in outside.iterdir()] == [("file", b"mine")]
    assert writing.put(root, "docs/new/text", "ł").read_bytes() == "ł".encode()
    assert writing.put_copy(root / "docs", root, "copy").is_dir()
    assert (root / "copy" / "new/text").read_text("utf8") == "ł"
    assert not [path for path in root.rglob("*") if path.name.startswith(".")]
