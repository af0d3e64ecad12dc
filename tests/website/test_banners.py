"""What a page says of its own state, with a reader's ways to mend or to translate it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from handbook.languages import CODES, language
from tests.website.building import copy_handbook, few_pages, served
from tests.website.fork_server import forked_mkdocs
from tests.website.spoken import CARD, PROJECT, word

FEW = (
    "index.md",
    "decide.md",
    "find.md",
    "swearing.md",
    "getting-louder.md",
    "staying-calm.md",
    "sources.md",
)


def test_the_page_says_when_its_review_is_over_however_long_ago_it_was_built(
    page: Page, address: str
) -> None:
    review_by = PROJECT.pages[f"hr/{CARD}.md"].matter.review_by
    assert review_by
    day = datetime.timedelta(days=1)
    for today, shown in ((review_by, False), (review_by + day, True)):
        page.clock.set_fixed_time(datetime.datetime.combine(today, datetime.time(12)))
        page.goto(f"{address}hr/{CARD}/")
        banner = page.locator(".overdue")
        expect(banner).to_be_visible() if shown else expect(banner).to_be_hidden()
    expect(banner).to_contain_text(language("hr").date(review_by))
    expect(page.locator(".verified")).to_contain_text(language("hr").date(review_by))


def test_no_link_asks_for_help_where_no_repository_is_known(card: Page) -> None:
    expect(card.locator(".mend")).to_have_count(0)


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A few pages of the handbook on GitHub: a card overdue, another stale, and a page not yet translated."""
    copy = copy_handbook(tmp_path_factory.mktemp("changed") / "copy")
    project = few_pages(copy, lambda slug: Path(slug).name in FEW)
    overdue = project / "docs/hr/scenarios/swearing.md"
    overdue.write_text(re.sub(r"review_by: .*", "review_by: 2020-01-31", overdue.read_text("utf8")), "utf8")
    stale = project / "docs/hr/scenarios/getting-louder.md"
    text = stale.read_text("utf8").replace("{#do}", "{#do}\n\n1. Pričekajte trenutak.", 1)
    stale.write_text(text, "utf8")
    (project / "docs/en/guides/staying-calm.md").unlink()
    template = "https://github.com/owner/name/edit/main/docs/{path}"
    site = project / "site"
    done = forked_mkdocs(project, "build", "--site-dir", str(site), EDIT_URI_TEMPLATE=template)
    assert done.returncode == 0, done.stdout
    with served(site) as url:
        yield url


def test_a_page_whose_review_is_over_at_the_build_says_so_without_scripts(
    browser: Browser, changed: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for code in CODES:
        page.goto(f"{changed}{code}/{CARD}/")
        expect(page.locator(".overdue")).to_contain_text(language(code).date(datetime.date(2020, 1, 31)))
    context.close()


@pytest.mark.parametrize("code", ["pl", "en"])
def test_a_stale_translation_names_the_sections_and_leads_to_the_original(
    page: Page, changed: str, code: str
) -> None:
    page.goto(f"{changed}{code}/scenarios/getting-louder/")
    banner = page.locator(".stale")
    expect(banner).to_contain_text(language(code).texts["sections"]["do"])
    banner.get_by_role("link").click()
    page.wait_for_url(f"{changed}hr/scenarios/getting-louder/")
    expect(page.locator(".stale")).to_have_count(0)


@pytest.mark.parametrize("code", CODES)
def test_a_reader_mends_the_file_of_the_language_that_is_read(page: Page, changed: str, code: str) -> None:
    page.goto(f"{changed}{code}/{CARD}/")
    edit = page.get_by_role("link", name=word(code, "edit"))
    expect(edit).to_have_attribute("href", f"https://github.com/owner/name/edit/main/docs/{code}/{CARD}.md")
    tell = urlsplit(str(page.get_by_role("link", name=word(code, "feedback")).get_attribute("href")))
    assert f"{tell.scheme}://{tell.netloc}{tell.path}" == "https://github.com/owner/name/issues/new"
    query = parse_qs(tell.query)
    assert PROJECT.pages[f"{code}/{CARD}.md"].title in query["title"][0]
    assert f"/{code}/{CARD}/" in query["body"][0]


def test_a_missing_translation_can_be_started_from_the_page(page: Page, changed: str) -> None:
    page.goto(f"{changed}pl/guides/staying-calm/")
    link = page.get_by_role("link", name=word("pl", "translate", language="angielski"))
    query = parse_qs(urlsplit(str(link.get_attribute("href"))).query)
    assert query["filename"] == ["docs/en/guides/staying-calm.md"]
    original = PROJECT.original("guides/staying-calm.md")
    assert original
    for heading in original.document.headings:
        assert f"{{#{heading.id}}}" in query["value"][0]
