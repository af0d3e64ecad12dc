"""Former addresses in a browser: they lead to where the text is now, section included, without a fault."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from handbook.exports.hosting import release
from tests.operations.servers import CONFIGURATION, nginx
from tests.website.building import copy_handbook, few_pages, served
from tests.website.fork_server import forked_mkdocs

NOW = "guides/saying-no-well/"
FEW = ("index.md", "decide.md", "find.md", "saying-no-well.md", "staying-calm.md", "sources.md")
REDIRECTS = """"guides/refusing.md": "guides/saying-no-well.md"
"guides/saying-no-well.md#weighing": "guides/saying-no-well.md#balance"
"""
# Folders that no former address of these leads to.
ELSEWHERE = ("scenarios", "search", "editing", "reference", "vendor", "practise", "phrasebook", "downloads")
PUBLISHED = """hr/guides/refusing.md balance weighing
en/practice-of-old.md
en/guides/staying-calm.md
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A few pages of the handbook: one that moved, a heading that was renamed, a translation that is gone."""
    copy = copy_handbook(tmp_path_factory.mktemp("former") / "copy")
    root = few_pages(copy, lambda slug: Path(slug).name in FEW)
    (root / "redirects.yml").write_text(REDIRECTS, "utf8")
    (root / "published.txt").write_text(PUBLISHED, "utf8")
    (root / "docs/en/guides/staying-calm.md").unlink()
    done = forked_mkdocs(root, "build", SITE_URL="https://example.org/some/where/")
    assert done.returncode == 0, done.stdout
    # It is told, and the page is built all the same, as nothing was to be strict.
    assert "address-dead" in done.stdout
    assert "practice-of-old.md" in done.stdout
    return root / "site"


@pytest.fixture(scope="module", params=["/some/where/", "nginx"])
def there(
    request: pytest.FixtureRequest, built: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The site's address, below a path or behind the server of deploy/."""
    if request.param != "nginx":
        with served(built, request.param) as url:
            yield url
        return
    scratch = tmp_path_factory.mktemp("nginx")
    # Without what no former address leads to: a release compresses all that it has.
    few = shutil.copytree(built, scratch / "site", ignore=shutil.ignore_patterns(*ELSEWHERE))
    release(few, scratch / "srv", CONFIGURATION)
    with nginx(scratch / "srv", scratch) as port:
        yield f"http://127.0.0.1:{port}/"


@pytest.mark.parametrize(
    ("asked", "now"),
    [
        pytest.param("hr/guides/refusing/", f"hr/{NOW}", id="a page that moved"),
        pytest.param("pl/guides/refusing/?x=1#balance", f"pl/{NOW}?x=1#balance", id="its section"),
        pytest.param("en/guides/refusing/#weighing", f"en/{NOW}#weighing", id="a section renamed since"),
    ],
)
def test_a_former_address_leads_to_the_text(page: Page, there: str, asked: str, now: str) -> None:
    page.goto(f"{there}{asked}")
    expect(page).to_have_url(f"{there}{now}")
    if "#" in asked:
        expect(page.locator(f"#{asked.partition('#')[2]}")).to_be_in_viewport()


def test_a_translation_that_is_gone_leads_to_its_original(page: Page, there: str) -> None:
    page.goto(f"{there}en/guides/staying-calm/")
    page.wait_for_url(lambda url: "/en/" not in url and url.endswith("/guides/staying-calm/"))
    expect(page.locator("h1")).to_be_visible()


def test_without_scripts_it_leads_to_the_page(browser: Browser, there: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{there}hr/guides/refusing/")
    page.wait_for_url(f"{there}hr/{NOW}")
    context.close()


def test_static_hosts_are_told_of_the_pages_that_moved(built: Path) -> None:
    rules = [line.split(" ") for line in (built / "_redirects").read_text("utf8").splitlines()]
    prefix = "/some/where/"
    assert [(old, new.removeprefix(prefix)) for old, new, _ in rules if "refusing" in old] == [
        (f"/{code}/guides/refusing/", f"{code}/{NOW}") for code in ("en", "hr", "pl")
    ]
    # Each leads from an address that has a page of its own, for other hosts, to a page of today.
    for old, new, status in rules:
        assert status == "301"
        assert "moved.js" in (built / old[1:] / "index.html").read_text("utf8")
        assert "moved.js" not in (built / new.removeprefix(prefix) / "index.html").read_text("utf8")
        assert new.startswith(prefix)
    moved = {f"/{page.parent.relative_to(built)}/" for page in built.rglob("index.html") if is_former(page)}
    assert {old for old, _, _ in rules} == moved
    # It is no reader's business.
    assert "_redirects" not in (built / "en/offline.json").read_text("utf8")


def is_former(page: Path) -> bool:
    return "assets/moved.js" in page.read_text("utf8")


def test_a_former_address_says_its_policy(built: Path) -> None:
    html = (built / "hr/guides/refusing/index.html").read_text("utf8")
    assert 'http-equiv="Content-Security-Policy"' in html
