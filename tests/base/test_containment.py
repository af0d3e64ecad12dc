"""Whether a name stays within a folder is told as a path that is followed to its end tells it."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from handbook.base.containment import NotWritten, _is_resolved, _stays, check_place

_PARTS = ("a", "b", "file", "in", "out", "up", "loop", "nowhere", ".", "..", "", "new", "a" * 300, "ż")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root, outside = tmp_path / "root", tmp_path / "outside"
    (root / "a/b").mkdir(parents=True)
    outside.mkdir()
    (root / "file").write_text("f", "utf8")
    links: dict[str, str | Path] = {
        "in": "a",
        "out": outside,
        "up": "..",
        "loop": "loop",
        "nowhere": "missing",
        "a/in": "b",
    }
    for name, to in links.items():
        (root / name).symlink_to(to)
    return root


@pytest.mark.skipif(os.name != "posix", reason="elsewhere paths are followed to their ends")
def test_it_is_what_following_a_path_tells(root: Path) -> None:
    through = root.parent / "linked"
    through.symlink_to(root)
    chosen, told = random.Random(5), set()
    for _ in range(4000):
        name = "/".join(chosen.choices(_PARTS, k=chosen.randint(1, 4)))
        if ".." in name.split("/"):
            continue  # Below; one that leads back into the folder is told of as well.
        for folder in (root, through):
            told.add(found := _stays(folder, name))
            try:
                expected = _is_resolved(folder, name)
            except RuntimeError:  # A link that leads to itself.
                expected = False
            assert found is expected, name
    assert told == {True, False}


@pytest.mark.parametrize(
    "name", ["..", "../x", "a/../b", "a/../../x", "/etc/x", "out/x", "in/x", "loop", "nowhere"]
)
def test_what_leads_out_or_through_a_link_is_told(root: Path, name: str) -> None:
    with pytest.raises(NotWritten, match="lies outside"):
        check_place(root, name)


@pytest.mark.parametrize("name", ["a", "a/b/new", "new/new", "file", "a/./b", ""])
def test_what_stays_may_be_written(root: Path, name: str) -> None:
    check_place(root, name)
