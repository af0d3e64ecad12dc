"""The built handbook, a server for it and a real browser."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from handbook.exports.hosting import release
from tests.conftest import MadeOnce
from tests.operations.servers import CONFIGURATION, nginx
from tests.website.building import KEPT, ROOT, mkdocs, served
from tests.website.visiting import errors_of

# Where the site is served: a path, as a project page has on GitHub Pages, or "nginx": by the server of
# deploy/ with all its headers. `make journeys` runs the tests of readers with another path and with nginx.
BEHIND = os.environ.get("HANDBOOK_BEHIND", "/handbook/")
PREFIX = "/" if BEHIND == "nginx" else BEHIND
# A browser tells of what a policy forbids as an event, in frames and workers as an error alone.
TELL_VIOLATIONS = """document.addEventListener("securitypolicyviolation", (event) =>
  console.error(`policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`));"""


@pytest.fixture(scope="session")
def build_log(made_once: MadeOnce) -> tuple[Path, str]:
    """The handbook, built strictly: the site's folder and what the build printed.

    HANDBOOK_SITE names a site that was built already, in another way.
    """
    if built := os.environ.get("HANDBOOK_SITE"):
        return Path(built).resolve(), ""

    def make(folder: Path) -> None:
        done = mkdocs(
            ROOT,
            *("build", "--strict", "--site-dir", str(folder / "site")),
            SITE_URL=f"https://example.org{PREFIX}",
            **KEPT,
        )
        assert done.returncode == 0, done.stdout
        (folder / "log").write_text(done.stdout, "utf8")

    folder = made_once("handbook", make)
    return folder / "site", (folder / "log").read_text("utf8")


@pytest.fixture(scope="session")
def site(build_log: tuple[Path, str]) -> Path:
    """The folder of the built handbook."""
    return build_log[0]


@pytest.fixture(scope="session")
def address(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the served handbook, below a sub-path or behind nginx."""
    if BEHIND == "nginx":
        with behind_nginx(site, tmp_path_factory.mktemp("nginx")) as url:
            yield url
    else:
        with served(site, PREFIX) as url:
            yield url


@contextmanager
def behind_nginx(site: Path, scratch: Path) -> Iterator[str]:
    """Make a release of a site that was built for the root of a host, and serve it; yields its address."""
    release(site, scratch / "srv", CONFIGURATION)
    with nginx(scratch / "srv", scratch) as port:
        yield f"http://127.0.0.1:{port}/"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A new page at desktop size that prefers Croatian; an error in its console fails the test, and so
    does whatever breaks the site's policy."""
    # A worker would fetch the whole handbook meanwhile; tests/website/test_offline.py has one.
    context = browser.new_context(
        viewport={"width": 1366, "height": 768}, locale="hr-HR", service_workers="block"
    )
    context.add_init_script(TELL_VIOLATIONS)
    opened = context.new_page()
    errors = errors_of(opened)
    yield opened
    context.close()
    assert errors == []


@pytest.fixture
def card(page: Page, address: str) -> Page:
    """The Croatian card, where the clipboard may be read."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{address}hr/scenarios/swearing/")
    return page
