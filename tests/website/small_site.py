"""The small handbook in the frame of the real one: for builds that need each kind of page, not each page."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.support.project import BASE
from tests.website.building import copy_handbook

# One process after another, all of them with what every build loads first.
_BUILDS = """
import json, os, sys
import events, material.extensions.emoji, mkdocs.__main__, mkdocs.commands.build, mkdocs_static_i18n.plugin

# Thousands of files are looked for.
material.extensions.emoji.twemoji({}, None)

for site, switches in json.loads(sys.argv[1]):
    sys.stdout.flush()
    child = os.fork()
    if not child:
        os.environ.update(switches)
        sys.argv[1:] = ["build", "--site-dir", site]
        mkdocs.__main__.cli()
    _, status = os.waitpid(child, 0)
    if status:
        sys.exit(f"{site}: {status}")
"""


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
    asked = [(str(site), dict(switch)) for site, switch in zip(sites, switches, strict=True)]
    done = subprocess.run(
        [sys.executable, "-c", _BUILDS, json.dumps(asked)],
        cwd=project,
        env={
            **os.environ,
            "NO_MKDOCS_2_WARNING": "1",
            "PYTHONPATH": str(project / "hooks"),
            **environment,
        },
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return sites
