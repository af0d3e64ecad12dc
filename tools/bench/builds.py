"""What a build takes as the handbook grows, the checks' share of it, and another tool beside them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.website.building import mkdocs
from tools.bench.probe import Figures, cpu
from tools.bench.tables import head, row


def measure(projects: Mapping[int, Path], checks: Mapping[int, Figures]) -> dict[int, Path]:
    """Build projects of growing size.

    Args:
        projects: number of pages -> folder, the smallest first.
        checks: number of pages -> what reading and checking takes.

    Returns:
        Number of pages -> the built site's folder.
    """
    took, sites = {}, {}
    for n, root in projects.items():
        sites[n] = root / "site"
        start = cpu()
        switches = {"SITE_URL": "https://example.org/handbook/", "HANDBOOK_CACHE": "off"}
        done = mkdocs(root, "build", "--strict", **switches)
        took[n] = cpu() - start
        if done.returncode:
            sys.exit(done.stdout)
    head("Build: seconds of computing", *(f"{n:,} pages" for n in projects))
    row("mkdocs build --strict", *(f"{seconds:.1f}" for seconds in took.values()))
    row("a page, ms", *(f"{1000 * seconds / n:.1f}" for n, seconds in took.items()))
    # The pages are read for the navigation, the cards and the search, too.
    for name, part in (("reading the pages, of that", "read"), ("checking them, of that", "checked")):
        row(name, *(f"{checks[n][part] / seconds:.1%}" for n, seconds in took.items()))
    row("size of the site, MB", *(f"{_size(site) / 1e6:.1f}" for site in sites.values()))
    return sites


def linkinator(sites: Mapping[int, Path], checks: Mapping[int, Figures], tools: Path) -> None:
    """Let linkinator follow the links of built sites, where Node has it installed; it looks at no anchor.

    Args:
        sites: number of pages -> the site's folder.
        checks: number of pages -> what reading and checking takes.
        tools: the node_modules folder with linkinator.
    """
    command = tools.resolve() / ".bin/linkinator"
    if not command.exists():
        print(f"\nlinkinator: not measured, as it is not in {tools} (npm is not on this machine)")
        return
    head("Links followed in the built site instead", *(f"{n:,} pages" for n in sites))
    took = {n: _follow(command, site) for n, site in sites.items()}
    row("linkinator: seconds of computing", *(f"{seconds:.1f}" for seconds in took.values()))
    row("all our checks, of that", *(f"{checks[n]['seconds'] / took[n]:.2f}" for n in sites))


def _follow(command: Path, site: Path) -> float:
    start = cpu()
    done = subprocess.run(
        # Other sites are none of its business here.
        [str(command), ".", "--recurse", "--silent", "--skip", "^https?://(?!localhost)"],
        cwd=site,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(f"linkinator on {site}:\n{done.stdout}")
    return cpu() - start


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
