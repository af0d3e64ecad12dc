"""`make bench`: what the checks, the build and a page cost, as ratios of one run.

The handbook is measured at its own size, and with its cards and guides copied under new names until
there are 300 and 3,000 pages. Some minutes.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.support.project import HANDBOOK, read
from tests.website import weight
from tests.website.building import copy_handbook
from tools.bench import builds, checks, command
from tools.bench.scaling import scaled

SIZES = (300, 3000)


def main(tools: Path) -> int:
    """Measure all of it.

    Args:
        tools: the node_modules folder with linkinator.

    Returns:
        The exit status.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        own = len(read(HANDBOOK).pages)
        projects = {own: copy_handbook(folder / "handbook")}
        projects |= {pages: scaled(folder / str(pages), pages) for pages in SIZES}
        command.measure(projects[own])
        checked = checks.measure(projects)
        sites = builds.measure(projects, checked)
        builds.linkinator(sites, checked, tools)
    print()
    return weight.main()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
