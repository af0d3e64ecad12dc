"""The prose is judged where its tools are, and where one is missing that is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.commands.cli import main
from handbook.findings import faults, severities
from handbook.findings.messages import worded
from handbook.model.project import Fault, Project
from handbook.model.rules import ERROR, NOTICE, PROSE
from handbook.model.rules.prose import ProseUnavailable
from handbook.prose import detection, hunspell
from tests.support.project import read, replace

pytestmark = pytest.mark.usefixtures("words_asked")


def test_nothing_is_asked_where_the_prose_is_not_read(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hunspell, "_start", None)
    monkeypatch.setattr(detection, "is_available", None)
    waiver = "<!-- handbook: allow spelling until 2099-01-31: a name -->"
    replace(root, "docs/en/guides/listening.md", "Offer something else.", f"{waiver}\n\nOffer somthing.")
    assert faults(read(root)) == []


@pytest.mark.parametrize(
    ("chosen", "in_ci", "severity"),
    [
        pytest.param({}, False, NOTICE, id="a notice on a machine of one's own"),
        pytest.param({}, True, ERROR, id="an error in CI"),
        pytest.param({"prose-unavailable": NOTICE}, True, NOTICE, id="what the project chose counts"),
    ],
)
def test_a_missing_tool_is_a_notice_and_in_ci_an_error(
    chosen: dict[str, str], in_ci: bool, severity: str
) -> None:
    fault = Fault(ProseUnavailable(missing="lingua", install="uv sync"), "mkdocs.yml")
    (finding,) = worded([fault], severities(chosen, in_ci=in_ci))
    assert finding.severity == severity


@pytest.mark.parametrize(("ci", "status"), [("", 0), ("true", 1)])
def test_the_command_fails_without_its_tools_in_ci_alone(
    root: Path, monkeypatch: pytest.MonkeyPatch, ci: str, status: int
) -> None:
    monkeypatch.setattr(hunspell, "HUNSPELL", "no-such-program")
    monkeypatch.setattr(hunspell, "_ahead", {})
    monkeypatch.setattr(hunspell, "_known", {})
    monkeypatch.setenv("CI", ci)
    assert main(["check", "--project", str(root)]) == status
    assert main(["check", "--no-prose", "--project", str(root)]) == 0


def test_few_words_are_given_suggestions_and_none_that_takes_long(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each takes hunspell thousands of times as long as a verdict, so a page of unknown words would wait."""
    asked: list[str] = []

    def answer(dictionary: str, process: object, lines: list[str]) -> str:
        asked.extend(lines)
        return "".join(f"& {line[1:]} 1 0: right\n" for line in lines)

    monkeypatch.setattr(hunspell, "_start", lambda dictionary, option: None)
    monkeypatch.setattr(hunspell, "_ask", answer)
    words = ["z" * 40, *(f"{sign}wrog" for sign in "qponmlkjihgfedcba"), "qwrog"]
    found = hunspell.suggestions("en_GB", words)
    assert asked == [f"^{word}" for word in words[1:11]]  # The first, as they come on the page.
    assert found == dict.fromkeys(words[1:11], "right")


def test_the_command_reads_and_mends_prose(root: Path) -> None:
    file = "docs/en/guides/listening.md"
    replace(root, file, "Offer something else.", "Offer something - or more...")
    assert main(["check", "--no-prose", "--fix", "--project", str(root)]) == 0
    assert main(["check", "--project", str(root)]) == 1
    assert main(["check", "--fix", "--project", str(root)]) == 0
    assert "Offer something – or more…" in (root / file).read_text("utf8")


def test_the_prose_of_the_handbook_is_clean_and_every_tool_is_there(handbook: Project) -> None:
    """Where hunspell, a dictionary or lingua is missing this fails and says what to install."""
    found = [fault for fault in faults(handbook, prose=True) if fault.rule in PROSE]
    assert [str(finding) for finding in worded(found, handbook.settings.severities)] == []
