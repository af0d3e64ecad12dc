"""What a file is called or says stays text, whoever reads the reports: services, terminals, other tools."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from handbook.base.visible import HIDDEN
from handbook.commands.cli import main
from handbook.model.project import Finding
from handbook.report import REPORTERS, github
from tests.support.project import write

EVIL = (
    "x\n::error file=README.md,line=1::planted\r\n##[error]planted\x1b]0;title\x07\x1b[2J\x9b31m\x00\x7f"
    "\u202egpj\u2066\u200b\u2028::warning::planted\udce9"
    " | `a` [b](https://evil.example) <img src=x> @owner ![c](d) %0A"
)
FINDINGS = [
    Finding(EVIL, 1, 1, "link-empty", "error", EVIL, EVIL),
    Finding(f"docs/{EVIL}.md", 2, 3, "spelling", "warning", EVIL, ""),
]


@pytest.mark.parametrize("name", list(REPORTERS))
def test_nothing_hidden_stands_in_a_report(name: str) -> None:
    text = REPORTERS[name](FINDINGS, None)
    assert not HIDDEN.search(text)
    text.encode("utf8")


@pytest.mark.parametrize("name", ["text", "github"])
def test_no_line_begins_with_a_command_that_is_not_ours(name: str) -> None:
    lines = REPORTERS[name](FINDINGS, None).split("\n")
    commands = [line for line in lines if line.lstrip().startswith(("::", "##["))]
    assert len(commands) == (len(FINDINGS) if name == "github" else 0) or all(
        line.startswith("    ") for line in commands
    )
    assert not any(line.startswith(("::error file=README.md", "##[", "::warning::planted")) for line in lines)


def test_a_finding_in_a_log_is_one_line() -> None:
    assert all("\n" not in str(finding) and not HIDDEN.search(str(finding)) for finding in FINDINGS)


@pytest.mark.parametrize("name", ["json", "sarif"])
def test_json_is_valid_and_keeps_what_was_said(name: str) -> None:
    read = json.loads(REPORTERS[name](FINDINGS, None))
    if name == "json":
        assert [found["file"] for found in read["findings"]] == [finding.file for finding in FINDINGS]
    else:
        messages = [result["message"]["text"] for result in read["runs"][0]["results"]]
        assert messages[1] == EVIL


def test_the_summary_keeps_its_table_and_shows_no_markdown_of_others() -> None:
    rows = github.summary(FINDINGS).split("\n")
    places = [row for row in rows if row.startswith("| `") and "https" in row]
    assert len(places) == len(FINDINGS)
    for row in places:
        assert row.replace("\\|", "").count("|") == 4
        _, cell = row.split(" | ", 1)
        assert "\\[b\\]\\(https" in cell
        assert "<img" not in cell.replace("\\<img", "")
        assert "@owner" not in cell


def test_a_link_over_two_lines_does_not_speak_to_the_service(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(root, "docs/notes.md", "# Notes\n\n[x](a\n::error file=README.md,line=1::planted\n) <b\x1b[2J>\n")
    assert main(["check", "--no-prose", "--project", str(root)]) == 1
    shown = capsys.readouterr()
    assert not any(line.startswith("::") for line in (shown.out + shown.err).split("\n"))
    assert "\x1b" not in shown.out


def test_a_reference_is_never_an_option(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = root / "written"
    assert main(["check", "--no-prose", f"--changed-since=--output={target}", "--project", str(root)]) == 2
    assert not target.exists()
    assert "no commit" in capsys.readouterr().err
