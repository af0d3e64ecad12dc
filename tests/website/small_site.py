"""The small handbook in the frame of the real one: for builds that need each kind of page, not each page."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.support.project import BASE
from tests.website.building import copy_handbook
from tests.website.fork_server import fork_server


def small_site(target: Path) -> Path:
    """Make a project of the real settings, code and templates and the small texts; returns its folder."""
    copy_handbook(target)
    for part in ("docs/pl", "docs/hr", "docs/en", "sources", "local-rules"):
        shutil.rmtree(target / part)
        shutil.copytree(BASE / part, target / part)
    return target


def builds(project: Path, switches: Sequence[Mapping[str, str]], **environment: str) -> list[Path]:
    """Build a project with its own code, once for each of these additions to the environment.

    Returns:
        The folder of each site.
    """
    sites = [project / f"site-{number}" for number in range(len(switches))]
    with fork_server(project) as server:
        for site, switch in zip(sites, switches, strict=True):
            done = server.mkdocs(project, "build", "--site-dir", str(site), **environment, **switch)
            assert done.returncode == 0, done.stdout
    return sites
