"""One measurement in a process of its own, so that nothing else is in its memory or warm.

python -m tools.bench.probe KIND FOLDER     prints JSON; KIND is one of PROBES
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import markdown

from handbook import checks, findings
from handbook.base.collector import uncollected
from handbook.model.project import Fault, Project
from handbook.prose.project_texts import texts
from handbook.reading.reader import Reader
from handbook.reading.yaml.front_matter import split
from tests.support.python_markdown import extensions

Figures = dict[str, float]


def check(root: Path) -> Figures:
    """Read a project and check links, translations and cards, as `handbook check --no-prose` does."""
    with uncollected():
        start = cpu()
        project = Reader(root).read()
        read = cpu()
        found = findings.of(project)
        end = cpu()
    return {
        "seconds": end - start,
        "read": read - start,
        "checked": end - read,
        "findings": len(found),
        "pages": len(project.pages),
    }


def prose(root: Path) -> Figures:
    """What the prose and language checks take on top of that: the dictionaries and the models included."""
    with uncollected():
        project = Reader(root).read()
        start = cpu()
        found = sum(1 for one in _prose(project) for _ in one)
        end = cpu()
    return {"seconds": end - start, "findings": found, "pages": len(project.pages)}


def _prose(project: Project) -> list[Iterator[Fault]]:
    all_texts = texts(project)
    return [one(project, all_texts) for one in checks.PROSE_CHECKS]


def convert(root: Path) -> Figures:
    """Convert the same pages once with Python-Markdown and the site's extensions, and nothing else.

    Every page gets a converter of its own, as MkDocs does it.
    """
    bodies = [split(path.read_text("utf8"))[2] for path in sorted((root / "docs").rglob("*.md"))]
    chosen = extensions(root)
    start = cpu()
    for body in bodies:
        markdown.Markdown(extensions=list(chosen), extension_configs=chosen).convert(body)
    return {"seconds": cpu() - start, "pages": len(bodies)}


PROBES: dict[str, Callable[[Path], Figures]] = {"check": check, "prose": prose, "convert": convert}


def cpu() -> float:
    """The seconds that this process and those it started have computed: less moved by a busy machine
    than the time on the clock."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def probe(kind: str, root: Path, *, runs: int = 3) -> Figures:
    """The quickest of some runs of a measurement, each in a process of its own.

    Returns:
        What the probe gives: `seconds` of computing, `pages`, and `megabytes`, the peak of memory.
    """
    command = [sys.executable, "-m", "tools.bench.probe", kind, str(root)]
    results: list[Figures] = [
        json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        for _ in range(runs)
    ]
    return min(results, key=lambda figures: figures["seconds"])


def _peak() -> float:
    """The most memory that this process has held, in MB.

    Not what getrusage says: there, Linux counts the process that started this one, too.
    """
    found = re.search(r"^VmHWM:\s+(\d+) kB$", Path("/proc/self/status").read_text(), re.MULTILINE)
    assert found, "only Linux tells what memory a process has held"
    return int(found[1]) / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kind", choices=list(PROBES))
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    figures = PROBES[options.kind](options.folder)
    figures["megabytes"] = _peak()
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
