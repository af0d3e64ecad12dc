"""A release of the handbook and the web server of deploy/nginx on it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from handbook.exports.hosting import release
from tests.operations.servers import CONFIGURATION, nginx
from tests.website.building import ROOT, mkdocs


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The handbook, built for the root of a host."""
    target = tmp_path_factory.mktemp("host") / "site"
    done = mkdocs(ROOT, "build", "--strict", "--site-dir", str(target), SITE_URL="https://example.org/")
    assert done.returncode == 0, done.stdout
    return target


@pytest.fixture(scope="module")
def root(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one release in it."""
    root = tmp_path_factory.mktemp("srv")
    release(built, root, CONFIGURATION)
    return root


@pytest.fixture(scope="module")
def port(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of an nginx that serves the release."""
    with nginx(root, tmp_path_factory.mktemp("nginx")) as port:
        yield port


@pytest.fixture
def edited(built: Path, tmp_path: Path) -> Path:
    """The same site with another word on a page and another rule in a style sheet."""
    site = tmp_path / "site"
    shutil.copytree(built, site)
    page = site / "pl" / "index.html"
    page.write_text(page.read_text("utf8").replace("</main>", "<p>Nowe wydanie</p></main>"), "utf8")
    style = sorted((site / "assets").rglob("*.css"))[0]
    style.write_text(style.read_text("utf8") + "\n/* new */\n", "utf8")
    return site
