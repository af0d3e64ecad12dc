"""What a check of a proposal learns of the commit that it starts from."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from handbook.commands.cli import main
from handbook.commands.exit_status import CLEAN, FOUND
from tests.support.project import replace, write

pytestmark = pytest.mark.usefixtures("words_asked")
TRANSLATION = "docs/hr/scenarios/late-return.md"


@pytest.fixture
def committed(root: Path) -> Path:
    """The small handbook, all of it committed."""
    for arguments in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-q", "-m", "Begin"]):
        identity = ["-c", "user.name=Anna", "-c", "user.email=anna@example.org"]
        subprocess.run(["git", "-C", str(root), *identity, *arguments], check=True)
    return root


def told(root: Path, capsys: pytest.CaptureFixture[str], *options: str) -> tuple[int, str]:
    status = main(["check", "--project", str(root), *options])
    return status, capsys.readouterr().out


def test_steps_that_were_moved_are_known_from_git(
    committed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    steps = "1. Saslušajte zahtjev.\n2. Odbijte jednom rečenicom.\n"
    replace(committed, TRANSLATION, steps, "1. Odbijte jednom rečenicom.\n2. Saslušajte zahtjev.\n")
    assert told(committed, capsys) == (CLEAN, "")
    status, out = told(committed, capsys, "--base", "main")
    assert status == CLEAN
    assert out.startswith(f"{TRANSLATION}:39:1: notice: ")
    assert "[translation-moved]" in out


def test_a_file_that_is_gone_or_new_has_no_steps_that_moved(
    committed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert told(committed, capsys, "--base", "main") == (CLEAN, "")
    text = (committed / TRANSLATION).read_text("utf8")
    write(committed, TRANSLATION, None)
    write(committed, "docs/hr/scenarios/too-late.md", text)
    status, out = told(committed, capsys, "--base", "main")
    assert status == FOUND
    assert [line for line in out.splitlines() if line.startswith("docs/")] == [
        line for line in out.splitlines() if "[page-renamed]" in line
    ]
