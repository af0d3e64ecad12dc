"""What readers of all languages see of what editors of one have done: on one built site, all at once."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from handbook.commands.cli import main
from handbook.exports.book.chapters import chapters
from handbook.exports.book.volume import Volume, html
from handbook.exports.takeaway import takeaway
from handbook.languages import CODES, language
from handbook.model.project import Project
from tests.support.project import read
from tests.website.building import copy_handbook, mkdocs

SITE = "https://example.org/handbook/"
# Each in the only language in which it stays.
ALONE = {
    "scenarios/refund-after-deadline": "pl",
    "scenarios/drags-on": "hr",
    "scenarios/death-in-the-family": "en",
    "guides/listening-and-empathy": "hr",
}
CARDS = [slug for slug in ALONE if slug.startswith("scenarios/")]
ELSEWHERE = [(slug, code) for slug, own in ALONE.items() for code in CODES if code != own]
STEPS = "scenarios/late-return-good-reason"  # Gets a step more in its original.
PHRASE = "scenarios/nobody-called-back"  # Gets another phrase in a translation.
MOVED = ("scenarios/swearing", "scenarios/swears-at-you")
RENAMED = ("guides/saying-no-well", "balance", "both-sides")
GONE = "scenarios/of-old"  # Was published and is deleted; redirects.yml says what to read now.
# Where every card is listed, and a page on whose way it stands.
LISTS = ("scenarios", "find", "decide", "practise", "phrasebook", "reference/sources", "editing/status")
OTHER, SAID = "en", "“Xyz, that is all.”"
LINK = re.compile(r"<a(?P<attributes>[^>]*)>(?P<text>.*?)</a>(?=(?P<after>.{0,90}))", re.DOTALL)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The handbook after all these changes, built strictly: nothing but notices follows."""
    root = copy_handbook(tmp_path_factory.mktemp("alone") / "copy")
    for slug, own in ALONE.items():
        for code in set(CODES) - {own}:
            (root / f"docs/{code}/{slug}.md").unlink()
    original = root / f"docs/pl/{STEPS}.md"
    original.write_text(re.sub(r"(5\. .+\n)", r"\g<1>6. Abc.\n", original.read_text("utf8"), count=1), "utf8")
    translation = root / f"docs/{OTHER}/{PHRASE}.md"
    text = translation.read_text("utf8")
    translation.write_text(re.sub(r"(\{#say\}\n\n)- .+", rf"\g<1>- {SAID}", text), "utf8")
    assert main(["move", *MOVED, "--project", str(root)]) == 0
    page, old, new = RENAMED
    assert main(["move", f"{page}#{old}", f"{page}#{new}", "--project", str(root)]) == 0
    (root / "published.txt").write_text("".join(f"{code}/{GONE}.md say\n" for code in CODES), "utf8")
    with (root / "redirects.yml").open("a", encoding="utf8") as redirects:
        redirects.write(f'"{GONE}.md": "{MOVED[1]}.md"\n')
    done = mkdocs(root, "build", "--strict", SITE_URL=SITE)
    assert done.returncode == 0, done.stdout
    assert "WARNING" not in done.stdout
    return root


@pytest.fixture(scope="module")
def project(root: Path) -> Project:
    return read(root)


def links(root: Path, code: str, page: str, slug: str) -> Iterator[tuple[str, str, str]]:
    """The links on a page of a language to the page in question: attributes, text, and what follows."""
    html = (root / "site" / code / page / "index.html").read_text("utf8")
    for match in LINK.finditer(html):
        href = re.search(r'href="([^"#?]*)', match["attributes"])
        if href and href[1].endswith(f"/{ALONE[slug]}/{slug}/"):
            yield match["attributes"], match["text"], match["after"]


def said(project: Project, code: str, slug: str) -> str:
    """What readers of a language are told of the page."""
    names = language(code)
    return names.word("page", "untranslated", language=names.word("in-languages", ALONE[slug]))


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
    assert {page.slug: page.language for page in taken.untranslated} == {
        slug: own for slug, own in ALONE.items() if own != code
    }


def shown(root: Path, code: str, slug: str) -> str:
    return (root / "site" / code / slug / "index.html").read_text("utf8")


@pytest.mark.parametrize("code", ["hr", "en"])
def test_a_step_more_in_an_original_is_told_on_its_translations(
    root: Path, project: Project, code: str
) -> None:
    banner = re.search(r'<p class="banner stale">(.*?)</p>', shown(root, code, STEPS), re.DOTALL)
    section = project.pages[f"{code}/{STEPS}.md"].document.section("do")
    assert banner
    assert section
    assert section.heading
    assert section.heading.text in banner[1]
    assert f'/pl/{STEPS}/" hreflang="pl"' in banner[1]
    assert "banner stale" not in shown(root, "pl", STEPS)


@pytest.mark.parametrize("code", CODES)
def test_a_translations_new_phrase_stands_beside_those_of_the_others(root: Path, code: str) -> None:
    html = shown(root, code, PHRASE)
    assert "Xyz, that is all." in html
    assert "banner stale" not in html


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
