"""Links on the disk: those that lead out of their folder or round in a circle are told of and never read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from handbook import findings
from tests.support.project import read, write


@pytest.fixture
def secret(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("outside") / "secret.md"
    file.write_text("# Secret\n\n[x]()\n", "utf8")
    return file


def test_what_leads_away_or_round_is_told_of_and_not_read(root: Path, secret: Path) -> None:
    docs = root / "docs"
    for name, target in {
        "assets/picture-2.svg": secret,
        "secret.md": secret,
        "folder": secret.parent,
        "assets/project": root,
        "loop": docs,
        "self.md": docs / "self.md",
        "gone.md": docs / "nowhere.md",
        "assets/environment": Path("/proc/self/environ"),
    }.items():
        (docs / name).symlink_to(target)
    (docs / "one").mkdir()
    (docs / "two").mkdir()
    (docs / "one/other").symlink_to("../two")
    (docs / "two/other").symlink_to("../one")
    project = read(root)
    found = [finding for finding in findings.of(project) if finding.rule == "file-linked"]
    told = {finding.file.removeprefix("docs/") for finding in found}
    named = {"assets/picture-2.svg", "secret.md", "folder", "assets/project", "loop", "self.md", "gone.md"}
    assert named | {"assets/environment"} <= told
    assert not any("secret" in path or path.startswith(("loop/", "folder/")) for path in project.files)
    assert all(finding.severity == "error" for finding in found)


def test_a_link_within_the_folder_is_a_file_like_others(root: Path) -> None:
    (root / "docs/assets/picture-2.svg").symlink_to("picture.svg")
    project = read(root)
    assert "assets/picture-2.svg" in project.files
    assert "file-linked" not in {finding.rule for finding in findings.of(project)}


def test_a_data_file_is_never_read_from_elsewhere(root: Path, secret: Path) -> None:
    file = root / "local-rules/en.yml"
    secret.write_bytes(file.read_bytes())
    file.unlink()
    file.symlink_to(secret)
    rules = {finding.rule for finding in findings.of(read(root)) if finding.file == "local-rules/en.yml"}
    assert "file-linked" in rules


def test_what_is_no_file_does_not_stop_the_check(root: Path) -> None:
    write(root, "local-rules/en.yml", None)
    (root / "local-rules/en.yml").mkdir()
    write(root, "sources/phrasebook.yml", None)
    os.mkfifo(root / "sources/phrasebook.yml")
    told = {finding.file for finding in findings.of(read(root)) if finding.rule == "data-missing"}
    assert told == {"local-rules/en.yml", "sources/phrasebook.yml"}
