"""Languages built side by side are what they are one after the other, and so is all that is said of them."""

from __future__ import annotations

import re
import sys
from importlib import import_module
from pathlib import Path

import pytest
from mkdocs.commands import build

from tests.website.building import copy_handbook, mkdocs
from tests.website.test_cache import few

_SECONDS = re.compile(r"built in [\d.]+ seconds")
# A hook that knows the pages of all languages at the end.
_COUNTING = """
SEEN = []

def on_post_page(output, page, config):
    SEEN.append(page)
    return output

def on_post_build(config):
    print("seen", len(SEEN))
"""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere one language follows the other")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site, of nine pages in each language."""
    return few(tmp_path_factory.mktemp("side") / "copy")


def _build(project: Path, jobs: str, *options: str) -> tuple[int, list[str], dict[str, bytes]]:
    """Build, and return the exit status, what was said, and the site's files."""
    site = project / "site"
    switches = {"HANDBOOK_CACHE": "off", "HANDBOOK_JOBS": jobs, "SOURCE_DATE_EPOCH": "1790000000"}
    done = mkdocs(project, "build", *options, **switches)
    paths = [path for path in site.rglob("*") if path.is_file()]
    files = {path.relative_to(site).as_posix(): path.read_bytes() for path in paths}
    return done.returncode, _SECONDS.sub("", done.stdout).splitlines(), files


def test_the_site_is_the_same(project: Path) -> None:
    alone, beside = _build(project, "1"), _build(project, "3")
    assert alone[0] == 0
    assert beside == alone


def _replace(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf8")
    assert old in text, (file, old)
    file.write_text(text.replace(old, new, 1), "utf8")


@pytest.mark.parametrize("name", ["hr", "en"])
def test_what_is_wrong_in_one_language_is_told_and_stops_a_strict_build(
    project: Path, tmp_path: Path, name: str
) -> None:
    changed = copy_handbook(tmp_path / "copy", project)
    # The checks leave it to the build.
    _replace(changed / "hooks/adapter/inspection.py", "if failing and config.strict", "if False")
    page = changed / f"docs/{name}/decide.md"
    page.write_text(page.read_text("utf8") + "\n[x](nowhere-at-all.md)\n", "utf8")
    alone, beside = _build(changed, "1", "--strict"), _build(changed, "3", "--strict")
    assert beside[:2] == alone[:2]
    assert any("'nowhere-at-all.md'" in line and line.startswith("WARNING") for line in beside[1])
    assert beside[0] == 1
    assert "in strict mode" in beside[1][-1]


def test_a_process_that_fails_is_told_of(project: Path, tmp_path: Path) -> None:
    changed = copy_handbook(tmp_path / "copy", project)
    broken = "{% if config.theme.language == 'en' %}{{ 1 // 0 }}{% endif %}<article "
    _replace(changed / "overrides/main.html", "<article ", broken)
    status, said, _ = _build(changed, "3")
    assert status == 1
    assert any("ZeroDivisionError" in line for line in said)


def test_static_i18n_builds_as_it_is_known_to() -> None:
    """Where it calls another function, languages are built one after the other, and nobody would notice."""
    assert import_module("mkdocs_static_i18n.plugin").build is build.build


def test_other_plugins_may_keep_what_a_language_leaves_for_the_next(project: Path, tmp_path: Path) -> None:
    changed = copy_handbook(tmp_path / "copy", project)
    hook = changed / "hooks/counting.py"
    hook.write_text(_COUNTING, "utf8")
    _replace(changed / "mkdocs.yml", "  - hooks/events.py\n", "  - hooks/events.py\n  - hooks/counting.py\n")
    _, said, files = _build(changed, "3")
    pages = sum(name.endswith("/index.html") and name[:3] in ("pl/", "hr/", "en/") for name in files)
    assert max(int(line.split()[1]) for line in said if line.startswith("seen")) >= pages > 0
