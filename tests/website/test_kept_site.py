"""Where nothing has changed the last site is taken again as it was, and wherever anything has, it is not.

Each kind of source is changed as tests/website/test_cache.py does; and here is what else goes into a site.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from adapter.kept_site import site_key
from tests.website.building import ROOT
from tests.website.fork_server import forked_mkdocs
from tests.website.small_site import small_site
from tests.website.test_cache import CHANGES, few

FOLDER = ".handbook-site"
PAGE = "hr/decide/index.html"
_PLANTED = "<!-- taken again -->"


def _build(project: Path, *options: str, **environment: str) -> tuple[int, list[str]]:
    """Build, and return the exit status and what was said, but for the time it took."""
    switches = {"HANDBOOK_CACHE": "on", "SOURCE_DATE_EPOCH": "1790000000", "SITE_URL": "https://example.org/"}
    done = forked_mkdocs(project, "build", *options, **switches | environment)
    return done.returncode, [line for line in done.stdout.splitlines() if "built in" not in line]


def _files(project: Path, site: Path | None = None) -> dict[str, bytes]:
    site = site or project / "site"
    return {str(path.relative_to(site)): path.read_bytes() for path in site.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, tuple[int, list[str]]]:
    """A small site of nine pages in each language that has been built, and what was said."""
    project = few(tmp_path_factory.mktemp("kept") / "copy")
    return project, _build(project)


def _planted(built: tuple[Path, tuple[int, list[str]]], target: Path) -> Path:
    """A copy of the project in which the kept site tells that it was taken."""
    project = shutil.copytree(built[0], target / "copy")
    (page,) = project.glob(f"{FOLDER}/*/{PAGE}")
    page.write_text(page.read_text("utf8") + _PLANTED, "utf8")
    return project


def _is_taken(project: Path) -> bool:
    return _PLANTED in (project / "site" / PAGE).read_text("utf8")


def test_where_nothing_has_changed_the_site_and_all_that_was_said_are_the_same(
    built: tuple[Path, tuple[int, list[str]]],
) -> None:
    project, said = built
    assert said[0] == 0
    files = _files(project)
    (project / "site" / PAGE).write_text("spoilt", "utf8")
    assert _build(project) == said
    assert _files(project) == files


def test_after_a_change_the_site_that_is_kept_is_the_new_one(
    built: tuple[Path, tuple[int, list[str]]], tmp_path: Path
) -> None:
    project = shutil.copytree(built[0], tmp_path / "copy")
    before = _files(project)
    page = project / "docs/hr/decide.md"
    page.write_text(f"{page.read_text('utf8')}\nPosve nova rečenica.\n", "utf8")
    (project / "docs/hr/scenarios/late-with-reason.md").unlink()
    _build(project)
    (kept,) = (path for path in (project / FOLDER).iterdir() if path.is_dir())
    assert before.keys() - _files(project).keys()
    assert _files(project)[PAGE] != before[PAGE]
    assert _files(project, kept) == _files(project)


def test_the_site_is_taken_and_not_built(built: tuple[Path, tuple[int, list[str]]], tmp_path: Path) -> None:
    project = _planted(built, tmp_path)
    _build(project)
    assert _is_taken(project)
    _build(project, HANDBOOK_CACHE="off")
    assert not _is_taken(project)


@pytest.mark.parametrize(
    ("options", "environment"),
    [
        pytest.param((), {"SITE_URL": "https://example.net/"}, id="another address"),
        pytest.param((), {"SOURCE_DATE_EPOCH": "1800000000"}, id="another day"),
        pytest.param(("--no-directory-urls",), {}, id="an option of the command"),
    ],
)
def test_what_is_asked_for_otherwise_is_built(
    built: tuple[Path, tuple[int, list[str]]],
    tmp_path: Path,
    options: tuple[str, ...],
    environment: dict[str, str],
) -> None:
    project = _planted(built, tmp_path)
    _build(project, *options, **environment)
    assert _PLANTED.encode() not in b"".join(_files(project).values())


@pytest.mark.parametrize("name", CHANGES)
def test_each_source_goes_into_the_key(tmp_path: Path, name: str) -> None:
    project = small_site(tmp_path / "project")
    before = site_key(_settings(project), "tools")
    assert before == site_key(_settings(project), "tools") != ""
    CHANGES[name](project)
    assert site_key(_settings(project), "tools") != before


def _settings(project: Path) -> MkDocsConfig:
    return load_config(str(project / "mkdocs.yml"))


def test_a_kept_site_that_is_not_whole_is_built(
    built: tuple[Path, tuple[int, list[str]]], tmp_path: Path
) -> None:
    project = _planted(built, tmp_path)
    next(iter(project.glob(f"{FOLDER}/*/pl/decide/index.html"))).unlink()
    _build(project)
    assert not _is_taken(project)
    assert (project / "site/pl/decide/index.html").is_file()


def test_a_strict_build_that_fails_fails_again(
    built: tuple[Path, tuple[int, list[str]]], tmp_path: Path
) -> None:
    project = shutil.copytree(built[0], tmp_path / "copy")
    # The checks leave it to MkDocs, which counts what was said when all is written.
    inspection = project / "hooks/adapter/inspection.py"
    text = inspection.read_text("utf8")
    assert "if failing and config.strict" in text
    inspection.write_text(text.replace("if failing and config.strict", "if False"), "utf8")
    assert [_build(project, "--strict")[0] for _ in range(2)] == [1, 1]


def test_a_site_is_not_kept_where_a_page_was_saved_meanwhile(
    built: tuple[Path, tuple[int, list[str]]], tmp_path: Path
) -> None:
    project = shutil.copytree(built[0], tmp_path / "copy", ignore=shutil.ignore_patterns(FOLDER))
    building = project / "hooks/adapter/building.py"
    text = building.read_text("utf8")
    keeping = "        self._site.keep(config, "
    assert text.count(keeping) == 1
    indent = keeping.partition("self")[0]
    saved = f"{indent}Path(config.docs_dir, 'hr/decide.md').open('a').write('Još.')\n"
    building.write_text(text.replace(keeping, saved + keeping), "utf8")
    assert _build(project)[0] == 0
    assert not (project / FOLDER).exists()


def test_a_site_that_is_taken_again_loads_no_more_than_that_needs() -> None:
    script = (
        f"import sys; sys.path.insert(0, {str(ROOT / 'hooks')!r}); import events;"
        "print([name for name in ('adapter.building', 'handbook.model', 'pydantic', 'yaml.loader')"
        " if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['yaml.loader']"  # MkDocs reads its settings with it.
