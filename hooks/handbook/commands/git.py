"""What git knows: which files changed since a commit, and how a section read before.

Everything here is a convenience. Without git, without a history or in a shallow clone it returns
nothing, and the checks do the same work without it.
"""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from difflib import unified_diff
from pathlib import Path

from ..base.refusal import Refusal
from ..model.digests import digests
from ..model.document import Syntax
from ..model.project import Page
from ..reading.markdown.parse import parse


class NoHistory(Refusal):
    """Git cannot answer; the message says why."""


def changed_since(root: Path, reference: str) -> set[str]:
    """The files below `root` that differ from a commit, new and untracked ones included.

    Raises:
        NoHistory: there is no git, no repository or no such commit.
    """
    listed = _git(root, "diff", "--name-only", "--relative", "-z", *_commit(reference))
    untracked = _git(root, "ls-files", "--others", "--exclude-standard", "-z")
    return {name for name in (listed + untracked).split("\0") if name}


def _commit(reference: str) -> tuple[str, ...]:
    """The arguments that name a commit, and nothing else whatever was given. Raises NoHistory."""
    if reference.startswith("-"):
        raise NoHistory(f"{reference!r} is no commit")
    return "--end-of-options", reference, "--"


def prefix(root: Path) -> str:
    """A project's folder within its repository, with a slash at its end; "" at the top or without git."""
    try:
        return _git(root, "rev-parse", "--show-prefix").strip()
    except NoHistory:
        return ""


def removed_since(root: Path, reference: str) -> frozenset[str]:
    """The files below `root` that a commit has and that are no longer there. Raises NoHistory."""
    options = ("--name-only", "--no-renames", "--diff-filter=D", "--relative", "-z")
    listed = _git(root, "diff", *options, *_commit(reference))
    return frozenset(name for name in listed.split("\0") if name)


def texts_before(root: Path, reference: str, folder: str) -> dict[str, str]:
    """What stood in the pages below a folder that have changed or gone since a commit. Raises NoHistory."""
    options = ("--name-only", "--no-renames", "--diff-filter=MD", "--relative", "-z")
    listed = _git(root, "diff", *options, "--end-of-options", reference, "--", f"{folder}/*.md")
    return {name: _git(root, "show", f"{reference}:./{name}") for name in listed.split("\0") if name}


def section_diff(root: Path, page: Page, recorded: Mapping[str, str], syntax: Syntax) -> dict[str, list[str]]:
    """How each section of an original has changed since it had the recorded digest.

    Args:
        page: the original as it is now.
        recorded: section id -> the digest that a translation was last brought up to date with.

    Returns:
        Section id -> the lines of a unified diff. A section whose old text is not found in the
        history is left out.
    """
    now = digests(page)
    wanted = {id: digest for id, digest in recorded.items() if id in now and now[id] != digest}
    found: dict[str, list[str]] = {}
    if not wanted:
        return found
    try:
        commits = _git(root, "log", "--format=%H", "--", page.file).split()
        for commit in commits:
            text = _git(root, "show", f"{commit}:./{page.file}")
            old = Page(page.path, page.file, page.language, page.slug, parse(text, syntax))
            then = digests(old)
            for id in [id for id, digest in wanted.items() if then.get(id) == digest]:
                found[id] = _diff(old, page, id)
                del wanted[id]
            if not wanted:
                break
    except NoHistory:
        return found
    return found


def _diff(old: Page, new: Page, id: str) -> list[str]:
    lines = unified_diff(_lines(old, id), _lines(new, id), "then", "now", lineterm="", n=1)
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]


def _lines(page: Page, id: str) -> list[str]:
    if id == "title":
        return [page.title]
    section = page.document.section("" if id == "lead" else id)
    return section.text.split("\n") if section else []


def _git(root: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(
            ["git", "-C", str(root), *arguments], capture_output=True, check=False, timeout=30
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NoHistory(str(error)) from None
    if done.returncode:
        # The first line says it; where there is no repository git's whole help follows.
        raise NoHistory(done.stderr.decode("utf8", "replace").strip().partition("\n")[0] or "git failed")
    return done.stdout.decode("utf8", "replace")
