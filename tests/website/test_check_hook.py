"""A site that is not the handbook runs the check alone, as a hook of MkDocs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.safety.piles import piles
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


DEEP = next(pile.text for pile in piles(100_000) if pile.name == "front matter: questions within questions")


@pytest.mark.parametrize(
    "refused",
    [
        pytest.param("x: &x {a: b}\ny: &y {<<: [*x, *x]}\nz: {<<: [*y, *y]}", id="merges of merges"),
        pytest.param(DEEP, id="deeper than MkDocs' own reading can stand"),
    ],
)
def test_front_matter_that_was_refused_is_not_read_by_mkdocs_either(project: Path, refused: str) -> None:
    page = project / "docs/pl/index.md"
    page.write_text(f"---\ntitle: From front matter\n{refused}\n---\n\n# Title\n\nTekst.\n", "utf8")
    done = mkdocs(project, "build")
    assert done.returncode == 0, done.stdout[-2000:]
    assert re.search(r"docs/pl/index\.md:\d+:\d+: .*\[(?:front-matter-broken|file-long)\]", done.stdout)
    html = (project / "site/pl/index.html").read_text("utf8")
    assert "<p>Tekst.</p>" in html
    assert "From front matter" not in html
