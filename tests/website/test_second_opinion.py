"""A second opinion on the built site's links: lychee, which shares nothing with our own checks."""

from __future__ import annotations

import json
import shutil
import subprocess
import sysconfig
from pathlib import Path
from typing import Any

import pytest

from tests.website.conftest import PREFIX


@pytest.fixture
def host(site: Path, tmp_path: Path) -> Path:
    """A folder that holds the site as a host does, at the path it is served below."""
    shutil.copytree(site, tmp_path / PREFIX.strip("/"))
    return tmp_path


def lychee(host: Path) -> tuple[int, dict[str, Any]]:
    """What lychee says of all pages of a host: its exit status and its report."""
    command = Path(sysconfig.get_path("scripts"), "lychee")
    done = subprocess.run(
        [
            str(command),
            "--offline",
            "--include-fragments",
            "--index-files=index.html",
            "--no-progress",
            "--format=json",
            f"--root-dir={host}",
            # Full addresses of the site itself, as in its canonical links, lead to its own files.
            "--remap",
            f"https://example.org{PREFIX} file://{host}{PREFIX}",
            f"{host}/**/*.html",
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout, done.stderr
    report: dict[str, Any] = json.loads(done.stdout)
    return done.returncode, report


def named(report: dict[str, Any]) -> list[str]:
    """The links that are wrong, each with its page."""
    return [f"{page}: {entry['url']}" for page, found in report["error_map"].items() for entry in found]


def test_a_second_tool_finds_no_link_that_we_missed(host: Path) -> None:
    status, report = lychee(host)
    assert named(report) == []
    assert status == 0


def test_the_second_tool_looks_at_every_page(host: Path) -> None:
    _, report = lychee(host)
    pages = len(list(host.rglob("*.html")))
    assert report["total"] > 20 * pages
    assert report["successful"] > 0.9 * report["total"]


# Links that lead nowhere, each of another kind and with a word of its own.
WRONG = {
    "no-page": "../../no-page/",
    "no-anchor": "../../reference/glossary/#no-anchor",
    "no-path": "/handbook/hr/no-path/",
    "no-address": f"https://example.org{PREFIX}hr/no-address/",
}


def test_the_second_tool_can_find_something(host: Path) -> None:
    page = host / PREFIX.strip("/") / "hr/scenarios/refund-after-deadline/index.html"
    html = page.read_text("utf8")
    assert html.count("</main>") == 1
    links = "".join(f'<a href="{wrong}">x</a>' for wrong in WRONG.values())
    page.write_text(html.replace("</main>", f"{links}</main>"), "utf8")
    status, report = lychee(host)
    assert status != 0
    found = named(report)
    assert len(found) == len(WRONG)
    assert all(str(page) in one for one in found)
    assert all(sum(word in one for one in found) == 1 for word in WRONG), found
