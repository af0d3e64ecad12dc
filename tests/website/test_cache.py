"""What a build keeps for the next one never shows: whatever changes, the site is that of a cold build.

The site is a small one, of nine pages in each language that everything goes into: lists, data files, links.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.website.building import few_pages
from tests.website.fork_server import forked_mkdocs
from tests.website.small_site import builds, small_site

CACHE, SITE = ".handbook-cache", ".handbook-site"
PLANTED = "<!-- taken -->"
PAGES = (
    "index.md",
    "decide.md",
    "phrasebook.md",
    "scenarios/index.md",
    "scenarios/late-return.md",
    "scenarios/late-with-reason.md",
    "guides/listening.md",
    "reference/glossary.md",
    "reference/sources.md",
)
CARD = "docs/hr/scenarios/late-return.md"
# By which entry what is kept of a page is known.
_PARTS = ("content", "html")
# Before and after the day that a page is to be checked by.
_DAY, _LATER = "1790000000", "1890000000"


def replace(path: str, old: str, new: str) -> Callable[[Path], None]:
    def change(project: Path) -> None:
        file = project / path
        text = file.read_text("utf8")
        assert old in text, (path, old)
        file.write_text(text.replace(old, new, 1), "utf8")

    return change


def append(path: str, text: str) -> Callable[[Path], None]:
    def change(project: Path) -> None:
        file = project / path
        file.write_text(file.read_text("utf8") + text, "utf8")

    return change


def _retitle(project: Path) -> None:
    """Give a card that another one leads to a new title."""
    file = project / CARD
    lines = file.read_text("utf8").split("\n")
    number = next(number for number, line in enumerate(lines) if line.startswith("title:"))
    lines[number] = "title: Posve nov naslov"
    file.write_text("\n".join(lines), "utf8")


def _retell(name: str, key: str) -> Callable[[Path], None]:
    """Change the first text of a data file that is under such a key."""

    def change(project: Path) -> None:
        file = project / "sources" / name
        lines = file.read_text("utf8").split("\n")
        start = f"{key}: "
        number = next(number for number, line in enumerate(lines) if line.strip().startswith(start))
        before, _, _ = lines[number].partition(start)
        lines[number] = f"{before}{start}Posve nov tekst"
        file.write_text("\n".join(lines), "utf8")

    return change


def _say_otherwise(project: Path) -> None:
    """Change a phrase of an original, which the card's other languages show beside theirs."""
    file = project / "docs/pl/scenarios/late-return.md"
    before, mark, after = file.read_text("utf8").partition("{#say}\n\n- ")
    assert mark
    file.write_text(f"{before}{mark}Posve nov. {after}", "utf8")


def _copy(project: Path) -> None:
    shutil.copy(project / CARD, (project / CARD).with_name("another.md"))


# The site before any change.
_BEFORE: dict[str, bytes] = {}

CHANGES: dict[str, Callable[[Path], None]] = {
    "a page's text": append(CARD, "\nPosve nova rečenica.\n"),
    "a linked page's title": _retitle,
    "the glossary": _retell("glossary.yml", "hr"),
    "the claims": _retell("claims.yml", "hr"),
    "a template": replace("overrides/main.html", "<article ", '<article data-new="1" '),
    "the frame's own script": replace("overrides/partials/scheme.html", 'scripts="on"', 'scripts="new"'),
    "the style": append("docs/assets/handbook.css", "\n.new { color: red }\n"),
    "an extension's option": replace("mkdocs.yml", "permalink: true", "permalink: false"),
    "another option": replace("mkdocs.yml", "Priručnik za teške razgovore", "Posve nov priručnik"),
    "a setting of the frame": replace(
        "mkdocs.yml", '[FRAME_ANCESTORS, ""]', "[NONE, https://desk.example.com]"
    ),
    "a phrase in another language": _say_otherwise,
    "a card's family": replace(
        "docs/pl/scenarios/late-with-reason.md", "family: bending-rules", "family: saying-no"
    ),
    "a day to check by": replace("docs/hr/guides/listening.md", "review_by: 2027", "review_by: 2026"),
    "the frame's words": replace("hooks/handbook/languages/texts/hr.yml", "  menu: ", "  menu: Posve nov "),
    "a language's texts": replace(
        "hooks/handbook/languages/texts/hr.yml", "  permalink: ", "  permalink: Posve nov "
    ),
    "the code": append(
        "hooks/handbook/site/slot_markup.py",
        "\n\n_make = makeExtension\n\n\ndef makeExtension(**options):\n"
        "    made = _make(**options)\n    extend = made.extendMarkdown\n\n"
        "    def more(md):\n        extend(md)\n        md.postprocessors.register(_More(md), 'more', 0)\n\n"
        "    made.extendMarkdown = more\n    return made\n\n\n"
        "from markdown.postprocessors import Postprocessor\n\n\n"
        "class _More(Postprocessor):\n    def run(self, text):\n        return text + '<p>Posve novo</p>'\n",
    ),
    "a page more": _copy,
    "a page less": lambda project: (project / CARD).unlink(),
}


# Those that no page shows but the changed one, its versions, and lists.
OF_TEXT = ("a page's text", "a phrase in another language")


def few(target: Path) -> Path:
    """Make the site's project; returns its folder."""
    return few_pages(small_site(target), PAGES.__contains__)


@pytest.fixture(scope="module")
def warm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site's project, and what a build of it has kept."""
    project = few(tmp_path_factory.mktemp("cache") / "project")
    (made,) = site_files(project, "on")
    _BEFORE.update(made)
    # Of each page its content and what it is in the end.
    kept = [part for path in (project / CACHE).iterdir() for part in _PARTS if part in _read(path)["value"]]
    assert sorted(kept) == [part for part in _PARTS for _ in range(3 * len(PAGES))]
    return project


def plant(project: Path) -> None:
    """Mark each page of the site that is kept, by which it can be told that it was taken from there."""
    pages = list(project.glob(f"{SITE}/*/**/*.html"))
    assert len(pages) > 3 * len(PAGES)
    for page in pages:
        page.write_text(page.read_text("utf8") + PLANTED, "utf8")


def site_files(project: Path, *caches: str, day: str = _DAY) -> list[dict[str, bytes]]:
    """Build once with each of these switches of the cache, and return the files of each site."""
    switches = [{"HANDBOOK_CACHE": cache} for cache in caches]
    made = []
    for site in builds(project, switches, SOURCE_DATE_EPOCH=day):
        files = (path for path in site.rglob("*") if path.is_file())
        made.append({path.relative_to(site).as_posix(): path.read_bytes() for path in files})
        shutil.rmtree(site)
    return made


def _read(path: Path) -> dict[str, Any]:
    """An entry; one that is no table has no parts."""
    entry: dict[str, Any] = json.loads(path.read_text("utf8"))
    return entry if isinstance(entry["value"], dict) else {**entry, "value": {}}


@pytest.mark.parametrize("name", CHANGES)
def test_after_a_change_the_site_is_that_of_a_cold_build(warm: Path, tmp_path: Path, name: str) -> None:
    project = shutil.copytree(warm, tmp_path / "copy")
    if name not in OF_TEXT:  # Then any page may show it, so none is taken as it was.
        plant(project)
    CHANGES[name](project)
    kept, cold = site_files(project, "on", "off")
    assert cold != _BEFORE
    assert kept.keys() == cold.keys()
    assert [path for path in cold if kept[path] != cold[path]] == []


def test_what_is_kept_is_used_and_kept_on(warm: Path, tmp_path: Path) -> None:
    project = shutil.copytree(warm, tmp_path / "copy")
    kept = {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in (project / CACHE).iterdir()}
    (site,) = site_files(project, "on")
    assert {path: time for path, (time, _) in kept.items()} == {
        path: path.stat().st_mtime_ns for path in (project / CACHE).iterdir()
    }
    for part in _PARTS:
        for path, (_, content) in kept.items():
            path.write_bytes(content)
            entry = _read(path)
            if part in entry["value"]:
                entry["value"][part] += "<p>planted</p>"
                path.write_text(json.dumps(entry), "utf8")
        (planted,) = site_files(project, "on")
        assert all(b"planted" in planted[f"{code}/decide/index.html"] for code in ("pl", "hr", "en"))
    (without,) = site_files(project, "off")
    assert without == site == _BEFORE


def test_on_another_day_the_site_is_that_of_a_cold_build(warm: Path, tmp_path: Path) -> None:
    project = shutil.copytree(warm, tmp_path / "copy")
    kept, cold = site_files(project, "on", "off", day=_LATER)
    assert cold != _BEFORE
    assert kept == cold


def test_a_page_that_shows_what_nobody_can_name_is_made_anew(warm: Path, tmp_path: Path) -> None:
    project = shutil.copytree(warm, tmp_path / "copy")
    shown = "{% block htmltitle %}{{ pages | length }} {{ page.file.src_uri }}"
    replace("overrides/main.html", "{% block htmltitle %}", shown)(project)
    site_files(project, "on")
    _copy(project)
    kept, cold = site_files(project, "on", "off")
    assert kept == cold


def test_what_was_cut_off_is_made_anew(warm: Path, tmp_path: Path) -> None:
    project = shutil.copytree(warm, tmp_path / "copy")
    for number, path in enumerate(sorted((project / CACHE).iterdir())):
        content = path.read_bytes()
        path.write_bytes((content[: len(content) // 2], b"", b"[]", b'{"key": 1}')[number % 4])
    (again,) = site_files(project, "on")
    assert again == _BEFORE


def test_what_a_page_is_told_for_is_told_each_time(warm: Path, tmp_path: Path) -> None:
    project = shutil.copytree(warm, tmp_path / "copy")
    page = project / "docs/en/decide.md"
    page.write_text(page.read_text("utf8") + "\n[x](nowhere-at-all.md)\n", "utf8")
    for _ in range(2):
        done = forked_mkdocs(project, "build", HANDBOOK_CACHE="on")
        assert "'nowhere-at-all.md'" in done.stdout
