"""A page renamed in every language by hand: told once, with all that still goes by the former name."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from handbook.commands.cli import main
from handbook.commands.exit_status import CLEAN, FOUND
from handbook.languages import CODES
from tests.support.project import HANDBOOK, copy_of_the_handbook
from tests.support.told import Checked, places

CARD, GUIDE = "scenarios/swearing.md", "guides/saying-no-well.md"
PAGES = [
    pytest.param(CARD, "scenarios/foul-words.md", id="card"),
    pytest.param(GUIDE, "guides/no.md", id="guide"),
]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The handbook, with all that was ever published."""
    root = copy_of_the_handbook(tmp_path)
    shutil.copy(HANDBOOK / "published.txt", root)
    return root


def commit(root: Path) -> None:
    for arguments in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-q", "-m", "Begin"]):
        identity = ["-c", "user.name=Anna", "-c", "user.email=anna@example.org"]
        subprocess.run(["git", "-C", str(root), *identity, *arguments], check=True)


def rename(root: Path, old: str, new: str) -> None:
    for code in CODES:
        (root / f"docs/{code}/{old}").rename(root / f"docs/{code}/{new}")


def named(root: Path, old: str) -> set[str]:
    """The places that name a page, as file and line, besides the pages of its own name."""
    files = [*root.glob("docs/*/**/*.md"), *root.glob("sources/**/*.yml")]
    return {
        f"{path.relative_to(root)}:{number}"
        for path in files
        for number, line in enumerate(path.read_text("utf8").split("\n"), start=1)
        if re.search(rf"(?:\]\([^)]*|related:.*|^(?:guides/)?){Path(old).stem}(?:\.md|[,\]]|:$)", line)
    }


@pytest.mark.parametrize(("old", "new"), PAGES)
def test_one_finding_names_all_that_goes_by_the_former_name(copy: Path, old: str, new: str) -> None:
    handbook = Checked(copy)
    expected = named(copy, old)
    texts = {code: handbook.text(f"docs/{code}/{old}") for code in CODES}
    before = {f"docs/{code}/{old}": None for code in CODES}
    (found,) = handbook.told({**before, **{f"docs/{code}/{new}": texts[code] for code in CODES}})
    assert places([found]) == [(f"docs/pl/{new}", "error", "page-moved")]
    shown = set(re.findall(r"^\S+:\d+$", found.suggestion, re.MULTILINE))
    assert shown == {place for place in expected if f"/{old}:" not in place}
    assert f"({len(shown)})" in found.suggestion
    assert f"handbook move {old} {new}" in found.suggestion


@pytest.mark.parametrize("way", ["--fix", "move"])
@pytest.mark.parametrize(("old", "new"), PAGES)
def test_what_goes_by_the_former_name_is_mended_in_one_step(
    copy: Path, old: str, new: str, way: str, capsys: pytest.CaptureFixture[str]
) -> None:
    rename(copy, old, new)
    check = ["check", "--no-prose", "--project", str(copy)]
    assert main(check) == FOUND
    assert main([*check, "--fix"] if way == "--fix" else ["move", old, new, "--project", str(copy)]) == CLEAN
    assert main(check) == CLEAN
    assert (copy / "redirects.yml").read_text("utf8").endswith(f'"{old}": "{new}"\n')
    assert named(copy, old) == set()
    assert main([*check, "--fix"]) == CLEAN
    assert "findings" in capsys.readouterr().err


def test_two_pages_renamed_at_once_are_mended_together(copy: Path) -> None:
    for one in PAGES:
        rename(copy, str(one.values[0]), str(one.values[1]))
    assert main(["check", "--no-prose", "--project", str(copy), "--fix"]) == CLEAN
    assert (copy / "redirects.yml").read_text("utf8").count('": "') == len(PAGES)


@pytest.mark.parametrize("is_same", [True, False], ids=["with its id", "with another id"])
def test_git_shows_which_card_it_was(copy: Path, is_same: bool, capsys: pytest.CaptureFixture[str]) -> None:
    commit(copy)
    old, new = CARD, "scenarios/foul-words.md"
    rename(copy, old, new)
    for code in CODES if not is_same else ():
        path = copy / f"docs/{code}/{new}"
        path.write_text(re.sub(r"^(id: \w+)-\d+$", r"\1-77", path.read_text("utf8"), flags=re.M), "utf8")
    assert main(["check", "--no-prose", "--project", str(copy), "--base", "main"]) == FOUND
    told = re.findall(r"\[([a-z-]+)\]$", capsys.readouterr().out, re.MULTILINE)
    if is_same:
        assert told == ["page-moved"]
    else:
        # It may be another card, so each of the dead links is told, and none is taken for one to it.
        assert "page-moved" not in told
        assert {"link-page-missing", "card-related-unknown", "address-dead"} <= set(told)


def test_a_card_that_took_the_place_of_another_is_no_renamed_one(copy: Path) -> None:
    handbook = Checked(copy)
    before: dict[str, str | None] = {f"docs/{code}/{CARD}": None for code in CODES}
    new = {
        f"docs/{code}/scenarios/foul-words.md": re.sub(
            r"^related: \[", "related: [drags-on, ", handbook.text(f"docs/{code}/{CARD}"), flags=re.MULTILINE
        )
        for code in CODES
    }
    assert "page-moved" not in {finding.rule for finding in handbook.told({**before, **new})}
