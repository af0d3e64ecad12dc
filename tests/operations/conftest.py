"""A release of the handbook and the web server of deploy/nginx on it: one for a run of the tests."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from handbook.exports.hosting import release
from tests.conftest import MadeOnce
from tests.operations.servers import CONFIGURATION, nginx
from tests.website.building import KEPT, ROOT, mkdocs


@pytest.fixture(scope="session")
def built(made_once: MadeOnce) -> Path:
    """The handbook, built for the root of a host."""

    def make(target: Path) -> None:
        done = mkdocs(
            ROOT, "build", "--strict", "--site-dir", str(target), SITE_URL="https://example.org/", **KEPT
        )
        assert done.returncode == 0, done.stdout

    return made_once("host-site", make)


@pytest.fixture(scope="session")
def root(
    made_once: MadeOnce,
    built: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    """A folder with one release in it, which no test changes."""
    made = made_once("host-release", lambda folder: _released(built, folder))
    # The settings of a server name its port.
    return shutil.copytree(made, tmp_path_factory.mktemp("host") / "srv", symlinks=True)


def _released(site: Path, folder: Path) -> None:
    release(site, folder, CONFIGURATION)


@pytest.fixture(scope="session")
def port(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of an nginx that serves the release."""
    with nginx(root, tmp_path_factory.mktemp("nginx")) as port:
        yield port
