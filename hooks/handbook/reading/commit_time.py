"""When a project's commit was made, so that the same commit always gives the same site.

In a checkout git knows it. In the archive of a release it stands in .commit, where `git archive` has
put it (export-subst in .gitattributes).
"""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

FILE = ".commit"
_ARCHIVED = re.compile(r"^time: (\d+)$", re.MULTILINE)


def commit_time(root: Path) -> int | None:
    """The time of a project's commit in seconds since 1970, in UTC.

    Args:
        root: the folder of the project.

    Returns:
        None where the project is neither in a repository nor from an archive, or git cannot answer.
    """
    return _archived(root) or _committed(root)


def _archived(root: Path) -> int | None:
    try:
        found = _ARCHIVED.search((root / FILE).read_text("utf8"))
    except (OSError, UnicodeDecodeError):
        return None
    return int(found[1]) if found else None


def _committed(root: Path) -> int | None:
    # A copy that lies inside some other repository is none of its files.
    if _git(root, "ls-files", "--", "mkdocs.yml", "mkdocs.yaml") is None:
        return None
    told = _git(root, "log", "-1", "--format=%ct")
    return int(told) if told else None


def _git(root: Path, *arguments: str) -> str | None:
    """What git says, if it says anything."""
    try:
        done = subprocess.run(
            ["git", "-C", str(root), *arguments], capture_output=True, check=False, text=True
        )
    except OSError:
        return None
    return done.stdout.strip() or None if done.returncode == 0 else None
