"""What is relied on in MkDocs, static-i18n and Material, each pinned by a real build."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.website.fork_server import forked_mkdocs
from tests.website.small_site import small_site

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
    found = dict(re.findall(r'rel="alternate ?" hreflang="([\w-]+)" href="([^"]+)"', html))
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
def test_a_link_to_a_term_says_what_it_means(site: Path, code: str) -> None:
    html = (site / code / "practise/index.html").read_text("utf8")
    links = re.findall(r'<a href="[^"]*reference/glossary/#[\w-]+"([^>]*)>', html)
    assert len(links) >= 2
    assert all(re.search(r' title="[^"]{20,}"', rest) for rest in links)


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


# What follows is true of any pages, so it is tried on those of the small handbook.
SMALL_CARD = "scenarios/late-return"
UNTRANSLATED = "scenarios/late-with-reason"


def test_all_findings_of_all_languages_come_before_a_strict_build_gives_up(tmp_path: Path) -> None:
    project = small_site(tmp_path / "copy")
    for code in LANGUAGES:
        page = project / f"docs/{code}/{SMALL_CARD}.md"
        page.write_text(page.read_text("utf8") + "\n[x](nowhere-at-all.md)\n", "utf8")
    done = forked_mkdocs(project, "build", "--strict")
    assert done.returncode != 0
    assert "Traceback" not in done.stdout
    for code in LANGUAGES:
        found = re.findall(rf"docs/{code}/{SMALL_CARD}\.md:\d+:\d+: .*\[link-page-missing\]", done.stdout)
        assert len(found) == 1, done.stdout
    # Each is told once, and nothing was written.
    assert done.stdout.count("nowhere-at-all.md") == 3
    assert not list((project / "site").rglob("*.html"))


# For each way in which a page can be broken: what becomes of which page, and the rule that says so.
BROKEN = {
    "an empty file": ("decide", b"", "file-empty"),
    "a file in another encoding": (
        "phrasebook",
        b"---\ntitle: x\n---\n\nza\xbf\xf3\xb3\xe6\n",
        "file-not-utf8",
    ),
    "broken YAML": ("practise", b"---\ntitle: [x\n---\n\nText.\n", "front-matter-broken"),
    "front matter that never ends": ("find", b"---\ntitle: x\n", "front-matter-unclosed"),
    "a page without a title": ("guides/listening", b"Only text.\n", "page-untitled"),
    "a value templates cannot use": (
        "reference/contradictions",
        b"---\ntitle: x\nhide: 3\n---\n\nText.\n",
        "key-misplaced",
    ),
    "an unknown template": (SMALL_CARD, b"---\ntitle: x\ntemplate: no.html\n---\n\nText.\n", "key-unknown"),
}


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A handbook with all these pages broken and a translation missing, and what its build printed."""
    project = small_site(tmp_path_factory.mktemp("broken") / "copy")
    for slug, content, _ in BROKEN.values():
        (project / f"docs/hr/{slug}.md").write_bytes(content)
    (project / f"docs/hr/{UNTRANSLATED}.md").unlink()
    done = forked_mkdocs(project, "build")
    assert done.returncode == 0, done.stdout
    return project, done.stdout


def test_a_missing_translation_is_a_finding_and_never_another_language(broken: tuple[Path, str]) -> None:
    project, said = broken
    assert re.search(rf"docs/pl/{UNTRANSLATED}\.md:1:1: .*\[translation-missing\]", said)
    assert not (project / f"site/hr/{UNTRANSLATED}").exists()
    assert (project / f"site/pl/{UNTRANSLATED}/index.html").is_file()


@pytest.mark.parametrize("way", BROKEN)
def test_a_broken_page_is_a_finding_and_the_build_goes_on(broken: tuple[Path, str], way: str) -> None:
    project, said = broken
    slug, _, rule = BROKEN[way]
    assert "Traceback" not in said
    # A finding may take more than one line.
    found = re.findall(rf"docs/hr/{slug}\.md:\d+:\d+: .*?(?=\n[A-Z]+ +-)", said, re.DOTALL)
    assert any(f"[{rule}]" in finding for finding in found), said
    # The page's other languages and the pages after it are there.
    assert (project / f"site/pl/{slug}/index.html").is_file()
    assert (project / "site/en/scenarios/getting-louder/index.html").is_file()


def test_a_card_lists_its_own_family_and_no_other(site: Path) -> None:
    html = (site / "en" / CARD / "index.html").read_text("utf8")
    menu = re.search('<div [^>]*id="menu".*?</nav>', html, re.DOTALL)
    assert menu
    assert "../why-not/" in menu[0]
    assert "../swearing/" not in menu[0]


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_language_offers_files_that_are_there_and_kept_by_no_copy(site: Path, code: str) -> None:
    html = (site / code / "downloads/index.html").read_text("utf8")
    found = re.findall(r'href="\.\./\.\./(downloads/[^"]+)"', html)
    assert found == [
        f"downloads/handbook-{code}.{ending}"
        for ending in ("json", "csv", "espanso.yml", "zendesk.json", "freshdesk.json", "chatwoot.json")
    ] + ["downloads/handbook.schema.json"]
    assert all((site / path).stat().st_size > 1000 for path in found)
    taken = json.loads((site / found[0]).read_text("utf8"))
    assert taken["language"] == code
    assert len(taken["cards"]) == len(list((site / code / "scenarios").glob("*/index.html")))
    kept = json.loads((site / code / "offline.json").read_text("utf8"))
    assert not {path for path in kept if path.startswith("downloads/") or path.endswith("new.xml")}
