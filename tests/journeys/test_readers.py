"""What readers of all languages see of what editors of one have done: on one built site, all at once."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from handbook.exports.book.chapters import chapters
from handbook.exports.book.volume import Volume, html
from handbook.exports.takeaway import takeaway
from handbook.languages import CODES, language
from handbook.model.project import Project
from handbook.model.rules import NOTICE
from tests.journeys.built_pages import LINK, LISTS, entries_of, is_as_in_its_file, links, said, shown
from tests.journeys.proposals import (
    ALONE,
    CARDS,
    ELSEWHERE,
    FREE,
    GONE,
    HELD,
    MOVED,
    OWN,
    RENAMED,
    SITE,
    TRANSLATED,
    Proposals,
    propose,
)
from tests.support.project import real_handbook
from tests.website.building import copy_with_kept


@pytest.fixture(scope="module")
def proposals(tmp_path_factory: pytest.TempPathFactory) -> Proposals:
    return propose(copy_with_kept(tmp_path_factory.mktemp("alone") / "copy"))


@pytest.fixture(scope="module")
def root(proposals: Proposals) -> Path:
    return proposals.root


@pytest.fixture(scope="module")
def project(proposals: Proposals) -> Project:
    return proposals.project


def test_nothing_is_held_up_but_what_a_translation_cannot_change_alone(proposals: Proposals) -> None:
    status, found = proposals.accepted
    assert status == 0
    assert {severity for _, severity, _ in found} == {NOTICE}
    stale = {file for file, _, rule in found if rule == "translation-stale"}
    assert stale == {
        f"docs/{code}/{slug}.md"
        for (own, name), slug in proposals.edited.items()
        for code in CODES
        if name in FREE and code != own
    }
    missing = {file for file, _, rule in found if rule == "translation-missing"}
    assert missing == {
        f"docs/{own}/{slug}.md"
        for slug, own in [*ALONE.items(), *((slug, own) for slug, (own, *_) in TRANSLATED.items())]
    }
    assert {rule for *_, rule in found} == {"translation-stale", "translation-missing", "link-untranslated"}
    wrong = sorted(
        (f"docs/{code}/{proposals.edited[code, name]}.md", "error", rule)
        for code in CODES
        for name, (_, rule) in HELD.items()
    )
    assert proposals.held == (1, sorted([*found, *wrong]))
    # The build says the same, and a strict one would end there.
    warned = [line for line in proposals.log.splitlines() if line.startswith(("WARNING", "ERROR"))]
    assert len(warned) == len(wrong), warned
    for file, _, rule in wrong:
        assert any(file in line and f"[{rule}]" in line for line in warned), (file, warned)


@pytest.mark.parametrize(("slug", "code"), ELSEWHERE)
def test_lists_and_menu_name_it_by_its_original_title(
    root: Path, project: Project, slug: str, code: str
) -> None:
    own = ALONE[slug]
    original = project.pages[f"{own}/{slug}.md"]
    folder = slug.partition("/")[0]
    # In the menu of its neighbours, in the lists, among what waits and what is due for a review.
    neighbour = MOVED[1] if folder == "scenarios" else "guides/saying-no-well"
    family = project.neutral(original).family
    for card in project.cards(code):
        if project.neutral(card).family == family:
            neighbour = card.slug.removesuffix(".md")
    places = [neighbour, "editing/status", *(LISTS if folder == "scenarios" else ("guides",))]
    if not original.document.section("write-email") and not original.document.section("write-chat"):
        places = [place for place in places if place != "phrasebook"]
    for place in places:
        found = list(links(root, code, place, slug))
        marked = [
            (text, after)
            for attributes, text, after in found
            if f'hreflang="{own}"' in attributes and said(project, code, slug) in unescape(after)
        ]
        assert marked, (place, found)
        if place != "guides":  # There writers name it in their own words.
            shown = [unescape(text).replace("\xa0", " ") for text, _ in marked]
            assert original.title in shown, place
    due = [attributes for attributes, *_ in links(root, code, "editing", slug)]
    assert any(f'lang="{own}"' in attributes for attributes in due)


@pytest.mark.parametrize(("slug", "code"), ELSEWHERE)
def test_nothing_else_names_it_without_its_language(root: Path, slug: str, code: str) -> None:
    for page in sorted((root / "site" / code).rglob("index.html")):
        html = page.read_text("utf8")
        # No address of this language that is not there.
        assert f"/{code}/{slug}/" not in html, page
        for match in LINK.finditer(html):
            if re.search(rf'href="[^"]*/{ALONE[slug]}/{slug}/', match["attributes"]):
                assert f'hreflang="{ALONE[slug]}"' in match["attributes"], page


@pytest.mark.parametrize("slug", ALONE)
def test_the_language_switch_says_so_and_leads_to_the_list(root: Path, project: Project, slug: str) -> None:
    own = ALONE[slug]
    html = (root / "site" / own / slug / "index.html").read_text("utf8")
    switch = html.split('<ul id="languages"', 1)[1].split("</ul>", 1)[0]
    family = project.neutral(project.pages[f"{own}/{slug}.md"]).family
    for code in set(CODES) - {own}:
        goal = f"{code}/scenarios/#{family}" if slug in CARDS else f"{code}/"
        assert re.search(rf'href="[./]*{goal}" lang="{code}"[^>]* data-untranslated', switch), switch
        assert f"({said(project, code, slug)})" in switch
    assert f'hreflang="{own}"' in html.split("</head>", 1)[0]
    assert not [c for c in set(CODES) - {own} if f'hreflang="{c}"' in html.split("</head>", 1)[0]]


@pytest.mark.parametrize(("slug", "code"), ELSEWHERE)
def test_data_that_scripts_fetch_name_it(root: Path, project: Project, slug: str, code: str) -> None:
    own, title = ALONE[slug], project.pages[f"{ALONE[slug]}/{slug}.md"].title
    folder = root / "site" / code
    rows = json.loads((folder / "search/index.json").read_text("utf8"))["pages"]
    (row,) = (row for row in rows if row[0] == f"../{own}/{slug}/")
    assert (row[1], row[9:]) == (title, [own, said(project, code, slug)])
    assert f"{own}/{slug}/" in json.loads((folder / "offline.json").read_text("utf8"))
    if slug in CARDS:
        known = {"url": f"{own}/{slug}/", "title": title, "lang": own, "only": said(project, code, slug)}
        assert json.loads((folder / "desk.json").read_text("utf8"))["cards"][slug] == known
        asked = json.loads((folder / "learn.json").read_text("utf8"))
        assert known in asked["waiting"]
        assert slug not in asked["cards"]


def test_the_sitemap_has_each_where_it_is(root: Path) -> None:
    text = (root / "site/sitemap.xml").read_text("utf8")
    for slug, own in ALONE.items():
        assert text.count(f"<loc>{SITE}{own}/{slug}/</loc>") == 1
        assert not [code for code in CODES if code != own and f"{SITE}{code}/{slug}/" in text]


@pytest.mark.parametrize("code", CODES)
def test_the_book_names_it_and_leads_to_the_site(root: Path, project: Project, code: str) -> None:
    settings = replace(project.settings, site_url=SITE)
    volume = Volume(replace(project, settings=settings), code, root / "site", chapters(project, code))
    printed = html(volume)
    for slug in (slug for slug, own in ALONE.items() if own != code):
        title = project.pages[f"{ALONE[slug]}/{slug}.md"].title
        link = f'<a href="{SITE}{ALONE[slug]}/{slug}/" lang="{ALONE[slug]}">{title}</a>'
        assert f"{link} ({said(project, code, slug)})</p>" in printed


@pytest.mark.parametrize("code", CODES)
def test_exports_name_what_they_lack(project: Project, code: str) -> None:
    taken = takeaway(project, code)
    waiting = {slug: own for slug, own in ALONE.items() if own != code}
    waiting |= {slug: own for slug, (own, _, waits) in TRANSLATED.items() if waits == code}
    assert {page.slug: page.language for page in taken.untranslated} == waiting


@pytest.mark.parametrize("own", CODES)
@pytest.mark.parametrize("name", FREE)
def test_what_changes_in_an_original_is_told_on_its_translations(
    proposals: Proposals, own: str, name: str
) -> None:
    root, project, slug = proposals.root, proposals.project, proposals.edited[own, name]
    assert "banner stale" not in shown(root, own, slug)
    before = real_handbook()
    for code in CODES:
        assert is_as_in_its_file(root, project, code, slug)
        old, new = (entries_of(given, code, slug, FREE[name]) for given in (before, project))
        assert (old == new) == (code != own)
        if code == own:
            continue
        banner = re.search(r'<p class="banner stale">(.*?)</p>', shown(root, code, slug), re.DOTALL)
        assert banner
        names = language(code)
        for id in ("say", "do"):
            assert (names.word("sections", id) in banner[1]) == (id in FREE[name]), banner[1]
        assert f'/{own}/{slug}/" hreflang="{own}"' in banner[1]
        assert f'href="../../{slug}/"' in shown(root, code, "editing/status")


@pytest.mark.parametrize("own", CODES)
@pytest.mark.parametrize("name", [*OWN, *HELD])
def test_what_changes_in_a_translation_changes_there_alone(proposals: Proposals, own: str, name: str) -> None:
    root, project, slug = proposals.root, proposals.project, proposals.edited[own, name]
    sections = OWN.get(name, ("do",))
    before = real_handbook()
    for code in CODES:
        assert "banner stale" not in shown(root, code, slug)
        assert is_as_in_its_file(root, project, code, slug)
        old, new = (entries_of(given, code, slug, sections) for given in (before, project))
        assert (old == new) == (code != own)


@pytest.mark.parametrize("slug", TRANSLATED)
def test_a_translation_is_there_for_its_readers_and_the_third_language_waits(
    root: Path, project: Project, slug: str
) -> None:
    own, translated, waits = TRANSLATED[slug]
    listed = {code: shown(root, code, "scenarios") for code in CODES}
    name = slug.partition("/")[2]
    for code in (own, translated):
        title = project.pages[f"{code}/{slug}.md"].title
        assert f'<a href="{name}/">' in listed[code]
        assert title in unescape(listed[code]).replace("\xa0", " ")
        switch = shown(root, code, slug).split('<ul id="languages"', 1)[1].split("</ul>", 1)[0]
        waiting = re.findall(r'lang="(\w+)"[^>]* data-untranslated', switch)
        assert waiting == [waits]
    (found,) = re.findall(rf'<a href="[./]*/{own}/{slug}/"[^>]*>', listed[waits])
    assert f'hreflang="{own}"' in found
    assert f"/{translated}/{slug}/" not in listed[waits]


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("old", [MOVED[0], GONE])
def test_the_address_of_a_page_that_was_renamed_or_deleted_leads_on(root: Path, code: str, old: str) -> None:
    assert f'<a href="../{MOVED[1].partition("/")[2]}/">' in shown(root, code, old)
    for page in sorted((root / "site" / code).rglob("index.html")):
        if page != root / "site" / code / old / "index.html":
            assert f"/{old.partition('/')[2]}/" not in page.read_text("utf8"), page


@pytest.mark.parametrize("code", CODES)
def test_the_anchor_of_a_heading_that_was_renamed_leads_to_it(root: Path, code: str) -> None:
    page, old, new = RENAMED
    assert f'<a id="{old}"></a><h2 id="{new}"' in shown(root, code, page)
