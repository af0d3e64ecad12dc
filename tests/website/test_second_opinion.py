"""A second opinion on the built site's links: lychee, which shares nothing with our own checks."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sysconfig
from pathlib import Path
from typing import Any

import pytest

from tests.website.conftest import PREFIX


def lychee(site: Path) -> tuple[int, dict[str, Any]]:
    """What lychee says of all pages of a site: its exit status and its report."""
    command = Path(sysconfig.get_path("scripts"), "lychee")
    done = subprocess.run(
        [
            str(command),
            "--offline",
            "--include-fragments",
            "--index-files=index.html",
            "--no-progress",
            "--format=json",
            f"--root-dir={site}",
            # Full addresses of the site itself, as in its canonical links, lead to its own files.
            "--remap",
            f"https://example.org{PREFIX} file://{site}/",
            f"{site}/**/*.html",
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


def test_a_second_tool_finds_no_link_that_we_missed(site: Path) -> None:
    status, report = lychee(site)
    assert named(report) == []
    assert status == 0


def test_the_second_tool_looks_at_every_page(site: Path) -> None:
    _, report = lychee(site)
    pages = len(list(site.rglob("*.html")))
    assert report["total"] > 20 * pages
    assert report["successful"] > 0.9 * report["total"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(r'href="(?:\.\./)+guides/[^"]*"', 'href="../../nothing/"', id="a page"),
        pytest.param(
            r'href="[^"#]*/reference/glossary/#[^"]*"',
            'href="../../reference/glossary/#nothing"',
            id="an anchor",
        ),
    ],
)
def test_the_second_tool_can_find_something(site: Path, tmp_path: Path, old: str, new: str) -> None:
    spoilt = tmp_path / "site"
    shutil.copytree(site, spoilt)
    page = next(
        path
        for path in sorted(spoilt.glob("hr/scenarios/*/index.html"))
        if re.search(old, path.read_text("utf8"))
    )
    page.write_text(re.sub(old, new, page.read_text("utf8"), count=1), "utf8")
    status, report = lychee(spoilt)
    assert status != 0
    (wrong,) = named(report)
    assert str(page) in wrong
    assert "nothing" in wrong
