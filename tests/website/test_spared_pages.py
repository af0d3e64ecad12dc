"""After a change of texts only the pages are made that can show it, and nobody can tell."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.website.fork_server import forked_mkdocs
from tests.website.test_cache import (
    CARD,
    CHANGES,
    OF_TEXT,
    PAGES,
    PLANTED,
    append,
    few,
    plant,
    replace,
    site_files,
)


@pytest.fixture(scope="module")
def warm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that has been built."""
    project = few(tmp_path_factory.mktemp("spared") / "project")
    site_files(project, "on")
    return project


def _taken(site: dict[str, bytes]) -> set[str]:
    """The pages that were taken from a site that is planted, by their places in the docs folder."""
    found = {path for path, content in site.items() if content.endswith(PLANTED.encode())}
    return {path for path in _sources() if _built(path) in found}


def _sources() -> set[str]:
    return {f"{code}/{slug}" for code in ("pl", "hr", "en") for slug in PAGES}


def _built(path: str) -> str:
    return f"{path.removesuffix('.md').removesuffix('index').rstrip('/')}/index.html"


def _with_lists(project: Path) -> set[str]:
    return {path for path in _sources() if "<!-- handbook:" in (project / "docs" / path).read_text("utf8")}


@pytest.mark.parametrize("name", OF_TEXT)
def test_after_a_change_of_text_no_page_is_made_that_cannot_show_it(
    warm: Path, tmp_path: Path, name: str
) -> None:
    project = shutil.copytree(warm, tmp_path / "copy")
    plant(project)
    CHANGES[name](project)
    (site,) = site_files(project, "on")
    made = {f"{code}/scenarios/late-return.md" for code in ("pl", "hr", "en")} | _with_lists(project)
    assert made < _sources()
    assert _taken(site) == _sources() - made


def test_one_change_of_text_after_the_other_leaves_the_site_of_a_cold_build(
    warm: Path, tmp_path: Path
) -> None:
    project = shutil.copytree(warm, tmp_path / "copy")
    for pages in ((CARD, "docs/en/guides/listening.md"), ("docs/pl/scenarios/late-with-reason.md",)):
        for path in pages:
            append(path, "\nPosve nova rečenica.\n")(project)
        kept, cold = site_files(project, "on", "off")
        assert kept == cold


def test_a_template_may_read_pages_that_are_not_made(warm: Path, tmp_path: Path) -> None:
    project = shutil.copytree(warm, tmp_path / "copy")
    others = "{% for file in pages %}{{ file.page.title }}{{ file.page.content | length }}{% endfor %}"
    shown = f"{{% block htmltitle %}}{{% if 'rečenica' in page.content %}}{others}{{% endif %}}"
    replace("overrides/main.html", "{% block htmltitle %}", shown)(project)
    site_files(project, "on")
    CHANGES["a page's text"](project)
    kept, cold = site_files(project, "on", "off")
    assert kept == cold


def test_what_a_page_is_told_for_is_told_after_another_has_changed(warm: Path, tmp_path: Path) -> None:
    project = shutil.copytree(warm, tmp_path / "copy")
    append("docs/en/decide.md", "\n[x](nowhere-at-all.md)\n")(project)
    forked_mkdocs(project, "build", HANDBOOK_CACHE="on")
    CHANGES["a page's text"](project)
    assert "'nowhere-at-all.md'" in forked_mkdocs(project, "build", HANDBOOK_CACHE="on").stdout


def test_a_place_that_is_not_there_is_told_of_each_time(warm: Path, tmp_path: Path) -> None:
    project = shutil.copytree(warm, tmp_path / "copy")
    link = "\n[x](../guides/listening.md#nowhere-at-all)\n"
    append("docs/en/scenarios/late-with-reason.md", link)(project)
    said = []
    for change in (lambda project: None, CHANGES["a page's text"], append(CARD, link)):
        change(project)
        done = forked_mkdocs(project, "build", HANDBOOK_CACHE="on")
        said.append(done.stdout.count("does not contain an anchor '#nowhere-at-all'"))
    assert said == [1, 1, 2]
