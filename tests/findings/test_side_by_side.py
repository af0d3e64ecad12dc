"""A check says the same, byte for byte, however many processes it is made in."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from handbook import checks
from handbook.base.processes import SWITCH, Copy, Lost, Turns, jobs
from handbook.base.store import FOLDER
from handbook.commands.cli import main
from handbook.findings import side_by_side
from handbook.model.project import Fault, Project
from handbook.prose import hunspell, inflexion
from handbook.reading import site_markdown
from tests.support.project import write

Said = tuple[int, str, str]
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is one process")


@pytest.fixture(autouse=True)
def _side_by_side(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(side_by_side, "ENOUGH", 1)
    monkeypatch.setenv("HANDBOOK_CACHE", "on")
    # Whoever runs these tests may have begun threads of its own.
    monkeypatch.setattr("handbook.base.processes.threading.active_count", lambda: 1)


@pytest.fixture
def said(
    root: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Said]:
    """Runs a check in so many processes: exit status and what it says."""

    def run(number: int, *options: str) -> Said:
        monkeypatch.setenv(SWITCH, str(number))
        # Nothing is known from another run in this process.
        site_markdown._SITES.forget_others(())
        inflexion.forms.cache_clear()
        status = main(["check", "--project", str(root), *options])
        return (status, *capfd.readouterr())

    return run


@pytest.fixture
def faulty(root: Path) -> Path:
    """Faults of prose and others on the same pages and lines, one of them waived."""
    for number in range(3):
        text = f"""# More {number} {{#more}}

Please **utilize it -- [there](nowhere-{number}.md) is "misspeltt" word... www.example.com/{number}

<!-- handbook: allow spelling until 2031-01-01: a name -->
Misspelttt.

<b onclick='x()'>Tak</b>

[so]: unused.md
"""
        write(root, f"docs/en/guides/more-{number}.md", text)
    return root


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github"])
def test_all_is_said_as_in_one_process(faulty: Path, said: Callable[..., Said], form: str) -> None:
    alone = said(1, "--format", form)
    assert "spelling" in alone[1]
    assert "link-page-missing" in alone[1]
    for path in (faulty / FOLDER).iterdir():
        path.unlink()
    for number in (2, 2, 8):
        assert said(number, "--format", form) == alone


def test_what_is_kept_for_the_next_run_is_the_same(faulty: Path, said: Callable[..., Said]) -> None:
    def kept() -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in (faulty / FOLDER).iterdir()}

    said(1, "--format", "sarif")
    alone = kept()
    for path in (faulty / FOLDER).iterdir():
        path.unlink()
    said(2, "--format", "sarif")
    assert alone
    assert {name: sorted(text) for name, text in kept().items()} == {
        name: sorted(text) for name, text in alone.items()
    }


@pytest.mark.usefixtures("faulty")
def test_a_copy_that_is_lost_is_done_without(
    said: Callable[..., Said], monkeypatch: pytest.MonkeyPatch
) -> None:
    alone, here = said(1, "--format", "json"), os.getpid()

    def ends_elsewhere(_: Project) -> Iterator[Fault]:
        if os.getpid() != here:
            os._exit(3)
        yield from ()

    monkeypatch.setattr(checks, "CHECKS", (*checks.CHECKS, ends_elsewhere))
    assert said(2, "--format", "json") == alone


def test_a_copy_comes_to_its_result_or_is_lost() -> None:
    assert Copy(lambda: [os.getppid()]).result() == [os.getpid()]
    with pytest.raises(Lost):
        Copy(lambda: os._exit(0)).result()


def test_a_copy_keeps_no_dictionary_waiting() -> None:
    """One that waits to be heard would else hold the input of hunspell open, whose answer is waited for."""
    process = hunspell._start("en_GB", "-l")
    assert process is not None
    copy = Copy(lambda: "long" * 1_000_000)
    try:
        assert process.communicate(b"misspelttt\n", timeout=60)[0] == b"misspelttt\n"
        assert len(copy.result()) == 4_000_000
    finally:
        copy.end()
        process.kill()


_LEFT_ALONE = """
from handbook.base.processes import Copy
copy = Copy(lambda: "long" * 1_000_000)
print(copy._process.pid, flush=True)
input()
"""


def test_a_copy_ends_with_who_began_it() -> None:
    command = [sys.executable, "-c", _LEFT_ALONE]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as one:
        assert one.stdout is not None
        copy = Path("/proc", one.stdout.readline().decode().strip(), "stat")
        one.kill()
    end = time.monotonic() + 60
    while _runs(copy):
        assert time.monotonic() < end
        time.sleep(0.05)


def _runs(status: Path) -> bool:
    """Whether there is a process that has not ended, even if nobody has asked yet how."""
    try:
        return status.read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


@pytest.mark.parametrize(("given", "number"), [("1", 1), ("3", 3), ("0", 1), ("", None), ("many", None)])
def test_whoever_runs_it_says_how_many_may_work(
    monkeypatch: pytest.MonkeyPatch, given: str, number: int | None
) -> None:
    monkeypatch.setenv(SWITCH, given)
    assert jobs() == (number or len(os.sched_getaffinity(0)))
    monkeypatch.setattr("handbook.base.processes.threading.active_count", lambda: 2)
    assert jobs() == 1


def test_each_turn_comes_once() -> None:
    turns = Turns(range(200))
    copy = Copy(lambda: list(turns))
    here = list(turns)
    assert sorted(here + copy.result()) == list(range(200))
    turns.close()
