"""What a mirrored folder holds afterwards, and what of it is written."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from handbook.base.mirror import copy_files, mirror
from handbook.base.writing import NotWritten

SITE = {"index.html": "home", "hr/a/index.html": "a", "hr/b/index.html": "b", "hr/.well-known": "c"}


def _made(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf8")
    return folder


def _files(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf8")
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return _made(tmp_path / "source", SITE)


@pytest.mark.parametrize(
    "before",
    [
        pytest.param({}, id="nothing"),
        pytest.param(SITE, id="the same"),
        pytest.param({**SITE, "hr/a/index.html": "A"}, id="another text of the same length"),
        pytest.param({**SITE, "hr/a/index.html": "longer"}, id="a longer text"),
        pytest.param({**SITE, "en/a/index.html": "a", "robots.txt": "x"}, id="more"),
        pytest.param({"hr": "a file where a folder belongs"}, id="a file where a folder belongs"),
        pytest.param({"index.html/index.html": "x"}, id="a folder where a file belongs"),
    ],
)
def test_it_holds_the_same_whatever_it_held_before(
    source: Path, tmp_path: Path, before: dict[str, str]
) -> None:
    target = _made(tmp_path / "target", before)
    assert mirror(source, tmp_path, target.name) == len(SITE)
    assert _files(target) == _files(source) == SITE


def test_an_empty_folder_goes_and_one_that_is_there_comes(source: Path, tmp_path: Path) -> None:
    (source / "new").mkdir()
    (_made(tmp_path / "target", SITE) / "old").mkdir()
    mirror(source, tmp_path, "target")
    assert sorted(path.name for path in (tmp_path / "target").iterdir()) == ["hr", "index.html", "new"]


def test_what_is_the_same_is_not_written(source: Path, tmp_path: Path) -> None:
    target = _made(tmp_path / "target", {**SITE, "hr/b/index.html": "other"})
    for path in target.rglob("*.html"):
        os.utime(path, (1, 1))
    mirror(source, tmp_path, "target")
    kept = [
        path.relative_to(target).as_posix() for path in target.rglob("*.html") if path.stat().st_mtime == 1
    ]
    assert sorted(kept) == ["hr/a/index.html", "index.html"]


def test_what_is_hidden_stays(source: Path, tmp_path: Path) -> None:
    _made(source, {".git/config": "theirs"})
    target = _made(tmp_path / "target", {".git/config": "ours", ".nojekyll": ""})
    assert mirror(source, tmp_path, "target") == len(SITE)
    assert _files(target) == {**SITE, ".git/config": "ours", ".nojekyll": ""}


def test_no_link_is_written_through(source: Path, tmp_path: Path) -> None:
    outside = _made(tmp_path / "outside", {"index.html": "mine", "a/index.html": "mine"})
    (tmp_path / "linked").symlink_to(outside)
    with pytest.raises(NotWritten, match="it is a link"):
        mirror(source, tmp_path, "linked")
    target = tmp_path / "target"
    target.mkdir()
    (target / "hr").symlink_to(outside)
    (target / "index.html").symlink_to(outside / "index.html")
    assert mirror(source, tmp_path, "target") == len(SITE)
    assert _files(target) == SITE
    assert set(_files(outside).values()) == {"mine"}


def test_a_file_that_is_gone_meanwhile_ends_it(source: Path, tmp_path: Path) -> None:
    (source / "gone").symlink_to(source / "nowhere")
    with pytest.raises(OSError, match="gone"):
        mirror(source, tmp_path, "target")


def test_files_are_copied_to_where_nothing_is(source: Path, tmp_path: Path) -> None:
    target = _made(tmp_path / "target", {"hr/b/index.html": "taken"})
    assert copy_files(source, target, [*SITE, "gone/index.html"]) == [
        name for name in SITE if name != "hr/b/index.html"
    ]
    assert _files(target) == {**SITE, "hr/b/index.html": "taken"}


def test_no_file_is_copied_through_a_link(source: Path, tmp_path: Path) -> None:
    outside = _made(tmp_path / "outside", {"index.html": "mine"})
    target = tmp_path / "target"
    target.mkdir()
    (target / "hr").symlink_to(outside)
    (target / "index.html").symlink_to(outside / "new.html")
    assert copy_files(source, target, SITE) == []
    assert _files(outside) == {"index.html": "mine"}
