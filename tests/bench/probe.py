"""One measurement in a process of its own, so that nothing else is in its memory or warm.

python -m tests.bench.probe KIND FOLDER     prints JSON; KIND is one of PROBES
"""

from __future__ import annotations

import argparse
import json
import resource
import time
from collections.abc import Callable
from pathlib import Path

import markdown

from handbook.catalogue import findings
from handbook.checks import run
from handbook.front_matter import split
from handbook.garbage import uncollected
from handbook.reader import Reader
from tests.browsing import extensions

Figures = dict[str, float]


def check(root: Path) -> Figures:
    """Read a project and check links, translations and cards, as `handbook check` does."""
    with uncollected():
        start = time.process_time()
        project = Reader(root).read()
        read = time.process_time()
        found = list(findings(run(project), project.settings.severities))
        end = time.process_time()
    return {"seconds": end - start, "read": read - start, "findings": len(found), "pages": len(project.pages)}


def convert(root: Path) -> Figures:
    """Convert the same pages once with Python-Markdown and the site's extensions, and nothing else.

    Every page gets a converter of its own, as MkDocs does it.
    """
    bodies = [split(path.read_text("utf8"))[2] for path in sorted((root / "docs").rglob("*.md"))]
    chosen = extensions(root)
    start = time.process_time()
    for body in bodies:
        markdown.Markdown(extensions=list(chosen), extension_configs=chosen).convert(body)
    return {"seconds": time.process_time() - start, "pages": len(bodies)}


PROBES: dict[str, Callable[[Path], Figures]] = {"check": check, "convert": convert}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kind", choices=list(PROBES))
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    figures = PROBES[options.kind](options.folder)
    # Linux counts it in kilobytes.
    figures["megabytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
