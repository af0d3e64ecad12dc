"""What is relied on in MkDocs, static-i18n and Material, each pinned by a real build."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.website.building import copy_handbook, mkdocs

LANGUAGES = ("pl", "hr", "en")
CARD = "scenarios/refund-after-deadline"


def test_a_strict_build_prints_no_warning(build_log: tuple[Path, str]) -> None:
    assert not re.search(r"WARNING|ERROR", build_log[1])


def test_every_language_has_its_own_prefix_and_the_same_pages(site: Path) -> None:
    pages = {
        code: {str(p.relative_to(site / code)) for p in (site / code).rglob("*.html")} for code in LANGUAGES
    }
    assert len(pages["pl"]) > 20
    assert pages["pl"] == pages["hr"] == pages["en"]
    assert {p.name for p in site.glob("*.html")} == {"index.html", "404.html"}


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_page_says_which_language_it_is_in_and_where_the_others_are(site: Path, code: str) -> None:
    html = (site / code / CARD / "index.html").read_text("utf8")
    base = "https://example.org/handbook/"
    assert f'<html lang="{code}"' in html
    assert f'<link rel="canonical" href="{base}{code}/{CARD}/">' in html
    found = dict(re.findall(r'rel="alternate" hreflang="([\w-]+)" href="([^"]+)"', html))
    assert found == {c: f"{base}{c}/{CARD}/" for c in LANGUAGES} | {"x-default": base}


@pytest.mark.parametrize("code", LANGUAGES)
def test_titles_are_not_doubled(site: Path, code: str) -> None:
    home = re.search("<title>(.*?)</title>", (site / code / "index.html").read_text("utf8"))
    card = re.search("<title>(.*?)</title>", (site / code / CARD / "index.html").read_text("utf8"))
    assert home
    assert card
    assert card[1].endswith(f" – {home[1]}")
    assert card[1].count(home[1]) == 1


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_search_index_holds_pages_of_its_own_language_only(site: Path, code: str) -> None:
    index = json.loads((site / code / "search/index.json").read_text("utf8"))
    assert len(index["pages"]) > 60
    for path, *_ in index["pages"]:
        assert (site / code / path / "index.html").is_file(), path
    assert not (site / "search").exists()


def test_no_page_names_a_foreign_host_for_anything_it_loads(site: Path) -> None:
    loaded = re.compile(
        r'<(?:script|img|iframe|source)[^>]* src="(?:https?:)?//|rel="stylesheet"[^>]*="https?:'
    )
    assert [str(p) for p in site.rglob("*.html") if loaded.search(p.read_text("utf8"))] == []


def test_all_findings_of_all_languages_come_before_a_strict_build_gives_up(tmp_path: Path) -> None:
    project = copy_handbook(tmp_path / "copy")
    for code in LANGUAGES:
        page = project / f"docs/{code}/{CARD}.md"
        page.write_text(page.read_text("utf8") + "\n[x](nowhere-at-all.md)\n", "utf8")
    done = mkdocs(project, "build", "--strict")
    assert done.returncode != 0
    assert "Traceback" not in done.stdout
    for code in LANGUAGES:
        found = re.findall(rf"docs/{code}/{CARD}\.md:\d+:\d+: .*\[link-page-missing\]", done.stdout)
        assert len(found) == 1, done.stdout


def test_a_missing_translation_is_a_finding_and_never_another_language(tmp_path: Path) -> None:
    project = copy_handbook(tmp_path / "copy")
    (project / "docs/hr/decide.md").unlink()
    done = mkdocs(project, "build")
    assert done.returncode == 0, done.stdout
    assert re.search(r"docs/pl/decide\.md:1:1: .*\[translation-missing\]", done.stdout)
    assert not (project / "site/hr/decide").exists()
    assert (project / "site/pl/decide/index.html").is_file()


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        pytest.param(b"", "file-empty", id="an empty file"),
        pytest.param(
            b"---\ntitle: x\n---\n\nza\xbf\xf3\xb3\xe6\n", "file-not-utf8", id="a file in another encoding"
        ),
        pytest.param(b"---\ntitle: [x\n---\n\nText.\n", "front-matter-broken", id="broken YAML"),
        pytest.param(b"---\ntitle: x\n", "front-matter-unclosed", id="front matter that never ends"),
        pytest.param(b"Only text.\n", "page-untitled", id="a page without a title"),
        pytest.param(
            b"---\ntitle: x\nhide: 3\n---\n\nText.\n", "key-misplaced", id="a value templates cannot use"
        ),
        pytest.param(
            b"---\ntitle: x\ntemplate: no.html\n---\n\nText.\n", "key-unknown", id="an unknown template"
        ),
    ],
)
def test_a_broken_page_is_a_finding_and_the_build_goes_on(tmp_path: Path, content: bytes, rule: str) -> None:
    project = copy_handbook(tmp_path / "copy")
    (project / "docs/hr/decide.md").write_bytes(content)
    done = mkdocs(project, "build")
    assert done.returncode == 0, done.stdout
    assert "Traceback" not in done.stdout
    assert re.search(rf"docs/hr/decide\.md:\d+:\d+: .*\[{rule}\]", done.stdout.replace("\n", " ")), (
        done.stdout
    )


def test_a_card_lists_its_own_family_and_no_other(site: Path) -> None:
    html = (site / "en" / CARD / "index.html").read_text("utf8")
    menu = re.search('<nav id="menu".*?</nav>', html, re.DOTALL)
    assert menu
    assert "../why-not/" in menu[0]
    assert "../swearing/" not in menu[0]
