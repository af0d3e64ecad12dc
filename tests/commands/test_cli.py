"""The command line: exit status and JSON; some of it as a real process."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from handbook.commands.cli import main
from handbook.model.rules import RULES
from tests.support.project import HANDBOOK, check, replace, write

pytestmark = pytest.mark.usefixtures("words_asked")
KEYS = ["file", "line", "column", "rule", "severity", "message", "suggestion"]
STALE = "docs/hr/decide.md"


def handbook(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the console script in a folder."""
    script = shutil.which("handbook", path=str(Path(sys.executable).parent))
    assert script, "the console script is not installed beside this Python"
    return subprocess.run(
        [script, *arguments], cwd=folder, capture_output=True, text=True, encoding="utf8", check=False
    )


def test_the_version_is_that_of_the_project(tmp_path: Path) -> None:
    project = tomllib.loads((HANDBOOK / "pyproject.toml").read_text("utf8"))["project"]
    assert handbook(tmp_path, "--version").stdout == f"handbook {project['version']}\n"


class TestCheck:
    def test_a_clean_project_gives_0(self, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["check", "--project", str(root)]) == 0
        out, err = capsys.readouterr()
        assert out == ""
        assert "0 findings" in err

    def test_a_finding_gives_1(self, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
        replace(root, "docs/en/index.md", "(decide.md)", "(decided.md)")
        assert main(["check", "--project", str(root)]) == 1
        out, err = capsys.readouterr()
        assert out.startswith("docs/en/index.md:12:3: error: ")
        assert "[link-page-missing]\n" in out
        assert "decide.md" in out.splitlines()[1]
        assert "1 finding" in err

    def test_a_notice_alone_gives_0(self, stale: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["check", "--project", str(stale)]) == 0
        assert "notice: " in capsys.readouterr().out

    def test_a_warning_gives_1(self, root: Path) -> None:
        replace(root, "docs/pl/scenarios/late-return.md", "[S0-02, S0-03]", "[S0-02]")
        assert main(["check", "--project", str(root)]) == 1

    def test_a_rule_made_a_notice_no_longer_fails(self, root: Path) -> None:
        replace(root, "docs/en/index.md", "(decide.md)", "(decided.md)")
        replace(root, "mkdocs.yml", "severities: {}", "severities: {link-page-missing: notice}")
        assert main(["check", "--project", str(root)]) == 0

    @pytest.mark.parametrize(
        ("text", "part"),
        [
            pytest.param(None, "mkdocs.yml", id="no mkdocs.yml"),
            pytest.param("a: [", "mkdocs.yml", id="a broken mkdocs.yml"),
            pytest.param("- a", "mkdocs.yml", id="a mkdocs.yml that is a list"),
            pytest.param("", "mkdocs.yml", id="an empty mkdocs.yml"),
            pytest.param(b"\xff\xfe", "mkdocs.yml", id="a mkdocs.yml that is no text"),
            pytest.param("docs_dir: nowhere", "nowhere", id="no folder of pages"),
            pytest.param(
                "extra: {handbook: {severities: {no-such-rule: off}}}", "no-such-rule", id="an unknown rule"
            ),
            pytest.param(
                "extra: {handbook: {severities: {link-empty: fatal}}}", "fatal", id="an unknown severity"
            ),
            pytest.param("extra: {handbook: {}}", "no plugin i18n", id="no plugin i18n"),
            pytest.param("plugins: [i18n]", "names no languages", id="a plugin without options"),
            pytest.param(
                "plugins: [{i18n: {docs_structure: folder, languages: pl}}]", "locale", id="no languages"
            ),
            pytest.param("extra: {handbook: {cards: [1]}}", "cards", id="a folder that is a list"),
            pytest.param("INHERIT: mkdocs.yml", "circle", id="a circle of configurations"),
            pytest.param("INHERIT: nothing.yml", "nothing.yml", id="nothing to inherit from"),
        ],
    )
    def test_what_cannot_be_run_gives_2_and_says_why(
        self, root: Path, text: str | bytes | None, part: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        write(root, "mkdocs.yml", text)
        assert main(["check", "--project", str(root)]) == 2
        out, err = capsys.readouterr()
        assert out == ""
        assert err.startswith("handbook: ")
        assert part in err
        assert "Traceback" not in err

    @pytest.mark.parametrize(
        "arguments",
        [
            pytest.param([], id="no command"),
            pytest.param(["mend"], id="an unknown command"),
            pytest.param(["check", "--format", "xml"], id="an unknown format"),
            pytest.param(["accept"], id="accept without a page"),
        ],
    )
    def test_a_wrong_call_gives_2(self, arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
        with pytest.raises(SystemExit) as end:
            main(arguments)
        assert end.value.code == 2
        assert "usage: handbook" in capsys.readouterr().err


class TestJson:
    def test_a_clean_project_has_no_findings(self, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["check", "--format", "json", "--project", str(root)]) == 0
        out, err = capsys.readouterr()
        assert json.loads(out) == {"findings": []}
        assert err == ""

    def test_a_finding_has_exactly_these_keys(self, stale: Path, capsys: pytest.CaptureFixture[str]) -> None:
        replace(stale, "docs/en/index.md", "(decide.md)", "(decided.md)")
        assert main(["check", "--format", "json", "--project", str(stale)]) == 1
        report: dict[str, list[dict[str, Any]]] = json.loads(capsys.readouterr().out)
        assert list(report) == ["findings"]
        assert len(report["findings"]) == 3
        for finding in report["findings"]:
            assert list(finding) == KEYS
            assert finding["rule"] in RULES
            assert finding["severity"] in ("error", "warning", "notice")
            assert [type(finding[key]) for key in KEYS] == [str, int, int, str, str, str, str]
            assert (stale / finding["file"]).is_file()

    def test_letters_stay_as_they_are(self, stale: Path, capsys: pytest.CaptureFixture[str]) -> None:
        main(["check", "--format", "json", "--project", str(stale)])
        assert "Izvornik" in (out := capsys.readouterr().out) or "izvornik" in out
        assert "\\u0" not in out


class TestConsoleScript:
    def test_a_clean_project(self, root: Path) -> None:
        done = handbook(root, "check", "--format", "json")
        assert (done.returncode, json.loads(done.stdout), done.stderr) == (0, {"findings": []}, "")

    def test_findings_in_the_languages_of_their_pages(self, stale: Path) -> None:
        replace(stale, "docs/en/index.md", "(decide.md)", "(decided.md)")
        done = handbook(stale, "check", "--format", "json")
        findings = json.loads(done.stdout)["findings"]
        assert done.returncode == 1
        assert [(f["file"], f["line"], f["rule"]) for f in findings] == [
            ("docs/en/decide.md", 3, "translation-stale"),
            ("docs/en/index.md", 12, "link-page-missing"),
            (STALE, 3, "translation-stale"),
        ]

    def test_no_project(self, tmp_path: Path) -> None:
        done = handbook(tmp_path, "check")
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith("handbook: ")

    def test_accept_then_check(self, stale: Path) -> None:
        assert handbook(stale, "accept", STALE, "docs/en/decide.md").returncode == 0
        assert handbook(stale, "check").returncode == 0
        assert check(stale) == []

    def test_a_reader_that_stops_reading_sees_no_traceback(self, stale: Path) -> None:
        for number in range(300):
            write(stale, f"docs/page-{number}.md", "Text.\n")
        script = shutil.which("handbook", path=str(Path(sys.executable).parent)) or ""
        running = subprocess.Popen(
            [script, "check"], cwd=stale, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        assert running.stdout
        assert running.stderr
        running.stdout.close()
        err = running.stderr.read()
        running.stderr.close()
        assert running.wait() == 1
        assert "roken pipe" not in err
        assert "Traceback" not in err


@pytest.mark.parametrize(("code", "said"), [("pl", "użycie: "), ("hr", "uporaba: "), ("en", "usage: ")])
def test_help_is_in_the_language_of_the_terminal(
    code: str, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LC_ALL", f"{code}_XX.UTF-8")
    with pytest.raises(SystemExit):
        main(["move", "--help"])
    assert capsys.readouterr().out.startswith(said)


def test_a_rule_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "translation-stale", "--lang", "hr"]) == 0
    assert "Ispravno:" in capsys.readouterr().out
    assert main(["explain", "translation-stal", "--lang", "hr"]) == 2
    assert "translation-stale?" in capsys.readouterr().err
