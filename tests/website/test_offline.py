"""Without a network: the handbook and its search go on, and are brought up to date when it is back."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, expect

from handbook.languages import CODES, language
from tests.website.conftest import TELL_VIOLATIONS
from tests.website.kept_pages import KEPT, PLANT, TEXT, Served, keep_now, listed, wait_until, wait_until_kept


@pytest.fixture
def server(site: Path, tmp_path: Path) -> Iterator[Served]:
    copy = tmp_path / "site"
    shutil.copytree(site, copy)
    running = Served(copy)
    yield running
    running.off()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser with a worker; what breaks the site's policy or throws in one of its pages fails the test."""
    opened = browser.new_context(locale="hr-HR")
    opened.add_init_script(TELL_VIOLATIONS)
    wrong: list[str] = []

    def look(message: ConsoleMessage) -> None:
        # Without a network the browser tells of each file that it does not get.
        if message.text.startswith("policy: "):
            wrong.append(message.text)

    opened.on("console", look)
    opened.on("weberror", lambda error: wrong.append(str(error.error)))
    yield opened
    opened.close()
    assert wrong == []


@pytest.mark.parametrize("code", CODES)
def test_each_language_lists_all_it_needs(site: Path, code: str) -> None:
    files = listed(site, code)
    pages = {
        path.relative_to(site).as_posix().removesuffix("index.html")
        for path in site.glob(f"{code}/**/*.html")
    }
    assert pages <= set(files)
    assert {path.split("/")[0] for path in files if "/" in path} == {code, "assets"}
    for path in files:
        assert (site / path / "index.html" if path.endswith("/") or not path else site / path).is_file()


def test_pages_never_visited_and_the_search_are_there_without_a_network(
    context: BrowserContext, server: Served
) -> None:
    page = context.new_page()
    page.goto(f"{server.address}hr/")
    wait_until_kept(page, server, "hr")
    server.off()
    page.goto(f"{server.address}hr/scenarios/swearing/?h=psuje#say")
    expect(page.locator("h1")).to_have_text("Kupac psuje")
    expect(page.locator(".copy").first).to_be_visible()
    page.locator(".steps a.next").click()
    expect(page.locator("h1")).to_have_text("Kupac vas osobno vrijeđa")
    page.goto(f"{server.address}hr/find?family=anger")
    expect(page.locator("form.finder")).to_be_visible()
    page.goto(f"{server.address}hr/")
    page.keyboard.type("psuje")
    expect(page.locator(".finding-result a").first).to_have_attribute(
        "href", re.compile("/hr/scenarios/swearing/")
    )
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Kupac psuje")
    # What a reader keeps, and the questions to learn by.
    page.goto(f"{server.address}hr/scenarios/swearing/")
    page.locator(".tools .pin").click()
    expect(page.locator(".tools .pin")).to_have_attribute("aria-pressed", "true")
    page.goto(f"{server.address}hr/")
    expect(page.locator(".kept")).to_contain_text("Kupac psuje")
    page.goto(f"{server.address}hr/learn/")
    page.locator(".learn-go").click()
    page.keyboard.press("1")
    expect(page.locator(".learn-results")).to_be_visible()
    page.goto(f"{server.address}hr/no-such-page/")
    expect(page.locator("h1")).to_have_text(language("hr").word("interface", "missing-title"))


def test_the_page_says_that_there_is_no_network(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(f"{address}hr/")
    expect(page.locator(".banner.offline")).to_be_hidden()
    context.set_offline(True)
    expect(page.locator(".banner.offline")).to_have_text(language("hr").word("reading", "offline"))
    context.set_offline(False)
    expect(page.locator(".banner.offline")).to_be_hidden()


def rewrite(path: Path, old: str, new: str) -> None:
    """Change a page; the time of its change moves on by a second at least, which is all that HTTP tells."""
    later = path.stat().st_mtime + 1
    path.write_text(path.read_text("utf8").replace(old, new), "utf8")
    os.utime(path, (later, later))


def test_what_has_changed_is_read_at_once_and_kept_anew(context: BrowserContext, server: Served) -> None:
    page = context.new_page()
    keep_now(page, server, "hr")
    card = server.site / "hr/scenarios/swearing/index.html"
    rewrite(card, "Kupac psuje</h1>", "Kupac sada psuje</h1>")
    gone = server.site / "hr/scenarios/getting-louder"
    shutil.rmtree(gone)
    files = listed(server.site, "hr")
    del files["hr/scenarios/getting-louder/"]
    digest = hashlib.sha256(card.read_bytes()).hexdigest()[:32]
    (server.site / "hr/offline.json").write_text(
        json.dumps(files | {"hr/scenarios/swearing/": digest}), "utf8"
    )
    # The network is back: what is kept is brought up to date without a visit.
    page.evaluate("dispatchEvent(new Event('online'))")
    changed, dropped = (f"{server.address}hr/scenarios/{slug}/" for slug in ("swearing", "getting-louder"))
    wait_until(page, lambda: "Kupac sada psuje</h1>" in (page.evaluate(TEXT, changed) or ""))
    wait_until(page, lambda: page.evaluate(TEXT, dropped) is None)
    server.off()
    page.goto(f"{server.address}hr/scenarios/swearing/")
    expect(page.locator("h1")).to_have_text("Kupac sada psuje")


def test_the_network_comes_first(context: BrowserContext, server: Served) -> None:
    page = context.new_page()
    keep_now(page, server, "hr")
    card = server.site / "hr/scenarios/swearing/index.html"
    rewrite(card, "Kupac psuje</h1>", "Kupac sada psuje</h1>")
    page.goto(f"{server.address}hr/scenarios/swearing/")
    expect(page.locator("h1")).to_have_text("Kupac sada psuje")
    server.off()
    page.reload()
    expect(page.locator("h1")).to_have_text("Kupac sada psuje")
    server.on()
    rewrite(card, "Kupac sada psuje</h1>", "Kupac opet psuje</h1>")
    page.reload()
    expect(page.locator("h1")).to_have_text("Kupac opet psuje")


def test_what_a_bad_page_has_planted_is_dropped(context: BrowserContext, server: Served) -> None:
    page = context.new_page()
    keep_now(page, server, "pl")
    keep_now(page, server, "hr")
    card, other = (f"{server.address}{code}/scenarios/swearing/" for code in ("hr", "pl"))
    script = f"{server.address}assets/card.js"
    nowhere = [
        f"{server.address}hr/planted/",
        f"{server.address}xx/planted/",
        f"{server.address}planted.js",
        f"{server.address}hr/scenarios/swearing/?planted",
        "https://evil.example/planted",
    ]

    def planted() -> bool:
        page.evaluate(PLANT, [[card, other, script, *nowhere], "<h1>planted</h1>"])
        return bool(page.evaluate(TEXT, card) == "<h1>planted</h1>")

    # When all is kept, the worker may still be clearing.
    wait_until(page, planted)
    page.evaluate("dispatchEvent(new Event('online'))")
    # The language that was asked for is as it was; of the other what is not genuine is gone.
    own = (server.site / "hr/scenarios/swearing/index.html").read_text("utf8")
    wait_until(page, lambda: page.evaluate(TEXT, card) == own)
    wait_until(page, lambda: not set(nowhere) & set(page.evaluate(KEPT)))
    assert page.evaluate(TEXT, other) is None
    assert page.evaluate(TEXT, script) == (server.site / "assets/card.js").read_text("utf8")
    kept = {url for url in page.evaluate(KEPT) if url.startswith(f"{server.address}pl/")}
    assert len(kept) > 50, "what is genuine of another language stays"
    server.off()
    page.goto(card)
    expect(page.locator("h1")).to_have_text("Kupac psuje")


def test_what_older_workers_kept_is_dropped(context: BrowserContext, server: Served) -> None:
    page = context.new_page()
    page.goto(f"{server.address}#choose")
    older = ["handbook", f"handbook-1 {server.address}", "another", f"handbook-1 {server.address}other/"]
    page.evaluate("async (names) => { for (const name of names) await caches.open(name); }", older)
    keep_now(page, server, "hr")
    names = set(page.evaluate("caches.keys()"))
    assert names - {f"handbook-2 {server.address}", "none"} == {
        "another",
        f"handbook-1 {server.address}other/",
    }


def test_what_comes_otherwise_than_listed_is_not_kept(context: BrowserContext, server: Served) -> None:
    # The list is older or newer than the page, or the host changes pages on their way.
    rewrite(server.site / "hr/scenarios/swearing/index.html", "Kupac psuje</h1>", "Netko psuje</h1>")
    page = context.new_page()
    page.goto(f"{server.address}hr/")
    page.evaluate("dispatchEvent(new Event('online'))")
    wanted = {server.address + path for path in listed(server.site, "hr")}
    other = f"{server.address}hr/scenarios/swearing/"
    wait_until(page, lambda: wanted - set(page.evaluate(KEPT)) == {other})
    page.wait_for_timeout(500)
    assert page.evaluate(TEXT, other) is None
