"""Which browser the tests drive: the one that is named, the one without windows, or the one that is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.browser import NoBrowser, executable, find_browser, find_shell, whole

WHOLE, SHELL = "chromium", "chromium-headless-shell"


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder with programs; nobody has named a browser, nor asked for one before."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROME", raising=False)
    for asked in (executable, whole):
        monkeypatch.setattr(f"tools.browser.{asked.__name__}", asked.__wrapped__)
    return tmp_path


def program(folder: Path, name: str, does: str = "echo Chromium 1") -> Path:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{does}\n", "utf8")
    path.chmod(0o755)
    return path


def test_the_one_without_windows_goes_first_and_the_whole_one_is_still_there(programs: Path) -> None:
    shell, usual = program(programs, SHELL), program(programs, WHOLE)
    assert executable.__wrapped__() == shell == find_shell()
    assert whole.__wrapped__() == usual == find_browser()


def test_without_it_or_where_it_does_not_start_the_whole_one_is_taken(programs: Path) -> None:
    usual = program(programs, WHOLE)
    assert executable.__wrapped__() == usual
    program(programs, SHELL, "exit 1")
    assert executable.__wrapped__() == usual


def test_a_browser_that_is_named_is_taken_and_no_other(
    programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(programs, SHELL)
    monkeypatch.setenv("CHROME", str(program(programs, "named")))
    assert executable.__wrapped__() == programs / "named"
    monkeypatch.setenv("CHROME", "not-there")
    with pytest.raises(NoBrowser, match="CHROME names 'not-there'"):
        executable.__wrapped__()
