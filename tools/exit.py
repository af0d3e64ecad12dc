"""The handbook on the successors of MkDocs and Material, held against the handbook as it is.

python -m tools.exit PROPERDOCS TARGET     builds into TARGET with that command, and says which pages differ
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from difflib import unified_diff
from pathlib import Path

from tests.website.building import ROOT, copy_handbook, mkdocs

CONFIG = "exit.yml"
THEME = "materialx"
# Where the sites are said to stand, so that both are built alike.
ADDRESS = "https://example.org/handbook/"
# What differs on every page and says nothing: digests of files and of what stands in the page.
_DIGEST = re.compile(r"\.[0-9a-f]{8}\.min\.|'sha256-[^']*'")
_TAG = re.compile(r">\s*<")


def build(command: Path, target: Path) -> None:
    """Build the handbook with another command and theme.

    Raises:
        SystemExit: it cannot be built.
    """
    with tempfile.TemporaryDirectory() as folder:
        project = copy_handbook(Path(folder, "copy"))
        (project / CONFIG).write_text(f"INHERIT: mkdocs.yml\ntheme:\n  name: {THEME}\n", "utf8")
        arguments = ["build", "--strict", "--config-file", CONFIG, "--site-dir", str(target.resolve())]
        done = subprocess.run(
            [str(command.resolve()), *arguments],
            cwd=project,
            env={"SITE_URL": ADDRESS, "PATH": "/usr/bin:/bin", "PYTHONUTF8": "1"},
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
    if done.returncode:
        raise SystemExit(f"{command} cannot build the handbook:\n{done.stdout}")


def differences(ours: Path, theirs: Path) -> dict[str, list[str]]:
    """For each page that differs, the lines that are only in one of the two, each marked by + or -.

    A page that only one of them has is among these, with a line that says so.
    """
    pages = {path.relative_to(site).as_posix() for site in (ours, theirs) for path in site.rglob("*.html")}
    found = {}
    for page in sorted(pages):
        missing = [site for site in (ours, theirs) if not (site / page).is_file()]
        lines = ["+ the page" if missing == [ours] else "- the page"] if missing else []
        if not missing:
            both = (_lines(ours / page), _lines(theirs / page))
            changed = unified_diff(*both, n=0, lineterm="")
            lines = [line for line in changed if not line.startswith(("---", "+++", "@@"))]
        if lines:
            found[page] = lines
    return found


def _lines(path: Path) -> list[str]:
    text = _TAG.sub(">\n<", _DIGEST.sub("", path.read_text("utf8")))
    return [" ".join(line.split()) for line in text.split("\n") if line.strip()]


def main(command: Path, target: Path) -> None:
    """Build both, and say how the pages differ: each difference once, with the number of pages it is on."""
    shutil.rmtree(target, ignore_errors=True)
    build(command, target)
    with tempfile.TemporaryDirectory() as ours:
        done = mkdocs(ROOT, "build", "--strict", "--site-dir", ours, SITE_URL=ADDRESS)
        if done.returncode:
            raise SystemExit(done.stdout)
        found = differences(Path(ours), target)
        pages = sum(1 for _ in target.rglob("*.html"))
    print(f"exit: {pages} pages built with {command.name} and {THEME}; {len(found)} differ from ours")
    counted = Counter(line for lines in found.values() for line in set(lines))
    for line, count in counted.most_common():
        print(f"{count:5}  {line[:150]}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
