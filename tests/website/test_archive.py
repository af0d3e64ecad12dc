"""An archive of one language, opened from file:// in a real browser."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest
from playwright.sync_api import Page, expect
from selectolax.lexbor import LexborHTMLParser

from handbook.languages import CODES, language
from tests.website.building import KEPT, ROOT, mkdocs

QUERY = {"pl": "przeklina", "hr": "psuje", "en": "swears"}


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the archives of all languages, unpacked somewhere else."""
    folder = tmp_path_factory.mktemp("archive")
    site, packed = str(folder / "site"), folder / "packed"
    done = mkdocs(
        ROOT,
        *("build", "--strict", "--no-directory-urls", "--site-dir", site),
        SITE_URL="https://example.org/",
        **KEPT,
    )
    assert done.returncode == 0, done.stdout
    subprocess.run([Path(sys.executable).with_name("handbook"), "archive", site, str(packed)], check=True)
    for file in packed.glob("*.zip"):
        with zipfile.ZipFile(file) as archive:
            archive.extractall(folder / "unpacked with a space")
    return folder / "unpacked with a space"


@pytest.mark.parametrize("code", CODES)
def test_search_call_mode_and_finder_work_from_files(page: Page, unpacked: Path, code: str) -> None:
    failed: list[str] = []
    page.on("requestfailed", lambda request: failed.append(f"{request.failure} {request.url}"))
    requested: list[str] = []
    page.on("request", lambda request: requested.append(request.url))
    folder = unpacked / f"handbook-{code}"
    page.goto((folder / "index.html").as_uri())
    page.wait_for_url(f"**/{code}/index.html")
    page.locator(".finding input").click()
    page.keyboard.type(QUERY[code])
    result = page.locator('.finding-result a[href*="swearing"]').first
    expect(result).to_be_visible()
    result.click()
    page.wait_for_url("**/scenarios/swearing.html**")
    expect(page.locator(".copy").first).to_be_visible()
    page.locator(".call-open").click()
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**.html?call=1")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.goto((folder / code / "find.html").as_uri() + "?family=anger")
    page.locator('input[value="listening"]').check()
    expect(page).to_have_url(re.compile(r"find\.html\?family=listening&family=anger$"))
    expect(page.locator("h2#anger")).to_be_visible()
    expect(page.locator("h2#saying-no")).to_be_hidden()
    # Going on to the next page breaks off the loading of an icon.
    assert [failure for failure in failed if not failure.startswith("net::ERR_ABORTED")] == []
    assert [url for url in requested if not url.startswith(("file:", "data:"))] == []


@pytest.mark.parametrize("code", CODES)
def test_what_a_reader_keeps_and_learns_works_from_files(
    page: Page, unpacked: Path, code: str, tmp_path: Path
) -> None:
    folder = unpacked / f"handbook-{code}" / code
    mine, learn = (language(code).texts[name] for name in ("mine", "learn"))
    page.goto((folder / "scenarios/swearing.html").as_uri())
    title = page.locator("h1").evaluate("heading => heading.firstChild.textContent.trim()")
    page.locator(".tools .pin").click()
    expect(page.locator(".status")).to_have_text(mine["is-pinned"])
    page.locator(".tools .note").click()
    page.locator("#own-note").fill("Marta")
    page.get_by_role("button", name=mine["save"]).click()
    expect(page.locator(".own-note")).to_contain_text("Marta")
    # Found again at home, and opened from there.
    page.goto((folder / "index.html").as_uri())
    page.locator(".kept").get_by_role("link", name=title).click()
    page.wait_for_url("**/scenarios/swearing.html")
    expect(page.locator(".tools .pin")).to_have_attribute("aria-pressed", "true")
    # Learnt without a server, with the library and the questions of the archive.
    page.goto((folder / "learn.html").as_uri())
    page.get_by_role("button", name=learn["start"], exact=True).click()
    page.keyboard.press("1")
    expect(page.locator(".learn-results")).to_be_visible()
    page.get_by_role("button", name=learn["next"]).click()
    expect(page.locator(".learn h2")).to_contain_text("2")
    page.locator(".mine-open").click()
    with page.expect_download() as download:
        page.get_by_role("button", name=mine["export"]).click()
    download.value.save_as(tmp_path / "mine.json")
    kept = json.loads((tmp_path / "mine.json").read_text("utf8"))
    assert kept["pins"] == ["scenarios/swearing"]
    assert kept["notes"] == {"scenarios/swearing": "Marta"}
    assert len(kept["learning"]["entries"]) == 1
    page.get_by_role("button", name=mine["wipe"]).click()
    expect(page.locator("dialog.mine")).to_contain_text(mine["empty"])
    page.locator("dialog.mine input").set_input_files(tmp_path / "mine.json")
    expect(page.locator("dialog.mine .kept")).to_contain_text(title)


def _dead(links: Iterable[str]) -> list[str]:
    """Those of some addresses that lead to a file that is not there."""
    files = {link for link in links if link.startswith("file:")}
    return sorted(link for link in files if not Path(unquote(link.removeprefix("file://"))).is_file())


@pytest.mark.parametrize("code", CODES)
def test_every_link_of_the_archive_leads_into_it_or_to_the_site(unpacked: Path, code: str) -> None:
    dead, followed = [], 0
    for file in sorted((unpacked / f"handbook-{code}" / code).rglob("*.html")):
        found = LexborHTMLParser(file.read_text("utf8")).css("a[href]")
        links = {urljoin(file.as_uri(), node.attributes["href"] or "") for node in found}
        followed += len(links)
        dead += [(file.name, link) for link in _dead(re.split("[?#]", link)[0] for link in links)]
    assert dead == []
    assert followed > 1000


def test_every_link_that_a_browser_sees_does_so_on_each_kind_of_page(page: Page, unpacked: Path) -> None:
    folder = unpacked / "handbook-hr" / "hr"
    one_of_each = {file.parent: file for file in sorted(folder.rglob("*.html")) if file.parent != folder}
    for file in [*sorted(folder.glob("*.html")), *one_of_each.values()]:
        page.goto(file.as_uri())
        links = page.locator("a[href]").evaluate_all("all => all.map(a => a.href.split(/[?#]/)[0])")
        assert _dead(map(str, links)) == [], file
