"""`make bench`: what the checks, the build and a page cost, as ratios of one run.

The handbook is measured at its own size, with 90 of its pages, and with its cards and guides copied under new
names until there are 900 and 3,000. An hour and more; `--only builds --sizes 90 --runs 1` takes a minute.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests.support.project import HANDBOOK, read
from tests.website import weight
from tests.website.building import copy_handbook
from tools.bench import beside_stock, builds, checks, command, editing
from tools.bench.scaling import scaled, small

SIZES = (90, 900, 3000)
PARTS = ("builds", "editing", "checks", "pages")


def main(options: argparse.Namespace) -> int:
    """Measure what is asked for.

    Returns:
        The exit status.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        own = len(read(HANDBOOK).pages)
        handbook = copy_handbook(folder / "handbook")
        sizes: dict[int, Path] = {}
        for pages in sorted(options.sizes):
            sizes[pages] = (scaled if pages > own else small)(folder / str(pages), pages)
        if "builds" in options.only:
            beside_stock.measure(sizes, options.runs)
        if "editing" in options.only:
            editing.measure({own: handbook} | {n: root for n, root in sizes.items() if n > own})
        if "checks" in options.only:
            command.measure(handbook)
            projects = {own: handbook} | {n: root for n, root in sizes.items() if n > own}
            checked = checks.measure(projects)
            builds.linkinator(builds.measure(projects, checked), checked, options.tools)
    print()
    return weight.main() if "pages" in options.only else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.bench", description=__doc__)
    parser.add_argument("tools", type=Path, help="the node_modules folder with linkinator")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS, help="what is measured")
    parser.add_argument("--sizes", nargs="+", type=int, default=SIZES, help="pages, multiples of three")
    parser.add_argument("--runs", type=int, default=3, help="how often each build is run")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main(_options()))
