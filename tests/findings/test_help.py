"""Where findings lead to their help: on the command line, in SARIF and in GitHub's summary."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from handbook.commands.cli import main
from handbook.findings.help_site import HelpSite, help_page
from handbook.languages import CODES
from handbook.languages.rule_texts import rule_texts
from handbook.model.rules import RULES
from handbook.report import github, sarif, terminal
from handbook.site.lists.rule_list import in_words
from tests.support.project import check, read, replace

SITE = "https://handbook.example.org/"


@pytest.fixture
def faulty(root: Path) -> Path:
    """The small handbook with an address, and a fault on an English page."""
    replace(root, "docs/en/index.md", "(decide.md)", "(decided.md)")
    replace(root, "mkdocs.yml", "docs_dir: docs\n", f"docs_dir: docs\nsite_url: {SITE}\n")
    return root


def shown(root: Path, capsys: pytest.CaptureFixture[str], *options: str) -> str:
    main(["check", "--no-prose", *options, "--project", str(root)])
    return capsys.readouterr().out


def test_the_last_line_leads_to_the_help(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = shown(faulty, capsys).splitlines()
    assert lines[-1].endswith(f": {SITE}en/editing/rules/")
    assert "\n".join(lines).count(SITE) == 1


def test_findings_in_several_languages_lead_to_the_help_in_the_default_one(
    faulty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replace(faulty, "docs/hr/index.md", "(decide.md)", "(decided.md)")
    last = shown(faulty, capsys).splitlines()[-1]
    assert last.startswith("Co znaczą nazwy")
    assert last.endswith(f"{SITE}pl/editing/rules/")


def test_without_findings_there_is_nothing_to_explain(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replace(root, "mkdocs.yml", "docs_dir: docs\n", f"docs_dir: docs\nsite_url: {SITE}\n")
    assert shown(root, capsys) == ""


def test_a_site_without_an_address_has_no_place_to_lead_to(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replace(root, "docs/en/index.md", "(decide.md)", "(decided.md)")
    assert "http" not in shown(root, capsys)


def test_a_project_without_the_help_has_no_place_to_lead_to(
    faulty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for code in CODES:
        replace(faulty, f"docs/{code}/editing/rules.md", "<!-- handbook:rules -->", "…")
    assert SITE not in shown(faulty, capsys)


@pytest.mark.parametrize("code", CODES)
def test_the_help_of_a_language_is_found(root: Path, code: str) -> None:
    page = help_page(read(root), code)
    assert page
    assert page.path == f"{code}/editing/rules.md"


def test_a_page_in_no_language_gets_the_help_in_the_default_one(root: Path) -> None:
    page = help_page(read(root), None)
    assert page
    assert page.language == "pl"


class TestSarif:
    def rule(self, faulty: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
        report = json.loads(shown(faulty, capsys, "--format", "sarif"))
        (rule,) = report["runs"][0]["tool"]["driver"]["rules"]
        assert isinstance(rule, dict)
        return rule

    def test_a_rule_leads_to_its_help(self, faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert self.rule(faulty, capsys)["helpUri"] == f"{SITE}en/editing/rules/#link-page-missing"

    def test_a_rule_brings_its_help_along(self, faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
        rule, help = self.rule(faulty, capsys), rule_texts("en")["link-page-missing"]
        assert rule["shortDescription"]["text"] == f"{help.title}."
        assert help.why in rule["help"]["text"]
        assert help.right[0].text in rule["help"]["markdown"]
        assert "<div" not in rule["help"]["markdown"]

    def test_an_address_that_only_the_writer_can_open_is_left_out(self, faulty: Path) -> None:
        report = json.loads(
            sarif.report(check(faulty), HelpSite("http://127.0.0.1:8000/en/editing/rules/", "en"))
        )
        assert "helpUri" not in report["runs"][0]["tool"]["driver"]["rules"][0]


def test_the_summary_links_each_rule_once(faulty: Path) -> None:
    found = check(faulty)
    linked = github.summary(found, HelpSite(f"{SITE}en/editing/rules/", "en"))
    assert linked.count(f"[`link-page-missing`]({SITE}en/editing/rules/#link-page-missing)") == 1
    assert "](" not in github.summary(found, HelpSite("http://localhost:8000/en/editing/rules/", "en"))
    assert "](" not in github.summary(found)


def test_findings_alone_are_a_report_as_well(faulty: Path) -> None:
    assert "[link-page-missing]" in terminal.report(check(faulty)).splitlines()[0]


@pytest.mark.parametrize("code", CODES)
def test_help_in_words_shows_both_halves_of_each_example(code: str) -> None:
    for rule in RULES:
        words, help = in_words(code, rule), rule_texts(code)[rule]
        assert help.why in words
        assert all(excerpt.text in words for excerpt in (*help.wrong, *help.right))
