"""What a proposal changes beside texts: told on the page of its run, so that nobody merges it unseen.

python tools/sensitive.py BASE     what differs from the commit that the proposal starts from, as Markdown

Texts are read as they are rendered. These are programs, or decide what runs and what is said for an employer.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable

# What editors and their containers run.
_EDITORS = (".devcontainer/", ".vscode/", ".pre-commit-config.yaml", ".remarkrc.yml")
# What a change to it means, by the beginnings of paths; the first that fits counts.
KINDS = {
    "hooks, which run while the site is built": ("hooks/", "action.yml", ".pre-commit-hooks.yaml"),
    "workflows and what they run": (".github/", ".ci/", "Makefile", "tools/", "tests/", *_EDITORS),
    "templates and scripts of the site": ("overrides/", "docs/assets/", "docs/sw.js"),
    "versions of what is installed": ("uv.lock", "pyproject.toml"),
    "settings of the build and of the server": ("mkdocs.yml", "deploy/", ".gitattributes", ".commit"),
    "rules of an employer": ("local-rules/",),
    "addresses that were published": ("published.txt", "redirects.yml"),
}
_LOCKS = ("package.json", "package-lock.json")


def kind(path: str) -> str | None:
    """What a change to a file means; None for a text."""
    if path.endswith(_LOCKS):
        return "versions of what is installed"
    return next((name for name, begins in KINDS.items() if path.startswith(begins)), None)


def summary(paths: Iterable[str]) -> str:
    """The files that are no texts, by kind, as Markdown; "" where there are none."""
    found: dict[str, list[str]] = {}
    for path in sorted(paths):
        if (name := kind(path)) is not None:
            found.setdefault(name, []).append(path)
    if not found:
        return ""
    parts = ["### Read these as programs", "This proposal changes more than texts."]
    for name, files in found.items():
        # Within a fence that no name can end, nothing of a file's name means anything.
        fence = "`" * (max((run for path in files for run in _runs(path)), default=0) + 3)
        parts.append(f"**{name}**\n\n{fence}text\n" + "\n".join(map(ascii_only, files)) + f"\n{fence}")
    return "\n\n".join(parts) + "\n"


def ascii_only(path: str) -> str:
    """A path with every sign outside ASCII, and every control sign, written out."""
    return "".join(sign if " " <= sign <= "~" else f"\\u{ord(sign):04x}" for sign in path)


def _runs(path: str) -> list[int]:
    return [len(run) for run in "".join(sign if sign == "`" else " " for sign in path).split()]


def changed(base: str) -> list[str]:
    """The files that differ from a commit, old names included. Raises CalledProcessError."""
    done = subprocess.run(
        ["git", "diff", "--name-only", "--no-renames", "-z", "--end-of-options", f"{base}...HEAD"],
        check=True,
        capture_output=True,
    )
    return [name for name in done.stdout.decode("utf8", "replace").split("\0") if name]


if __name__ == "__main__":
    sys.stdout.write(summary(changed(sys.argv[1])))
