"""What git knows of a project's files: since when each is there, and who changed it last and when."""

from __future__ import annotations

import datetime
import subprocess
from pathlib import Path

from ..model.past import Past


def history(root: Path, folder: str) -> dict[str, Past]:
    """What git knows of each file below a folder, by its path from the project.

    Nothing where there is no history, nor where a clone has the end of it alone: what is older would
    seem to be as old as that.
    """
    if _git(root, "rev-parse", "--is-shallow-repository") != "false\n":
        return {}
    found: dict[str, Past] = {}
    told = _git(root, "log", "--format=%x00%cs%x01%an", "--name-only", "--relative", "--", folder)
    for commit in told.split("\0")[1:]:
        head, *names = commit.split("\n")
        day, _, who = head.partition("\1")
        date = datetime.date.fromisoformat(day)
        for name in filter(None, names):
            known = found.get(name)
            found[name] = Past(date, known.last, known.who) if known else Past(date, date, who)
    return found


def _git(root: Path, *arguments: str) -> str:
    """What git says; "" where it cannot answer."""
    try:
        done = subprocess.run(
            ["git", "-C", str(root), *arguments], capture_output=True, check=False, timeout=30
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return "" if done.returncode else done.stdout.decode("utf8", "replace")
