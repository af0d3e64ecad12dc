"""An error that nobody foresaw: one finding that names the file, and all others are still told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from handbook import checks, findings
from handbook.base.positions import Position
from handbook.commands.cli import main
from handbook.model.project import Fault, Page, Project
from handbook.model.rules.links import LinkEmpty
from handbook.reading.markdown.parse import parse
from tests.support.project import read, write


def _at(page: Page) -> Fault:
    if page.slug == "guides/listening.md":
        raise KeyError("a key\n::error::that is not there")
    return page.fault(LinkEmpty(), Position(1))


def _fails(project: Project) -> Iterator[Fault]:
    for page in project.pages.values():
        if not page.unreadable:
            yield _at(page)


def test_a_check_that_fails_at_some_pages_tells_of_them_and_of_all_others(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checks, "CHECKS", (_fails, *checks.CHECKS[1:]))
    found = [finding for finding in findings.of(project) if finding.rule in ("check-failed", "link-empty")]
    failed = {finding.file for finding in found if finding.rule == "check-failed"}
    assert failed == {f"docs/{code}/guides/listening.md" for code in ("pl", "hr", "en")}
    empty = [finding.file for finding in found if finding.rule == "link-empty"]
    assert sorted(empty) == sorted({page.file for page in project.pages.values()} - failed)
    messages = [finding.message for finding in found if finding.rule == "check-failed"]
    assert all("KeyError" in message and "\n" not in message for message in messages)


def test_a_check_that_fails_without_a_page_is_told_once(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(project: Project) -> Iterator[Fault]:
        raise ValueError(project.settings.docs_dir)

    monkeypatch.setattr(checks, "CHECKS", (fails, *checks.CHECKS))
    assert [finding.rule for finding in findings.of(project)] == ["check-failed"]


def test_a_page_that_cannot_be_taken_apart_is_told_and_the_exit_status_says_so(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(text: str, *arguments: object) -> object:
        if "BREAK" in text:
            raise RecursionError
        return parse(text, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr("handbook.reading.kept_documents.parse", fails)
    write(root, "docs/notes.md", "# Notes\n\nBREAK\n")
    write(root, "docs/other.md", "# Other\n\n[x]()\n")
    rules = {finding.file: finding.rule for finding in findings.of(read(root))}
    assert rules == {"docs/notes.md": "check-failed", "docs/other.md": "link-empty"}
    assert main(["check", "--no-prose", "--project", str(root)]) == 2
    assert "docs/other.md:3:1" in capsys.readouterr().out
