"""With the pages of one language alone, static-i18n makes the site that it makes with all of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.website.fork_server import forked_mkdocs
from tests.website.small_site import small_site

# A hook that does nothing, but might: then nothing is left out.
_OTHER = "def on_env(env, config, files):\n    return env\n"
_HOOKS = "  - hooks/events.py\n"
_SWITCHES = {"HANDBOOK_CACHE": "off", "SITE_URL": "https://example.org/", "SOURCE_DATE_EPOCH": "1790000000"}
_SECONDS = re.compile(r"built in [\d.]+ seconds")


def _build(project: Path, site: str) -> tuple[dict[str, bytes], list[str]]:
    done = forked_mkdocs(project, "build", "--site-dir", site, **_SWITCHES)
    assert done.returncode == 0, done.stdout
    folder = project / site
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }
    said = _SECONDS.sub("built", done.stdout).replace(site, "").splitlines()
    return files, sorted(said)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site in which a language lacks a page, another one has a broken one, and there is a draft."""
    project = small_site(tmp_path_factory.mktemp("places") / "copy")
    (project / "docs/hr/guides/listening.md").unlink()
    (project / "docs/en/guides/listening.md").write_bytes(b"\xff\n")
    (project / "docs/pl/draft.md").write_text("# Szkic\n", "utf8")
    settings = project / "mkdocs.yml"
    settings.write_text(f"{settings.read_text('utf8')}\ndraft_docs: draft.md\n", "utf8")
    return project


def test_the_site_and_what_is_said_are_the_same(project: Path) -> None:
    alone = _build(project, "site.alone")
    settings = project / "mkdocs.yml"
    before = settings.read_text("utf8")
    (project / "other.py").write_text(_OTHER, "utf8")
    settings.write_text(before.replace(_HOOKS, f"{_HOOKS}  - other.py\n"), "utf8")
    other = _build(project, "site.other")
    settings.write_text(before, "utf8")
    assert alone == other
    assert any(path.startswith("hr/") for path in alone[0])
