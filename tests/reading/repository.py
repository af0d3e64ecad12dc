"""A repository whose commits a test makes, at times of its own."""

from __future__ import annotations

import os
import subprocess
from datetime import UTC, datetime
from pathlib import Path

from tests.support.project import build, replace, write

DAY = 86_400
BEGIN = int(datetime(2026, 6, 1, 8, tzinfo=UTC).timestamp())


class Repository:
    """A small handbook with a history; each commit is made on a day counted from the first."""

    def __init__(self, root: Path) -> None:
        self.root = build(root)
        self.commits = 0
        self.git("init", "--quiet")
        self.commit(0)

    def git(self, *arguments: str, time: int = BEGIN) -> None:
        who = {f"GIT_{role}_{what}": text for role in ("AUTHOR", "COMMITTER") for what, text in
               (("NAME", "x"), ("EMAIL", "x@example.org"), ("DATE", f"{time} +0000"))}  # fmt: skip
        subprocess.run(
            ["git", "-C", str(self.root), *arguments],
            check=True,
            capture_output=True,
            env={**os.environ, **who},
        )

    def commit(self, day: int) -> None:
        self.commits += 1
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "x", time=BEGIN + day * DAY + self.commits)

    def change(self, day: int, path: str, old: str, new: str) -> None:
        replace(self.root, f"docs/{path}", old, new)
        self.commit(day)

    def add(self, day: int, path: str, text: str | None) -> None:
        write(self.root, path, text)
        self.commit(day)

    def revert(self, day: int) -> None:
        """Take the last commit back."""
        self.commits += 1
        self.git("revert", "--no-edit", "HEAD", time=BEGIN + day * DAY + self.commits)

    def merge(self, day: int, path: str, old: str, new: str) -> None:
        """Change a page on a branch, the day before, and merge it."""
        self.git("checkout", "--quiet", "-b", "proposal")
        self.change(day - 1, path, old, new)
        self.git("checkout", "--quiet", "-")
        self.add(day, "notes.txt", "y\n")
        self.commits += 1
        time = BEGIN + day * DAY + self.commits
        self.git("merge", "--quiet", "--no-ff", "--message", "x", "proposal", time=time)
