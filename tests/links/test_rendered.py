"""What a page is says Python-Markdown: our reading is held against it, and every difference is a finding."""

from __future__ import annotations

import os
import random
import re
from dataclasses import replace as replaced
from pathlib import Path
from urllib.parse import urljoin

import pytest

from handbook.checks.rendered import is_in_doubt
from handbook.links.rendered import Difference, differences, differences_in_build, followed
from handbook.links.targets import Targets
from handbook.model.project import Page, Project, Settings
from handbook.reading.extension_options import syntax
from handbook.reading.markdown.parse import parse
from handbook.reading.site_markdown import site_markdown
from handbook.site.added_ids import PageIds
from tests.support.manuals import EXTENSIONS, PAGES
from tests.support.project import faults, replace
from tests.support.slips import slips, slips_in

# A longer run: DIFFERENCES=20000 SEED=7 python -m pytest tests/links/test_rendered.py
COUNT = int(os.environ.get("DIFFERENCES", "2000"))
SEED = int(os.environ.get("SEED", "504"))


def test_what_is_not_in_doubt_is_read_as_python_markdown_reads_it(handbook: Project) -> None:
    settings = handbook.settings
    wrong = []
    for text in slips(handbook, COUNT, SEED):
        if is_in_doubt(parse(text, settings.syntax)):
            continue  # The check renders it, so that a difference is a finding.
        if found := list(differences(parse(text, settings.syntax), site_markdown(settings).html(text))):
            wrong.append(f"{found[0]}\n{text}")
    assert wrong == [], f"{len(wrong)} of {COUNT} with seed {SEED}\n{wrong[0]}"


_STEPS = [
    *(
        "../",
        "../../",
        "x/",
        "a.html",
        "#s",
        "?q=1",
        "//h/x",
        "http://h/",
        "a:b",
        "/root",
        "",
        "./",
        ".",
        "..",
    ),
    *("é b/", "%20", "x/../y", ";p", "http://[a", "\\", "///", ":"),
]


@pytest.mark.parametrize("place", ["", "pl/", "pl/s/x/", "pl/s/x.html", "a b/c/"])
def test_an_address_is_followed_as_browsers_do(place: str) -> None:
    chosen, here = random.Random(SEED), f"https://page.invalid/{place}"
    for _ in range(COUNT):
        address = "".join(chosen.choices(_STEPS, k=chosen.randint(1, 4)))
        try:
            expected = urljoin(here, address)
        except ValueError:
            expected = address
        assert followed(here, address) == expected, address


@pytest.fixture(params=EXTENSIONS)
def manual(request: pytest.FixtureRequest, handbook: Project) -> Settings:
    """The settings of a site that is none of ours, for each set of extensions."""
    extensions = EXTENSIONS[request.param]
    return replaced(handbook.settings, handbook=False, markdown=extensions, syntax=syntax(extensions))


def read_otherwise(text: str, settings: Settings) -> list[Difference]:
    """What a text of such a site comes to otherwise than it is read."""
    html = site_markdown(settings).html(text)
    return list(differences(parse(text, settings.syntax), html, own_slugs=True))


@pytest.mark.parametrize("text", PAGES)
def test_manuals_are_read_as_python_markdown_reads_them(manual: Settings, text: str) -> None:
    assert read_otherwise(text, manual) == []


def test_a_slip_in_a_manual_is_seldom_read_otherwise(manual: Settings) -> None:
    # What a tag, a fence or a row too long then swallows is indeed not what stands there: four of a hundred.
    told = []
    for text in slips_in([page.split("\n") for page in PAGES], COUNT // 2, SEED):
        if found := read_otherwise(text, manual):
            told.append(f"{found[0]}\n{text}")
            assert is_in_doubt(parse(text, manual.syntax)), text
    assert len(told) <= COUNT // 2 * 0.06, "\n\n".join(told[:5])


def test_every_page_is_read_as_python_markdown_reads_it(handbook: Project) -> None:
    for page in handbook.pages.values():
        html = site_markdown(handbook.settings).html(page.document.body)
        assert list(differences(page.document, html)) == [], page.file


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("## Say {#say}", "<div>\n\n## Say {#say}", id="a tag that is not closed"),
        pytest.param(
            "## Say {#say}", '<div markdown="0">\n\n## Say {#say}\n\n</div>', id="Markdown switched off"
        ),
        pytest.param("## Say {#say}", "<section>\n\n## Say {#say}\n\n</div>", id="tags that do not match"),
        pytest.param("## Say {#say}", "- a point\n\n    \t## Say {#say}", id="a heading that is code"),
    ],
)
def test_what_readers_do_not_get_is_told(root: Path, old: str, new: str) -> None:
    page = "docs/en/scenarios/late-return.md"
    replace(root, page, old, new)
    found = faults(root)
    told = {fault.rule for fault in found if fault.file == page}
    assert told & {
        "page-read-otherwise",
        "markup-open",
        "html-tag",
        "card-section-missing",
        "html-attribute",
    }, told


def in_build(project: Project, page: Page, body: str) -> list[tuple[str, int]]:
    """What differs where a page was read as it is and built from this body: what, and in which line."""
    targets = Targets(project)

    def address(link: re.Match[str]) -> str:
        there = targets.beside(page, link[2])
        if link[2].endswith(".md") and project.pages[there].unreadable:
            return link[0]  # It is no page to MkDocs.
        return f'{link[1]}="/{targets.url(there)}{link[3]}"'

    html = site_markdown(project.settings).html(body)
    html = re.sub(r'(href|src)="([^"#:]+\.(?:md|png|svg|jpe?g|webp))([^"]*)"', address, html)
    found = differences_in_build(page, html, targets, PageIds(project).of(page))
    return [(what, position.line) for what, position in found]


def test_pages_are_built_as_they_were_read(handbook: Project) -> None:
    for page in handbook.pages.values():
        assert in_build(handbook, page, page.document.body) == [], page.file


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        pytest.param("## Say {#say}", "<div>\n\n## Say {#say}", "Say", id="sections in an open tag"),
        pytest.param("## Afterwards {#after}", "## Afterwards", "Afterwards", id="an id that is lost"),
        pytest.param("## Say {#say}", "### Say {#say}", "Say", id="a heading of another level"),
        pytest.param("[rule](", "[rule] (", "../reference/glossary.md#rule", id="a link that is lost"),
        pytest.param("md#rule)", "md#rules)", "../reference/glossary.md#rule", id="a link to elsewhere"),
    ],
)
def test_the_build_tells_what_comes_out_otherwise(project: Project, old: str, new: str, told: str) -> None:
    page = project.pages["en/scenarios/late-return.md"]
    body = page.document.body
    assert body.count(old) == 1
    assert in_build(project, page, body) == []
    line = page.document.text.partition(old)[0].count("\n") + 1
    assert (told, line) in in_build(project, page, body.replace(old, new))


def test_an_id_that_nobody_has_read_is_told_where_it_stands(project: Project) -> None:
    page = project.pages["en/scenarios/late-return.md"]
    line = page.document.text.count("\n") + 1
    more = replaced(page, document=replaced(page.document, text=f"{page.document.text}Text <b id=ex>b</b>\n"))
    assert ("#ex", line) in in_build(project, more, more.document.body)


def test_a_link_to_a_page_that_is_not_built_was_not_read_otherwise(project: Project) -> None:
    page, other = project.pages["en/scenarios/late-return.md"], "en/reference/glossary.md"
    assert "(../reference/glossary.md#rule)" in page.document.body
    refused = {**project.pages, other: replaced(project.pages[other], unreadable=True)}
    assert in_build(replaced(project, pages=refused), page, page.document.body) == []


def test_an_address_that_is_none_stops_nothing(project: Project) -> None:
    page = project.pages["en/scenarios/late-return.md"]
    html = '<p><a href="http://[a">Text</a></p>'
    text = replaced(page.document, text=f"{page.document.text}<http://[a\n")
    assert "http://[a" in [what for what, _ in differences(text, html)]
    built = differences_in_build(page, html, Targets(project), PageIds(project).of(page))
    assert "Say" in [what for what, _ in built]
