"""The walk-throughs of DEVELOPING.md, each carried out on a copy of the project."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.project import HANDBOOK

TEXT = (HANDBOOK / "DEVELOPING.md").read_text("utf8")
PARTS = ("docs", "hooks", "local-rules", "overrides", "schemas", "sources", "tests", "tools")
FILES = ("mkdocs.yml", "pyproject.toml")
# What is to be done with a block, in the line before it.
_STEP = re.compile(
    r"""
    ^(?:
        New\ file\ `(?P<new>[^`\n]+)`
      | At\ the\ end\ of\ `(?P<end>[^`\n]+)`
      | In\ `(?P<file>[^`\n]+)`,\ (?P<side>before|after)\ `(?P<line>[^\n]+)`
      | (?P<run>Run)
      | (?P<says>It\ says)
    ):\n\n```\w+\n(?P<block>.*?)^```$
    """,
    re.MULTILINE | re.DOTALL | re.VERBOSE,
)


@dataclass(frozen=True)
class Walk:
    """A walk-through: its title and its steps in order."""

    title: str
    steps: tuple[re.Match[str], ...]


def walks() -> Iterator[Walk]:
    for part in TEXT.split("\n## ")[1:]:
        steps = tuple(_STEP.finditer(part))
        assert len(steps) == part.count("```") / 2, f"a block of “{part.splitlines()[0]}” is no step"
        if steps:
            yield Walk(part.partition("\n")[0], steps)


def write(root: Path, step: re.Match[str]) -> None:
    """Change a file as a step says."""
    path, block = root / (step["new"] or step["end"] or step["file"]), step["block"]
    if step["new"]:
        assert not path.exists(), f"{path} is there already"
        path.write_text(block, "utf8")
        return
    text = path.read_text("utf8")
    if step["end"]:
        path.write_text(text + block, "utf8")
        return
    lines = text.splitlines(keepends=True)
    (at,) = [n for n, line in enumerate(lines) if line.rstrip("\n") == step["line"]]
    lines.insert(at + (step["side"] == "after"), block)
    path.write_text("".join(lines), "utf8")


def run(root: Path, script: str) -> str:
    """Run a block in the project; returns what it printed."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "PYTHONPATH": str(root / "hooks")}
    environment.pop("CI", None)
    # What is compiled is compiled once for all commands of a walk-through.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(
        ["sh", "-ec", script],
        cwd=root,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


@pytest.mark.parametrize("walk", [pytest.param(walk, id=walk.title) for walk in walks()])
def test_a_walk_through_leads_where_it_says(walk: Walk, tmp_path: Path) -> None:
    root = tmp_path / "project"
    for name in PARTS:
        shutil.copytree(HANDBOOK / name, root / name)
    for name in FILES:
        shutil.copy(HANDBOOK / name, root / name)
    said, was_run = "", False
    for step in walk.steps:
        if step["run"]:
            said, was_run = run(root, step["block"]), True
        elif step["says"]:
            assert [line for line in step["block"].splitlines() if line.strip() not in said] == [], said
        else:
            write(root, step)
    assert was_run


def test_there_is_a_walk_through_for_each_thing_that_is_added_most() -> None:
    titles = [walk.title for walk in walks()]
    assert titles == [
        "Add a rule",
        "Add a field to cards",
        "Add a section to cards",
        "Add a command",
        "Add a language",
    ]


def test_a_rule_takes_no_more_than_six_files() -> None:
    steps = next(walk.steps for walk in walks() if walk.title == "Add a rule")
    assert len({step["new"] or step["end"] or step["file"] for step in steps} - {None}) <= 6
