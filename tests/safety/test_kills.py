"""Each command that writes, as a process that is killed: afterwards the old files are there, or the new ones.

KILLS=200 KILLS_AT_FIRST=50 make it the long run; the suite does a few of each.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from handbook.base.writing import FOLDER, recover
from tests.support.project import HANDBOOK, build, replace, write

KILLS = int(os.environ.get("KILLS", "12"))
KILLS_AT_FIRST = int(os.environ.get("KILLS_AT_FIRST", "5"))
SEED = int(os.environ.get("KILLS_SEED", "1"))
COMMAND = str(Path(sys.executable).with_name("handbook"))

State = dict[str, bytes]
_DAY = re.compile(rb"^(verified:|review_by:) [0-9-]{10}$", re.MULTILINE)


def _mendable(root: Path) -> None:
    for code in ("pl", "hr", "en"):
        # The second is mended in two rounds: what it leads to shows when its slashes are right.
        links = "See [the question](..\\decide.md) of the case.\n\n" * 50
        links += "See [the same](..\\Decide.md) again.\n\n" * 50
        write(root, f"docs/{code}/guides/notes.md", f"# Notes\n\n{links}" + "Some words. " * 8000)


def _stale(root: Path) -> None:
    replace(root, "docs/pl/decide.md", "Trzymaj się zasady.", "Trzymaj się reguły.")


def _begun(root: Path) -> None:
    write(
        root,
        "docs/hr/guides/writing-well.md",
        "---\ntitle: Kako pisati\nverified: 2026-11-01\n---\n\nTekst.\n",
    )


def _exported(root: Path) -> None:
    for code in ("pl", "hr", "en"):
        write(root, f"dist/handbook-{code}.json", "old\n" * 10_000)
    write(root, "dist/handbook.schema.json", "old\n")


def _site(root: Path) -> None:
    """A built site of some pages, and what was made of the one before."""
    for code in ("pl", "en"):
        for page in ("index", *map(str, range(20))):
            write(root, f"site/{code}/{page}.html", f"<html><head></head><p>{page}</p></html>" * 50)
        write(root, f"dist/handbook-{code}/index.html", "old")
        write(root, f"dist/handbook-{code}/{code}/gone.html", "old")
        write(root, f"dist/handbook-{code}.zip", "old")
    write(root, "site/index.html", "<html><head></head></html>")
    write(root, "site/assets/x.css", "p { margin: 0 }\n" * 100)
    shutil.copytree(HANDBOOK / "deploy", root / "deploy")
    write(root, "was/pl/index.html", "<html>old</html>")
    write(root, "was/index.html", "<html>old</html>")
    write(root, "was/assets/x.css", "old")


def _served(root: Path) -> None:
    _site(root)
    subprocess.run([COMMAND, "host", "srv", "--site", "was"], cwd=root, check=True, capture_output=True)


def _served_twice(root: Path) -> None:
    _served(root)
    subprocess.run([COMMAND, "host", "srv"], cwd=root, check=True, capture_output=True)


@dataclass(frozen=True)
class Writing:
    """A command that writes: what goes before it, and the folder that it writes to and keeps whole."""

    arguments: str
    prepare: Callable[[Path], object] = lambda root: None
    folder: str = "."
    whole: str = "."
    # Whether the same command, given once more, does what it would have done, and leaves nothing else.
    again: bool = False

    def state(self, root: Path) -> State:
        """All files that it is about, by their paths; the day that stands in a new page may end meanwhile."""
        top = root / self.whole
        files = (path for path in top.resolve().rglob("*") if path.is_file() and FOLDER not in path.parts)
        return {
            path.relative_to(top.resolve()).as_posix(): _DAY.sub(rb"\1 2026-11-01", path.read_bytes())
            for path in files
        }


COMMANDS = {
    "check --fix": Writing("check --no-prose --fix", _mendable),
    "accept": Writing("accept --all-of hr", _stale),
    "accept of pages": Writing("accept docs/en/decide.md docs/hr/decide.md", _stale),
    "move of a page": Writing("move scenarios/getting-louder scenarios/speaks-louder"),
    "move of a heading": Writing("move decide#good-reason decide#a-reason"),
    "new": Writing("new card late-night-call --in pl --title Noc --family listening"),
    "translate": Writing("translate guides/writing-well --to pl en", _begun),
    "addresses": Writing("addresses"),
    "schema": Writing("schema"),
    "export": Writing("export json --target dist", _exported, "dist", "dist"),
    "export of the schema": Writing("export schema --target dist", _exported, "dist", "dist"),
    "archive": Writing("archive site dist", _site, "dist", "dist"),
    "host": Writing("host srv", _served, "srv", "srv/current", again=True),
    "host, back": Writing("host srv --back", _served_twice, "srv", "srv/current"),
}


@dataclass(frozen=True)
class Run:
    """A command that ran to its end: from where, to where, with what, how long it took."""

    start: Path
    done: Path
    old: State
    new: State
    seconds: float


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Run]:
    """The run of a command by its name, made when it is first asked for."""
    known: dict[str, Run] = {}

    def run(name: str) -> Run:
        if name not in known:
            writing = COMMANDS[name]
            start = build(tmp_path_factory.mktemp("start"))
            writing.prepare(start)
            done = shutil.copytree(start, tmp_path_factory.mktemp("done") / "project", symlinks=True)
            began = time.monotonic()
            result = subprocess.run(
                [COMMAND, *writing.arguments.split()], cwd=done, capture_output=True, encoding="utf8"
            )
            assert result.returncode == (1 if "--fix" in name else 0), result.stderr
            known[name] = Run(
                start, done, writing.state(start), writing.state(done), time.monotonic() - began
            )
            assert known[name].old != known[name].new, f"{name} writes nothing here: {result.stdout}"
        return known[name]

    return run


def _killed(writing: Writing, root: Path, seconds: float | None, old: State) -> None:
    """Run a command and kill it: after some time, or as soon as a file of its own has changed."""
    process = subprocess.Popen([COMMAND, *writing.arguments.split()], cwd=root, stdout=-3, stderr=-3)
    if seconds is not None:
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
    else:
        while process.poll() is None and not _has_begun(writing, root, old):
            time.sleep(0.0005)
        process.send_signal(signal.SIGKILL)
    process.wait()


def _has_begun(writing: Writing, root: Path, old: State) -> bool:
    """Whether a command has put anything in place, or is about to."""
    if any((root / folder / FOLDER).exists() for folder in (".", writing.folder)):
        return True
    return writing.whole != writing.folder and len(list((root / writing.folder).iterdir())) > 2


def _hold(name: str, run: Run, root: Path, seconds: float | None) -> bool:
    """Kill a command in a copy of where it starts; returns whether it had done its work."""
    writing = COMMANDS[name]
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(run.start, root, symlinks=True)
    _killed(writing, root, seconds, run.old)
    for path, data in writing.state(root).items():
        assert data in (run.old.get(path), run.new.get(path)), f"{name}: {path} is neither old nor new"
    # What the next command does first, wherever it writes.
    recover(root)
    recover(root / writing.folder)
    after = writing.state(root)
    assert after in (run.old, run.new), f"{name}: {sorted(after.items() ^ run.new.items())[:3]}"
    assert not list(root.rglob(FOLDER))
    if writing.again:
        subprocess.run([COMMAND, *writing.arguments.split()], cwd=root, check=True, capture_output=True)
        assert writing.state(root) == run.new
        assert _paths(root / writing.folder) == _paths(run.done / writing.folder)
    return after == run.new


def _paths(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


@pytest.mark.parametrize("number", range(KILLS))
def test_a_kill_at_random_leaves_the_old_or_the_new(
    number: int, runs: Callable[[str], Run], tmp_path: Path
) -> None:
    chance = random.Random(SEED * 1000 + number)
    name = list(COMMANDS)[number % len(COMMANDS)]
    run = runs(name)
    _hold(name, run, tmp_path / "project", run.seconds * chance.uniform(0.4, 1.1))


@pytest.mark.parametrize("number", range(KILLS_AT_FIRST))
def test_a_kill_at_the_first_write_leaves_the_old_or_the_new(
    number: int, runs: Callable[[str], Run], tmp_path: Path
) -> None:
    # Another order than above, so that a few of each make nearly all commands.
    name = list(COMMANDS)[-1 - number % len(COMMANDS)]
    _hold(name, runs(name), tmp_path / "project", None)
