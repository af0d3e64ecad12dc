"""What the templates in overrides/ rely on in Material, and the faults for which they take its place.

An upgrade that changes one of the templates named here fails: look then whether the fault that the partial
in overrides/ tells of is mended, so that it can go, or whether what it relies on has moved; then note the
new digest.
"""

from __future__ import annotations

import hashlib
import re
from importlib import resources
from pathlib import Path

import pytest

from tests.website.building import ROOT, copy_handbook, mkdocs

THEIRS = Path(str(resources.files("material"))) / "templates"
OURS = ROOT / "overrides"
CARD = "scenarios/refund-after-deadline"

# Material's template: the digest of what it holds but for the names of its files and its version.
EXTENDED = {
    "base.html": "ff8748cd19e3",
    "partials/copyright.html": "bc86bca3bf75",
    "partials/footer.html": "50c2a75f013b",
    "partials/icons.html": "461a02930eb9",
    "partials/javascripts/base.html": "d6113712bc4d",
    "partials/javascripts/content.html": "3722e156f0f6",
    "partials/top.html": "98f6f9ac2ebf",
}
REPLACED = {
    "404.html": "80c93494b543",
    "main.html": "9948b55a7bc9",
    "partials/alternate.html": "572b1d4dae61",
    "partials/header.html": "8cf3fb15bcf9",
    "partials/language.html": "3a44516f3050",
    "partials/logo.html": "e0925ef6c190",
    "partials/nav.html": "af33f6e032f6",
    "partials/nav-item.html": "89895208f22d",
    "partials/palette.html": "fb935107ae7d",
    "partials/path.html": "cbde0642861f",
    "partials/search.html": "bfd556535abc",
    "partials/toc.html": "fde48f583563",
}


def digest(name: str) -> str:
    """A digest of a template of Material's, the same for versions that differ in names of files alone."""
    text = (THEIRS / name).read_text("utf8")
    text = re.sub(r"\.[0-9a-f]{8}\.min\.|mkdocs-material-[\d.]+", "", text)
    return hashlib.sha256(text.encode()).hexdigest()[:12]


@pytest.mark.parametrize("name", EXTENDED | REPLACED)
def test_a_template_of_material_is_as_it_was_when_ours_was_written(name: str) -> None:
    assert digest(name) == (EXTENDED | REPLACED)[name]


def test_whatever_takes_the_place_of_a_template_of_material_says_so_and_is_pinned() -> None:
    for path in sorted(OURS.rglob("*.html")):
        name = path.relative_to(OURS).as_posix()
        if (THEIRS / name).is_file():
            assert name in REPLACED
            assert path.read_text("utf8").startswith("{#-"), (
                f"{name}: why does it take the place of Material's?"
            )


def test_material_is_the_frame(tmp_path: Path) -> None:
    project = copy_handbook(tmp_path / "copy")
    config = project / "mkdocs.yml"
    config.write_text(config.read_text("utf8").replace("name: material", "name: null"), "utf8")
    done = mkdocs(project, "build")
    assert done.returncode != 0


def test_the_site_carries_of_material_what_its_pages_load(site: Path) -> None:
    carried = {path.relative_to(site).as_posix() for path in site.rglob("*.min.*")}
    assert len(carried) == 3
    pages = "".join(path.read_text("utf8") for path in site.rglob("index.html"))
    assert all(name in pages for name in carried)


@pytest.mark.parametrize(("path", "loaded"), [("en/editing/rules", True), (f"en/{CARD}", False)])
def test_only_a_page_with_components_loads_materials_script(site: Path, path: str, loaded: bool) -> None:
    html = (site / path / "index.html").read_text("utf8")
    assert bool(re.search(r'<script src="[^"]*/bundle\.\w+\.min\.js">', html)) is loaded
    assert ('id="__config"' in html) is loaded


def test_no_page_has_what_materials_script_would_lead_readers_away_by(site: Path) -> None:
    """It follows the keys n and p to these links, takes others for another language's, asks for an index."""
    away = re.compile(
        r'<link rel="(?:next|prev|alternate)"|<form[^>]* name="search"|data-md-component="source"'
    )
    pages = [path for path in site.rglob("*.html") if "md-header" in path.read_text("utf8")]
    assert len(pages) > 200
    assert [path for path in pages if away.search(path.read_text("utf8"))] == []


def test_the_standard_allows_everything_in_materials_frame(site: Path) -> None:
    """Stock has labels of check boxes that are not there, and attributes that a check box may not have."""
    for path in (site / "hr" / CARD / "index.html", site / "pl/editing/rules/index.html"):
        html = path.read_text("utf8")
        ids = set(re.findall(r' id="([^"]*)"', html))
        assert set(re.findall(r'<label[^>]* for="([^"]*)"', html)) <= ids
        assert not re.search(r'<input[^>]*type="checkbox"[^>]*autocomplete', html)
        assert 'tabindex=""' not in html
