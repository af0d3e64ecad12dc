"""Reports of readers and what is overdue for editors, in the handbook of somebody who takes reports."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from handbook.languages import CODES, language
from tests.website.axe import faults
from tests.website.building import copy_handbook, few_pages, served
from tests.website.conftest import PREFIX
from tests.website.fork_server import forked_mkdocs
from tests.website.visible_words import strangers

CARD = "scenarios/swearing"
FEW = ("index.md", "decide.md", "find.md", "swearing.md", "glossary.md", "sources.md")


@pytest.mark.parametrize("code", CODES)
def test_words_that_find_nothing_lead_to_the_finder_and_the_guide_and_no_further_where_no_place_is_set(
    page: Page, address: str, code: str
) -> None:
    page.goto(f"{address}{code}/?q=qqqqwwww")
    links = page.locator(".finding-help a")
    expect(links).to_have_count(2)
    hrefs = [str(link.get_attribute("href")) for link in links.all()]
    assert hrefs == [f"{address}{code}/find/", f"{address}{code}/decide/"]
    assert faults(page, ".finding-box") == []
    page.goto(f"{address}{code}/{CARD}/")
    expect(page.locator("a.report")).to_have_count(0)


@pytest.fixture(scope="module")
def reporting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A few pages of the handbook of somebody who takes reports, some months after their last check."""
    copy = copy_handbook(tmp_path_factory.mktemp("reporting") / "copy")
    project = few_pages(copy, lambda slug: Path(slug).name in FEW)
    template = "https://example.org/new?template={form}-{language}.yml&title={title}"
    done = forked_mkdocs(
        project,
        "build",
        SITE_URL=f"https://example.org{PREFIX}",
        REPORT_URI_TEMPLATE=template,
        SOURCE_DATE_EPOCH="1830297600",
    )
    assert done.returncode == 0, done.stdout
    with served(project / "site", PREFIX) as url:
        yield url


def asked(page: Page) -> dict[str, list[str]]:
    """What a click on the link for reports would open, without going there."""
    page.route("https://example.org/**", lambda route: route.fulfill(body=""))
    page.locator("a.report").click()
    page.wait_for_url("https://example.org/**")
    return parse_qs(urlsplit(page.url).query)


def test_a_card_that_did_not_help_is_told_with_its_section_and_the_words_searched(
    page: Page, reporting: str
) -> None:
    page.goto(f"{reporting}pl/?q=przeklina")
    page.locator(".finding-result a").first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{reporting}pl/{CARD}/**")
    page.goto(f"{page.url.partition('#')[0]}#do")
    told = asked(page)
    assert told == {
        "template": ["card-pl.yml"],
        "title": ["Nie pomogło: an-02 Klient przeklina › Zrób [przeklina]"],
    }


def test_words_that_found_nothing_are_told_with_the_words(page: Page, reporting: str) -> None:
    page.goto(f"{reporting}hr/?q=qqqqwwww")
    link = page.locator(".finding-report")
    expect(link).to_have_text(language("hr").word("search", "report"))
    query = parse_qs(urlsplit(str(link.get_attribute("href"))).query)
    assert query == {"template": ["words-hr.yml"], "title": ["Ništa nije pronađeno za „qqqqwwww”."]}


@pytest.mark.parametrize("code", CODES)
def test_what_did_not_help_and_what_is_overdue_is_said_in_the_pages_language(
    page: Page, reporting: str, code: str
) -> None:
    found = []
    for path, said in (
        (f"{CARD}/", "a.report"),
        ("?q=qqqqwwww", ".finding-report"),
        ("editing/", "section.due li"),
    ):
        page.goto(f"{reporting}{code}/{path}")
        expect(page.locator(said).first).to_be_visible()
        found += [f"{path}: {stranger}" for stranger in strangers(page.content(), code)]
    assert found == []


def test_editors_see_what_is_overdue_where_they_begin(page: Page, address: str, reporting: str) -> None:
    page.goto(f"{reporting}en/editing/")
    shown = page.locator("section.due li:visible")
    expect(shown.filter(has_text="The customer swears")).to_contain_text("was due by 29 May 2027")
    page.goto(f"{reporting}en/{CARD}/")
    expect(page.locator(".banner.overdue")).to_be_visible()
    # Built before, read later.
    page.clock.set_fixed_time("2026-11-30")
    page.goto(f"{address}en/editing/")
    expect(page.locator("section.due")).to_be_hidden()
    page.clock.set_fixed_time("2028-01-01")
    page.reload()
    expect(page.locator("section.due li:visible").first).to_be_visible()
