"""What readers of all languages see of what editors of one have done: on one built site, all at once."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import redirect_stdout
from dataclasses import dataclass, replace
from html import unescape
from pathlib import Path

import pytest

from handbook.commands.cli import main
from handbook.exports.book.chapters import chapters
from handbook.exports.book.volume import Volume, html
from handbook.exports.takeaway import takeaway
from handbook.languages import CODES, language
from handbook.model.project import Page, Project
from handbook.model.rules import NOTICE
from tests.journeys import changes
from tests.journeys.changes import Change, changed, deletion, may_change
from tests.support.project import read, real_handbook, write
from tests.support.told import Told
from tests.website.building import KEPT, copy_with_kept, mkdocs

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
# Written in the first of these languages, translated into the second, and not yet into the third.
TRANSLATED = {
    "scenarios/why-not": ("pl", "en", "hr"),
    "scenarios/are-you-still-there": ("hr", "pl", "en"),
    "scenarios/hurt-by-our-product": ("en", "hr", "pl"),
}
MOVED = ("scenarios/swearing", "scenarios/swears-at-you")
RENAMED = ("guides/saying-no-well", "balance", "both-sides")
GONE = "scenarios/records-the-call"  # Is deleted; redirects.yml says what to read now.
# Where every card is listed, and a page on whose way it stands.
LISTS = ("scenarios", "find", "decide", "practise", "phrasebook", "reference/sources", "editing/status")
LINK = re.compile(r"<a(?P<attributes>[^>]*)>(?P<text>.*?)</a>(?=(?P<after>.{0,90}))", re.DOTALL)

# What an editor of one language changes on a card, section by section: in an original ...
FREE: Mapping[str, Mapping[str, Change]] = {
    "a phrase, and a step more": {"say": changes.phrase, "do": changes.step_more},
    "another number, and a step less": {"say": changes.number, "do": changes.step_less},
    "steps in another order": {"do": changes.steps_moved},
}
# ... in a translation, where its own way of saying it is nobody else's business ...
OWN: Mapping[str, Mapping[str, Change]] = {
    "a phrase, and steps in another order": {"say": changes.phrase, "do": changes.steps_moved}
}
# ... and what a translation cannot change alone: the check holds it up by this rule.
HELD: Mapping[str, tuple[Change, str]] = {
    "a step more": (changes.step_more, "translation-items"),
    "a step less": (changes.step_less, "translation-items"),
    "another number": (changes.number, "translation-numbers"),
}


@dataclass(frozen=True)
class Proposals:
    """The handbook after all of these changes, built, and what was told of them.

    `edited` says which card was changed so: language and change -> its slug. `accepted` and `held` are
    what the check said before and after those that it holds up: its exit status and its findings.
    """

    root: Path
    project: Project
    edited: Mapping[tuple[str, str], str]
    accepted: tuple[int, list[Told]]
    held: tuple[int, list[Told]]
    log: str


def edit(root: Path) -> tuple[dict[tuple[str, str], str], dict[str, str]]:
    """Choose a card for each change of each language; write those that pass, and return the other texts."""
    project = read(root)
    free = [card for code in CODES for card in project.cards(code) if may_change(card)]
    busy = {f"{slug}.md" for slug in (*ALONE, *TRANSLATED, *MOVED)}
    edited, held = {}, {}

    def one(code: str, name: str, *, original: bool) -> Page:
        found = next(
            card
            for card in free
            if card.language == code
            and card.slug not in busy
            and (project.original(card.slug) is card) == original
        )
        busy.add(found.slug)
        edited[code, name] = found.slug.removesuffix(".md")
        return found

    # Few cards are written in English first, so it chooses before the others.
    for code in reversed(CODES):
        for name, made in FREE.items():
            card = one(code, name, original=True)
            (root / card.file).write_text(changed(card, made), "utf8", newline="\n")
    for code in CODES:
        for name, made in OWN.items():
            card = one(code, name, original=False)
            (root / card.file).write_text(changed(card, made), "utf8", newline="\n")
        for name, (change, _) in HELD.items():
            card = one(code, name, original=False)
            held[card.file] = changed(card, {"do": change})
    return edited, held


def told(root: Path) -> tuple[int, list[Told]]:
    """What `handbook check` says: its exit status, and each finding."""
    said = io.StringIO()
    with redirect_stdout(said):
        status = main(["check", "--no-prose", "--format", "json", "--project", str(root)])
    found = json.loads(said.getvalue())["findings"]
    return status, sorted((one["file"], one["severity"], one["rule"]) for one in found)


@pytest.fixture(scope="module")
def proposals(tmp_path_factory: pytest.TempPathFactory) -> Proposals:
    root = copy_with_kept(tmp_path_factory.mktemp("alone") / "copy")
    for file, text in deletion(read(root), root, GONE.partition("/")[2]).items():
        write(root, file, text)
    for slug, own in ALONE.items():
        for code in set(CODES) - {own}:
            (root / f"docs/{code}/{slug}.md").unlink()
    for slug, (*_, waits) in TRANSLATED.items():
        (root / f"docs/{waits}/{slug}.md").unlink()
    assert main(["move", *MOVED, "--project", str(root)]) == 0
    page, old, new = RENAMED
    assert main(["move", f"{page}#{old}", f"{page}#{new}", "--project", str(root)]) == 0
    (root / "published.txt").write_text("".join(f"{code}/{GONE}.md say\n" for code in CODES), "utf8")
    with (root / "redirects.yml").open("a", encoding="utf8") as redirects:
        redirects.write(f'"{GONE}.md": "{MOVED[1]}.md"\n')
    edited, texts = edit(root)
    accepted = told(root)
    for file, text in texts.items():
        write(root, file, text)
    held = told(root)
    done = mkdocs(root, "build", SITE_URL=SITE, **KEPT)
    assert done.returncode == 0, done.stdout
    return Proposals(root, read(root), edited, accepted, held, done.stdout)


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
    waiting = {slug: own for slug, own in ALONE.items() if own != code}
    waiting |= {slug: own for slug, (own, _, waits) in TRANSLATED.items() if waits == code}
    assert {page.slug: page.language for page in taken.untranslated} == waiting


def shown(root: Path, code: str, slug: str) -> str:
    return (root / "site" / code / slug / "index.html").read_text("utf8")


def entries(html: str, id: str) -> list[str]:
    """The entries of a section as readers see them."""
    section = html.split(f'<h2 id="{id}">', 1)[1].split("<h2", 1)[0]
    return [plain(re.sub("<[^>]+>", "", entry)) for entry in re.findall("<li>(.*?)</li>", section, re.DOTALL)]


def plain(text: str) -> str:
    """Words and signs alone: without marks of Markdown, and with plain spaces."""
    return re.sub(r"[*\\\[\]]", "", unescape(text).replace("\xa0", " ")).strip()


def is_as_in_its_file(root: Path, project: Project, code: str, slug: str) -> bool:
    """Whether readers see the steps that stand in the page's file, in their order."""
    section = project.pages[f"{code}/{slug}.md"].document.section("do")
    assert section
    return entries(shown(root, code, slug), "do") == [plain(item.text) for item in section.items]


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


def entries_of(project: Project, code: str, slug: str, sections: Iterable[str]) -> list[list[str]]:
    """What a page's file has in some sections."""
    found = [project.pages[f"{code}/{slug}.md"].document.section(id) for id in sections]
    return [[item.text for item in section.items] for section in found if section]


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
