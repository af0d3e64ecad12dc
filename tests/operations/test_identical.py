"""One commit gives one site, byte for byte.

Here it is a small site and all conditions at once; `make identical` takes the whole handbook, and each
condition by itself, too.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from handbook.reading.commit_time import commit_time
from tests.website.building import ROOT
from tests.website.small_site import small_site
from tools.identical import EVERYTHING, VARIATIONS, Variation, build, copy, differences, digests


def test_another_machine_at_another_time_builds_the_same_from_an_archive(tmp_path: Path) -> None:
    small = small_site(tmp_path / "small")
    usual = build(copy(tmp_path / "a", Variation(), small), tmp_path / "a/site", Variation(), host=False)
    project = copy(tmp_path / "b", EVERYTHING, small)
    assert not (project / ".git").exists()
    other = build(project, tmp_path / "b/site", EVERYTHING, host=False)
    assert len(digests(usual)) > 100
    assert differences(usual, other) == []
    # It would have been another site without the commit's time: what is overdue depends on the day.
    assert commit_time(project) == commit_time(ROOT) is not None


def test_all_that_is_varied_singly_is_varied_together() -> None:
    environment = {name for varied in VARIATIONS.values() for name in varied.environment}
    assert {"TZ", "LC_ALL", "PYTHONHASHSEED"} <= environment & EVERYTHING.environment.keys()
    assert EVERYTHING.clock
    assert EVERYTHING.disorder
    assert EVERYTHING.archive


def test_differences_are_seen(tmp_path: Path) -> None:
    for side in ("a", "b"):
        (tmp_path / side).mkdir()
        (tmp_path / side / "same").write_text("1", "utf8")
        (tmp_path / side / "other").write_text(side, "utf8")
    (tmp_path / "b" / "more").write_text("1", "utf8")
    assert differences(tmp_path / "a", tmp_path / "b") == ["more", "other"]


def test_a_folder_in_somebody_elses_repository_has_no_commit(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "mkdocs.yml").write_text("site_name: x\n", "utf8")
    assert commit_time(inner) is None
    who = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
    git = ["git", "-C", str(tmp_path), *who]
    subprocess.run([*git, "add", "inner/mkdocs.yml"], check=True)
    subprocess.run([*git, "commit", "--quiet", "--message", "x", "--date", "@1"], check=True)
    told = subprocess.run([*git, "log", "--format=%ct"], check=True, capture_output=True, text=True)
    assert commit_time(inner) == int(told.stdout)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        pytest.param("commit: abc\ntime: 1795977071\n", 1795977071, id="from an archive"),
        pytest.param("commit: $Format:%H$\ntime: $Format:%ct$\n", None, id="not filled in"),
    ],
)
def test_an_archive_says_which_commit_it_is_of(tmp_path: Path, text: str, time: int | None) -> None:
    (tmp_path / ".commit").write_text(text, "utf8")
    assert commit_time(tmp_path) == time
