"""A site that is not the handbook runs the check alone, as a hook of MkDocs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.website.building import ROOT, mkdocs

SETTINGS = """\
site_name: Site
plugins:
  - i18n:
      docs_structure: folder
      languages:
        - {{locale: en, name: English, default: true}}
        - {{locale: pl, name: Polski}}
hooks: ["{hook}"]
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small site in two languages whose Polish page has a dead link."""
    (tmp_path / "mkdocs.yml").write_text(SETTINGS.format(hook=ROOT / "hooks/check.py"), "utf8")
    for code, text in {"en": "Text.", "pl": "[tu](missing.md)"}.items():
        page = tmp_path / "docs" / code / "index.md"
        page.parent.mkdir(parents=True)
        page.write_text(f"# Title\n\n{text}\n", "utf8")
    return tmp_path


def test_a_strict_build_ends_at_a_finding_of_any_language(project: Path) -> None:
    done = mkdocs(project, "build", "--strict")
    assert done.returncode != 0
    assert len(re.findall(r"docs/pl/index\.md:3:\d+: .*\[link-page-missing\]", done.stdout)) == 1
    assert "Traceback" not in done.stdout
    assert not list(project.rglob("site/**/*.html"))


def test_a_site_without_findings_is_built_as_it_is(project: Path) -> None:
    (project / "docs/pl/index.md").write_text("# Title\n\nTekst.\n", "utf8")
    done = mkdocs(project, "build", "--strict")
    assert done.returncode == 0, done.stdout
    assert "Tekst." in (project / "site/pl/index.html").read_text("utf8")
