"""What a check keeps for the next one never shows: whatever changes, it says what a check without it says."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from handbook.base import store
from handbook.commands import checking, outcomes
from handbook.commands.cli import main
from handbook.prose import hunspell, known_words
from tests.commands.changes import CARD, CHANGES, _append
from tests.support.project import replace, write

Said = tuple[int, str, str]


@pytest.fixture(autouse=True)
def _kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep what was checked, however shortly before it was written."""
    monkeypatch.setenv("HANDBOOK_CACHE", "on")
    monkeypatch.setattr(outcomes, "_MOMENT", 0)


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    """Runs a check: exit status and what it says."""

    def run(root: Path, *options: str) -> Said:
        status = main(["check", "--project", str(root), *options])
        return (status, *capsys.readouterr())

    return run


@pytest.fixture
def checks(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Has an entry for each check that was made anew."""
    made: list[object] = []
    whole = checking.checked

    def checked(*given: object) -> outcomes.Outcome:
        made.append(given)
        return whole(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(checking, "checked", checked)
    return made


def test_what_has_not_changed_is_not_checked_again(
    root: Path, said: Callable[..., Said], checks: list[object]
) -> None:
    replace(root, "docs/en/index.md", "(decide.md)", "(decided.md)")
    first = said(root)
    assert first[0] == 1
    assert "[link-page-missing]" in first[1]
    assert said(root) == first
    assert len(checks) == 1
    # In another form it is another text.
    assert json.loads(said(root, "--format", "json")[1])
    assert said(root, "--no-prose")[0] == 1
    assert len(checks) == 3


@pytest.mark.parametrize("name", CHANGES)
def test_after_a_change_it_is_what_a_check_without_it_says(
    root: Path, said: Callable[..., Said], checks: list[object], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (root / "mkdocs.yaml").unlink(missing_ok=True)
    said(root)
    said(root)
    assert len(checks) == 1
    CHANGES[name](root)
    kept = said(root)
    assert len(checks) == 2
    monkeypatch.setenv("HANDBOOK_CACHE", "off")
    assert kept == said(root)


def test_a_variable_of_the_configuration_counts(
    root: Path, said: Callable[..., Said], checks: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    replace(root, "mkdocs.yml", "site_name:", "site_url: !ENV [WHERE_IT_IS, '']\nsite_name:")
    said(root)
    monkeypatch.setenv("WHERE_IT_IS", "https://handbook.example.com/")
    said(root)
    said(root)
    assert len(checks) == 2


def test_the_day_counts(
    root: Path, said: Callable[..., Said], checks: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    said(root)
    monkeypatch.setattr(outcomes, "_today", lambda: "2031-01-01")
    said(root)
    assert len(checks) == 2


def test_the_tools_count(
    root: Path, said: Callable[..., Said], checks: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    said(root)
    known_words.dictionaries.cache_clear()
    monkeypatch.setattr(store, "_libraries", lambda: ["lingua-0.dist-info"])
    said(root)
    assert len(checks) == 2
    monkeypatch.setenv("WORDLIST", "own.txt")
    known_words.dictionaries.cache_clear()
    said(root)
    assert len(checks) == 3
    known_words.dictionaries.cache_clear()


@pytest.mark.parametrize("ends", [".py", ".yml", ".txt"])
def test_all_code_and_data_of_the_package_count(tmp_path: Path, ends: str) -> None:
    before = store.Store(tmp_path).tools
    write(tmp_path, f"below/one{ends}", "a")
    after = store.Store(tmp_path).tools
    write(tmp_path, f"below/one{ends}", "b")
    assert len({before, after, store.Store(tmp_path).tools}) == 3


@pytest.mark.parametrize(
    "content", ["", "[]", '{"key": ""}', '{"key": "", "value": 3}', "[" * 100_000, "half"]
)
def test_what_was_not_kept_by_a_check_is_thrown_away(
    root: Path, said: Callable[..., Said], checks: list[object], content: str
) -> None:
    first = said(root)
    for path in (root / store.FOLDER).iterdir():
        path.write_text(content, "utf8")
    assert said(root) == first
    assert said(root) == first
    assert len(checks) == 2


def test_where_nothing_can_be_written_it_does_without(
    root: Path, said: Callable[..., Said], checks: list[object]
) -> None:
    (root / store.FOLDER).write_text("a file, no folder", "utf8")
    assert said(root) == said(root)
    assert len(checks) == 2


def test_nothing_is_written_outside_of_the_project(
    root: Path, tmp_path: Path, said: Callable[..., Said]
) -> None:
    (tmp_path / "outside").mkdir()
    (root / store.FOLDER).symlink_to(tmp_path / "outside")
    assert said(root)[0] == 0
    assert list((tmp_path / "outside").iterdir()) == []


@pytest.mark.parametrize("settings", [{"HANDBOOK_CACHE": "off"}, {"HANDBOOK_CACHE": "", "CI": "1"}])
def test_it_can_be_switched_off_and_is_off_in_ci(
    root: Path, said: Callable[..., Said], monkeypatch: pytest.MonkeyPatch, settings: dict[str, str]
) -> None:
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    if not os.environ["HANDBOOK_CACHE"]:
        monkeypatch.delenv("HANDBOOK_CACHE")
    said(root)
    assert not (root / store.FOLDER).exists()


def test_nothing_is_kept_beside_a_site_that_is_no_handbook(tmp_path: Path, said: Callable[..., Said]) -> None:
    write(tmp_path, "mkdocs.yml", "site_name: x\n")
    write(tmp_path, "docs/index.md", "# x\n")
    assert said(tmp_path)[0] == 0
    assert not (tmp_path / store.FOLDER).exists()


def test_a_page_that_is_written_while_it_is_checked_is_checked_again(
    root: Path, said: Callable[..., Said], checks: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = outcomes.Outcomes.keep

    def keep(self: outcomes.Outcomes, outcome: outcomes.Outcome) -> None:
        _append(CARD, "\n[Tamo](nema-je.md)\n")(root)
        whole(self, outcome)

    monkeypatch.setattr(outcomes.Outcomes, "keep", keep)
    assert said(root)[0] == 0
    monkeypatch.setattr(outcomes.Outcomes, "keep", whole)
    assert said(root)[0] == 1
    assert len(checks) == 2


def test_hunspell_is_not_asked_for_words_that_it_knew_the_last_time(
    root: Path, said: Callable[..., Said], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hunspell, "_known", {})
    monkeypatch.setattr(hunspell, "_ahead", {})
    _append(CARD, "\nKrivo napisannna riječ.\n")(root)
    first = said(root)
    assert "[spelling]" in first[1]
    started: list[str] = []
    start = hunspell._start

    def counted(dictionary: str, option: str) -> object:
        started.append(f"{dictionary} {option}")
        return start(dictionary, option)

    monkeypatch.setattr(hunspell, "_start", counted)
    monkeypatch.setattr(hunspell, "_known", {})
    replace(root, CARD, "Krivo napisannna", "napisannna Krivo")
    assert "[spelling]" in said(root)[1]
    assert started == ["hr_HR -a"]  # For its suggestions alone.
    monkeypatch.setattr(hunspell, "_known", {})
    replace(root, CARD, "napisannna Krivo", "napisano Krivooo")
    again = said(root)
    assert "Krivooo" in again[1]
    assert "napisannna" not in again[1]
    assert set(started[1:]) == {"pl_PL -l", "hr_HR -l", "en_GB -l", "hr_HR -a"}
