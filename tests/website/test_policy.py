"""The Content-Security-Policy in a browser: all that the handbook does works under it, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.website.arriving import arrive
from tests.website.axe import states
from tests.website.building import served

# One page of each kind; on all the others a crawl looks for messages of the console.
PAGES = (
    "hr/",
    "pl/scenarios/refund-after-deadline/",
    "en/find/?family=anger",
    "en/phrasebook/",
    "pl/learn/",
    "pl/editing/components/",
    "hr/editing/rules/",
    "hr/404.html",
    "#choose",
    "404.html",
    "edit/",
)
_WATCH = """() => {
  window.violations = [];
  document.addEventListener("securitypolicyviolation", (event) => {
    window.violations.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`);
  });
}"""
# What a text that became markup would do.
_PLANTED = (
    '<script>document.title = "planted"</script>',
    "<img src=x onerror=\"document.title = 'planted'\">",
    '<iframe srcdoc="x"></iframe><script src="https://evil.example/x.js"></script>',
    '<a id="planted" href="javascript:document.title = \'planted\'">x</a>',
    "<style>body { background: url(https://evil.example/x.png) }</style>",
)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_breaks_its_policy_in_no_state(page: Page, address: str, path: str) -> None:
    page.add_init_script(f"({_WATCH})()")
    arrive(page, f"{address}{path}")
    assert page.locator("meta[http-equiv=Content-Security-Policy]").count() == 1
    if page.locator(".md-header").count():
        for state, _ in states(page):
            assert page.evaluate("window.violations") == [], state
    assert page.evaluate("window.violations") == []


@pytest.mark.parametrize("planted", _PLANTED)
def test_what_was_planted_in_a_page_does_nothing(
    browser: Browser, site: Path, tmp_path: Path, planted: str
) -> None:
    html = (site / "en/decide/index.html").read_text("utf8")
    assert '<article class="' in html
    folder = tmp_path / "en/decide"
    folder.mkdir(parents=True)
    (folder / "index.html").write_text(html.replace("</article>", f"{planted}</article>"), "utf8")
    (tmp_path / "assets").symlink_to(site / "assets")
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    asked: list[str] = []

    def left(route: Route) -> None:
        asked.append(route.request.url)
        route.abort()

    # A request that the policy stops never comes as far as this.
    page.route("https://**", left)
    page.add_init_script(f"({_WATCH})()")
    with served(tmp_path) as address:
        arrive(page, f"{address}en/decide/")
        if page.locator("#planted").count():
            page.locator("#planted").click()
            page.wait_for_timeout(200)
        assert page.title() != "planted"
        assert page.evaluate("window.violations.length") > 0
        assert asked == []
    context.close()
