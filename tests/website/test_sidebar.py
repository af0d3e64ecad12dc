"""In a helpdesk's frame: bare pages that copy and search where it is allowed to show them, else a link."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Route, expect

from handbook.exports.hosting import release
from handbook.languages import CODES, language
from tests.operations.servers import CONFIGURATION
from tests.support.samples import WHOLE
from tests.website.axe import faults
from tests.website.building import copy_handbook, few_pages, served
from tests.website.fork_server import forked_mkdocs
from tests.website.helpdesk import _SHOW, CARD, DESK, MOVED, WIDTH, Desks, expect_refused, inner, show
from tests.website.kept_pages import wait_until
from tests.website.spoken import phrases, word
from tests.website.visible_words import strangers

# Of the handbook a few pages of each kind that a helpdesk shows.
FEW = ("index.md", "decide.md", "find.md", "swearing.md", "phrasebook.md", "glossary.md", "sources.md")
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
# Whatever the browser says of a frame of another site, and no page can help.
_NOISE = ("Blocked autofocusing", "Permissions policy violation: The Clipboard API")


@pytest.fixture(scope="module")
def desks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desks]:
    folder = tmp_path_factory.mktemp("desk")
    (folder / "index.html").write_text(DESK, "utf8")
    copy = copy_handbook(tmp_path_factory.mktemp("framed") / "copy")
    root = few_pages(copy, lambda slug: Path(slug).name in FEW)
    (root / "redirects.yml").write_text(f'"{MOVED[:-1]}.md": "{CARD[:-1]}.md"\n', "utf8")
    with served(folder) as other, served(folder) as near:
        allowed = other.replace("127.0.0.1", "localhost")
        site, said = root / "site", f"{allowed[:-1]} {near[:-1]}"
        done = forked_mkdocs(root, "build", SITE_URL="https://example.org/", FRAME_ANCESTORS=said)
        assert done.returncode == 0, done.stdout
        with served(site) as handbook:
            yield Desks(allowed, near, other, handbook, site)


@pytest.fixture
def narrow(browser: Browser) -> Iterator[Page]:
    """A page in which nothing may go wrong, at the width of a sidebar, where the clipboard may be read."""
    context = browser.new_context(
        viewport={"width": WIDTH, "height": 640}, service_workers="block", reduced_motion="reduce"
    )
    context.grant_permissions(["clipboard-read"])
    page = context.new_page()
    wrong: list[str] = []

    def look(message: ConsoleMessage) -> None:
        if message.type == "error" and not message.text.startswith(_NOISE):
            wrong.append(message.text)

    page.on("console", look)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    yield page
    context.close()
    assert wrong == []


@pytest.mark.parametrize("allow", ["clipboard-write", ""], ids=["allowed the clipboard", "not allowed it"])
def test_a_phrase_is_copied_in_a_frame(narrow: Page, desks: Desks, allow: str) -> None:
    frame = show(narrow, desks.allowed, f"{desks.handbook}pl/{CARD}", allow)
    phrase = phrases("pl")[1]
    frame.locator("#say + ul .copy").nth(1).click()
    expect(frame.locator(".status")).to_have_text(word("pl", "copied", phrase=phrase))
    assert narrow.evaluate("navigator.clipboard.readText()") == phrase


def test_a_phrase_that_cannot_be_copied_is_selected(narrow: Page, desks: Desks) -> None:
    narrow.add_init_script("document.execCommand = () => false")
    frame = show(narrow, desks.allowed, f"{desks.handbook}hr/phrasebook/")
    frame.locator(".copy").first.click()
    expect(frame.locator(".status")).to_have_text(word("hr", "copy-failed"))
    selected = inner(narrow).evaluate("getSelection().toString()")
    assert selected == frame.locator(".spoken").first.inner_text()


@pytest.mark.parametrize("code", CODES)
def test_bare_pages_fit_a_sidebar_and_ask_nobody_else(narrow: Page, desks: Desks, code: str) -> None:
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    narrow.on("request", note)
    for at, path in enumerate((CARD, "", "phrasebook/")):
        frame = show(narrow, desks.allowed, f"{desks.handbook}{code}/{path}")
        expect(frame.locator(".finding input")).to_be_visible()
        expect(frame.locator(".copy" if path else ".doors").first).to_be_visible()
        for hidden in (".brand", ".languages", "#menu", ".md-path", ".md-footer", ".steps", ".call-open"):
            assert frame.locator(f"{hidden}:visible").count() == 0, hidden
        # Axe looks at each kind in one language, and at each language.
        assert not (WHOLE or CODES[at] == code) or faults(inner(narrow)) == []
        assert inner(narrow).evaluate("document.documentElement.scrollWidth") <= WIDTH
        assert inner(narrow).evaluate("document.documentElement.lang") == code
        assert strangers(inner(narrow).content(), code) == []
    assert all(url.startswith((desks.allowed, desks.handbook, "data:,")) for url in asked)


def test_the_search_and_its_results_stay_in_the_frame(narrow: Page, desks: Desks) -> None:
    frame = show(narrow, desks.allowed, f"{desks.handbook}hr/phrasebook/")
    frame.locator(".finding input").click()
    narrow.keyboard.type("psuje")
    result = frame.locator(".finding-result a").first
    expect(result).to_be_visible()
    assert faults(inner(narrow), ".finding") == []
    result.click()
    expect(frame.locator("h1")).to_have_text("Kupac psuje")
    expect(frame.locator("html")).to_have_attribute("data-framed", "")
    assert narrow.url == desks.allowed


def test_the_whole_page_and_other_sites_open_beside_the_frame(narrow: Page, desks: Desks) -> None:
    frame = show(narrow, desks.allowed, f"{desks.handbook}en/{CARD}?x=1")
    expect(frame.locator(".whole")).to_be_visible()
    # Until its script has come, the link leads on within the frame.
    inner(narrow).evaluate("script => import(script)", f"{desks.handbook}assets/frame.js")
    inner(narrow).evaluate("location.hash = 'do'")
    with narrow.expect_popup() as opened:
        frame.get_by_role("link", name=language("en").word("interface", "whole")).click()
    expect(opened.value).to_have_url(f"{desks.handbook}en/{CARD}?x=1#do")
    expect(opened.value.locator(".brand")).to_be_visible()
    expect(opened.value.locator(".whole")).to_be_hidden()
    links = "[...document.querySelectorAll('main a')]"
    inner(narrow).evaluate(f"{links}.find(({{ target }}) => !target).href = 'https://elsewhere.example/'")
    inner(narrow).evaluate("addEventListener('click', (event) => event.preventDefault())")
    frame.locator("a[href^='https://elsewhere']").dispatch_event("click")
    expect(frame.locator("a[href^='https://elsewhere']")).to_have_attribute("target", "_blank")


def test_nobody_may_show_it_unless_it_is_said(narrow: Page, desks: Desks, address: str) -> None:
    frame = show(narrow, desks.allowed, f"{address}en/{CARD}")
    expect_refused(frame)
    with narrow.expect_popup() as opened:
        frame.locator("a").click()
    expect(opened.value.locator(".brand")).to_be_visible()


def test_nobody_may_show_the_form(narrow: Page, desks: Desks) -> None:
    expect_refused(show(narrow, desks.allowed, f"{desks.handbook}edit/"))


@pytest.mark.parametrize("path", [f"en/{CARD}", f"en/{MOVED}", "", "404.html", "en/404.html"])
def test_others_may_not_show_it_in_any_way(narrow: Page, desks: Desks, path: str) -> None:
    # A page that leads on must not, either: the next one would take the handbook for who led there.
    expect_refused(show(narrow, desks.other, f"{desks.handbook}{path}"))
    assert inner(narrow).url == f"{desks.handbook}{path}"


def test_all_sites_around_must_be_allowed(narrow: Page, desks: Desks) -> None:
    within = show(narrow, desks.other, desks.allowed)
    expect(within.locator("body")).to_be_attached()
    inner(narrow).evaluate(_SHOW, [f"{desks.handbook}en/{CARD}", ""])
    expect_refused(within.frame_locator("iframe"))


@pytest.mark.parametrize(
    ("referrer", "shown"), [("strict-origin", True), ("no-referrer", False)], ids=["tells itself", "does not"]
)
def test_where_browsers_do_not_tell_the_sites_around_the_one_that_led_here_counts(
    narrow: Page, desks: Desks, referrer: str, shown: bool
) -> None:
    # The browsers of today all tell; the two pages are made as those see them that do not.
    def untold(route: Route) -> None:
        html = route.fetch().text().replace("location.ancestorOrigins", "undefined")
        route.fulfill(body=_POLICY.sub("", html), content_type="text/html; charset=utf-8")

    narrow.route(re.compile(rf"/en/({CARD}|phrasebook/)"), untold)
    for desk, allowed in ((desks.allowed, shown), (desks.other, False)):
        narrow.goto(desk)
        narrow.evaluate(f"document.head.innerHTML += '<meta name=referrer content={referrer}>'")
        narrow.evaluate(_SHOW, [f"{desks.handbook}en/{CARD}", ""])
        frame = narrow.frame_locator("iframe")
        if not allowed:
            expect_refused(frame)
            continue
        expect(frame.locator("html")).to_have_attribute("data-framed", "")
        inner(narrow).evaluate("location.href = '../../phrasebook/'")
        expect(frame.locator(".phrase .copy").first).to_be_visible()
        expect(frame.locator("html")).to_have_attribute("data-framed", "")


def test_without_a_network_the_frame_goes_on(browser: Browser, desks: Desks) -> None:
    # On a port of the same site: in a private window a frame of another site may keep nothing.
    context = browser.new_context()
    page = context.new_page()
    with served(desks.site) as handbook:
        frame = show(page, desks.near, f"{handbook}hr/phrasebook/")
        expect(frame.locator(".copy").first).to_be_visible()
        kept = f"caches.match('{handbook}hr/{CARD}').then(Boolean)"
        wait_until(page, lambda: bool(inner(page).evaluate(kept)))
    frame = show(page, desks.near, f"{handbook}hr/{CARD}")
    expect(frame.locator("h1")).to_have_text("Kupac psuje")
    expect(frame.locator(".copy").first).to_be_visible()
    expect(frame.locator("html")).to_have_attribute("data-framed", "")
    context.close()


def test_a_server_and_a_host_say_the_same(desks: Desks, site: Path, tmp_path: Path) -> None:
    allowed = f"{desks.allowed[:-1]} {desks.near[:-1]}"
    for built, framers in ((desks.site, allowed), (site, "'none'")):
        few = tmp_path / built.name / "few"
        for name in ("index.html", "en/index.html", "edit/index.html", "assets/logo.svg"):
            (few / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(built / name, few / name)
        made = release(few, few.parent, CONFIGURATION)
        files = ("headers.conf", "form-headers.conf", "site/_headers")
        server, form, host = ((made / name).read_text("utf8") for name in files)
        # The form writes with its user's rights: it is never shown in a frame.
        assert [re.findall(r'frame-ancestors ([^\n;"]+)', text) for text in (server, form, host)] == [
            [framers],
            ["'none'"],
            [framers, framers, "'none'"],
        ]
        # It knows nobody or anybody, and no list.
        assert ("X-Frame-Options" in server) == (framers == "'none'")
        assert "X-Frame-Options: DENY" in host.partition("/edit/*")[2 if framers != "'none'" else 0]
        assert 'X-Frame-Options "DENY"' in form
