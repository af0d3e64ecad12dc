"""What the reporters write: valid SARIF, JSON with all that is known, GitHub's commands and summary."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from handbook.commands.cli import FORMATS, main
from handbook.model.rules import RULES
from handbook.report import REPORTERS, github, sarif
from tests.support.project import check, replace
from tests.support.sarif_schema import errors_of_sarif, sarif_schema


@pytest.fixture
def faulty(root: Path) -> Path:
    """The small handbook with faults of several kinds, in a file name and a text that need care."""
    replace(root, "docs/en/index.md", "(decide.md)", "(decided.md)")
    (root / "docs/a, b: 100% ż.md").write_text("# A\n\n[%0A\n::x](), [y] (z.md) and | <b>\n", "utf8")
    return root


def test_sarif_is_valid(faulty: Path) -> None:
    found = check(faulty)
    assert json.loads(sarif.report(found))["runs"][0]["results"]
    # Of every rule: with the golden cases.
    assert errors_of_sarif(found) == []


def test_sarif_of_nothing_is_valid() -> None:
    assert errors_of_sarif([]) == []


def test_the_schema_of_sarif_can_fail(faulty: Path) -> None:
    report = json.loads(sarif.report(check(faulty)))
    report["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    assert list(sarif_schema().iter_errors(report))


def test_json_says_all_that_is_known_of_a_finding(faulty: Path) -> None:
    found = check(faulty)
    report: dict[str, Any] = json.loads(REPORTERS["json"](found, None))
    assert len(report["findings"]) == len(found) > 2
    keys = {"file", "line", "column", "rule", "severity", "message", "suggestion"}
    assert all(set(entry) == keys for entry in report["findings"])


def test_a_command_of_github_is_one_line_and_ends_no_property_early(faulty: Path) -> None:
    found = check(faulty)
    lines = github.report(found).splitlines()
    assert len(lines) == len(found)
    assert any("file=docs/a%2C b%3A 100%25 ż.md,line=3,col=1,title=" in line for line in lines)
    for line in lines:
        level, properties, text = (
            line.removeprefix("::").partition(" ")[0],
            line.split("::")[1],
            line.split("::", 2)[2],
        )
        assert level in ("error", "warning", "notice")
        assert properties.count(",title=") == 1
        assert text


def test_the_summary_of_a_job_is_a_table_in_markdown(faulty: Path) -> None:
    found = check(faulty)
    rows = [line for line in github.summary(found).splitlines() if line.startswith("| `docs/")]
    assert len(rows) == len(found)
    # A bar within a cell is escaped.
    assert all(row.replace("\\|", "").count("|") == 4 for row in rows)


def test_the_summary_is_written_where_github_wants_it(
    faulty: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    assert main(["check", "--no-prose", "--format", "github", "--project", str(faulty)]) == 1
    assert "link-page-missing" in summary.read_text("utf8")
    assert "::error file=docs/en/index.md,line=" in capsys.readouterr().out


def test_the_command_line_offers_every_reporter() -> None:
    assert set(FORMATS) == set(REPORTERS)


@pytest.mark.parametrize("name", sorted(REPORTERS))
def test_a_reporter_can_say_nothing_at_all(name: str) -> None:
    text = REPORTERS[name]([], None)
    assert all(rule not in text for rule in RULES)
