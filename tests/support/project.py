"""The small handbook that tests start from, and the ways to change and check it.

It stands in tests/support/base as files, so that a place in an expected finding can be looked up there.
"""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace as replaced
from functools import cache
from pathlib import Path

from handbook import findings
from handbook.model.project import Base, Fault, Finding, Page, Project
from handbook.reading.reader import Reader

BASE = Path(__file__).parent / "base"
HANDBOOK = Path(__file__).parents[2]

# A new text for a file; None takes the file away.
Files = Mapping[str, str | bytes | None]


class WrongTest(Exception):
    """The test itself is at fault: what it wants to change is not there."""


def build(target: Path, files: Files | None = None) -> Path:
    """Make the base project in a folder, with these files changed, and return its root."""
    shutil.copytree(BASE, target, dirs_exist_ok=True)
    for name, text in (files or {}).items():
        write(target, name, text)
    return target


def copy_of_the_handbook(root: Path) -> Path:
    """Copy what the checks read of the real handbook into a folder, and return that."""
    for part in ("docs", "sources", "local-rules"):
        shutil.copytree(HANDBOOK / part, root / part)
    shutil.copy(HANDBOOK / "mkdocs.yml", root)
    return root


def write(root: Path, name: str, text: str | bytes | None) -> None:
    """Give a file a new text, as it stands, line ends included; None deletes it."""
    path = root / name
    if text is None:
        path.unlink()
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)


def replace(root: Path, name: str, old: str, new: str) -> None:
    """Replace what stands in a file exactly once."""
    text = (root / name).read_text("utf8")
    if (count := text.count(old)) != 1:
        raise WrongTest(f"{name}: {old!r} stands there {count} times")
    write(root, name, text.replace(old, new))


def read(root: Path, removed: Collection[str] = (), before: Mapping[str, str] | None = None) -> Project:
    """Read a project afresh.

    Args:
        removed: the files that a proposal deletes, as git would tell.
        before: what stood in files that it changes, likewise.
    """
    return of_proposal(Reader(root).read(), removed, before)


def of_proposal(found: Project, removed: Collection[str], before: Mapping[str, str] | None) -> Project:
    """A project as a proposal that deletes and changes files, as for `read`."""
    if not removed and not before:
        return found
    return replaced(found, base=Base("main", frozenset(removed), before or {}))


@cache
def real_handbook() -> Project:
    """The real handbook, which is read once a process."""
    return read(HANDBOOK)


def faults(root: Path, *, prose: bool = False, removed: Collection[str] = ()) -> list[Fault]:
    """What the checks find in a project, before it is put into words."""
    return findings.faults(read(root, removed), prose=prose)


def check(root: Path, *, prose: bool = False, removed: Collection[str] = ()) -> list[Finding]:
    """What `handbook check` shows for a project; its prose is left unread where nobody asks for it."""
    return findings.of(read(root, removed), prose=prose)


def page(project: Project, path: str) -> Page:
    """The page at a path below docs."""
    return project.pages[path]


def lines(found: Sequence[Finding]) -> Iterator[str]:
    """Findings as lines, for a message that shows what a test got."""
    return map(str, found)
