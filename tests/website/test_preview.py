"""`make serve` survives what is written: it says what is wrong over the last good page, and recovers."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Page

from handbook.languages import language
from tests.website.disturber import Disturber
from tests.website.disturbing import copy_some, disturb
from tests.website.previewing import Served, preview

KEPT = {code: language(code).word("preview", "kept") for code in ("pl", "hr", "en")}
FAILED = {code: language(code).word("preview", "failed") for code in ("pl", "hr", "en")}
GUIDE = "guides/staying-calm"


class Slip(NamedTuple):
    """A file that goes wrong, the page to look at, and what is said there beside its last good text."""

    file: str
    spoil: Callable[[bytes], bytes]
    page: str
    said: tuple[str, ...]


def _instead(text: str) -> Callable[[bytes], bytes]:
    return lambda _: text.encode()


SLIPS = {
    "a half-saved page": Slip(
        f"docs/hr/{GUIDE}.md",
        lambda content: content[:60],
        f"hr/{GUIDE}/",
        (KEPT["hr"], "staying-calm.md:1:1"),
    ),
    "an empty page": Slip(
        f"docs/pl/{GUIDE}.md", lambda _: b"", f"pl/{GUIDE}/", (KEPT["pl"], "staying-calm.md:1:1")
    ),
    "broken YAML": Slip(
        f"docs/pl/{GUIDE}.md",
        _instead("---\ntitle: [x\n---\n\nText.\n"),
        f"pl/{GUIDE}/",
        (KEPT["pl"], "staying-calm.md:2:8"),
    ),
    "a binary file": Slip(
        f"docs/en/{GUIDE}.md",
        lambda _: b"\x89PNG\r\n\xff\x00",
        f"en/{GUIDE}/",
        (KEPT["en"], "staying-calm.md"),
    ),
    "YAML without end": Slip(
        f"docs/en/{GUIDE}.md",
        _instead("---\n" + "".join(" " * level + "a:\n" for level in range(2000)) + "---\n\nText.\n"),
        f"en/{GUIDE}/",
        (KEPT["en"], "staying-calm.md"),
    ),
    "a megabyte of brackets": Slip(
        f"docs/hr/{GUIDE}.md",
        _instead("---\ntitle: x\n---\n\n" + "[" * 1_000_000),
        f"hr/{GUIDE}/",
        (KEPT["hr"], "staying-calm.md:1:1"),
    ),
    "a broken data file": Slip(
        "sources/glossary.yml", _instead("terms: [\n"), "en/reference/glossary/", ("sources/glossary.yml:",)
    ),
    "broken settings": Slip(
        "mkdocs.yml", _instead("plugins: [\n"), f"hr/{GUIDE}/", (FAILED["hr"], "mkdocs.yml:2:1")
    ),
    "half-saved settings": Slip(
        "mkdocs.yml",
        lambda content: content[: content.index(b"[404") + 4],
        f"pl/{GUIDE}/",
        (FAILED["pl"], "mkdocs.yml"),
    ),
    "settings saved up to the hooks": Slip(
        "mkdocs.yml",
        lambda content: content[: content.index(b"  - hooks/events.py")],
        f"en/{GUIDE}/",
        (FAILED["en"], "hooks/events.py"),
    ),
    "empty settings": Slip("mkdocs.yml", lambda _: b"", f"en/{GUIDE}/", (FAILED["en"], "mkdocs.yml")),
    "settings without end": Slip(
        "mkdocs.yml", _instead("x: " + "[" * 1_000_000), f"en/{GUIDE}/", (FAILED["en"], "mkdocs.yml:1:")
    ),
    "an unknown plugin": Slip(
        "mkdocs.yml",
        lambda content: content.replace(b"plugins:\n", b"plugins:\n  - no-such-plugin\n"),
        f"en/{GUIDE}/",
        (FAILED["en"], "no-such-plugin"),
    ),
    "a broken template": Slip(
        "overrides/partials/path.html",
        _instead("{% if %}\n"),
        f"hr/{GUIDE}/",
        (FAILED["hr"], "overrides/partials/path.html:1"),
    ),
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_some(tmp_path_factory.mktemp("preview") / "copy")


@pytest.fixture(scope="module")
def served(project: Path) -> Iterator[Served]:
    with preview(project) as running:
        yield running


def _text(html: str) -> str:
    """What stands between a page's heading and its end, without what the preview adds."""
    found = re.search("<article.*</article>", html, re.DOTALL)
    assert found
    return found[0]


@pytest.mark.parametrize("name", SLIPS)
def test_what_is_wrong_stands_over_the_last_good_page_until_it_is_mended(
    project: Path, served: Served, name: str
) -> None:
    slip = SLIPS[name]
    status, before = served.get(slip.page)
    assert status == 200
    path = project / slip.file
    content = path.read_bytes()
    path.write_bytes(slip.spoil(content))
    broken = served.wait_for(slip.page, lambda html: all(said in html for said in slip.said))
    assert _text(broken) == _text(before)
    path.write_bytes(content)
    mended = served.wait_for(slip.page, lambda html: slip.said[0] not in html)
    assert _text(mended) == _text(before)


def test_a_deleted_page_is_gone_and_a_renamed_one_is_where_it_is_now(project: Path, served: Served) -> None:
    old, new = project / f"docs/hr/{GUIDE}.md", project / "docs/hr/guides/calm.md"
    old.rename(new)
    served.wait_for("hr/guides/calm/", lambda html: 'data-slug="guides/calm"' in html)
    status, gone = served.get(f"hr/{GUIDE}/")
    assert status == 404
    assert '<html lang="hr"' in gone
    assert 'id="preview-panel" lang="hr"' in gone
    new.rename(old)
    served.wait_for(f"hr/{GUIDE}/", lambda html: f'data-slug="{GUIDE}"' in html)
    assert served.get("hr/guides/calm/")[0] == 404


def test_a_card_names_no_address_that_leads_only_here(served: Served) -> None:
    found = re.search('<p class="imprint">.*</p>', served.get("pl/scenarios/swearing/")[1])
    assert found
    assert "an-02" in found[0]
    assert "127.0.0.1" not in found[0]


def test_the_browser_follows_by_itself(project: Path, served: Served, page: Page) -> None:
    path = project / f"docs/en/{GUIDE}.md"
    content = path.read_bytes()
    page.goto(f"{served.address}en/{GUIDE}/")
    path.write_bytes(content + b"\nWritten just now.\n")
    page.get_by_text("Written just now.").wait_for(timeout=60_000)
    path.write_bytes(b"---\ntitle: [x\n---\n")
    page.locator("#preview-panel").get_by_text(KEPT["en"]).wait_for(timeout=60_000)
    assert page.get_by_text("Written just now.").is_visible()
    path.write_bytes(content)
    page.locator("#preview-panel").get_by_text(KEPT["en"]).wait_for(state="detached", timeout=60_000)
    page.get_by_text("Written just now.").wait_for(state="detached", timeout=60_000)


def test_random_edits_neither_stop_the_preview_nor_leave_anything_behind(tmp_path: Path) -> None:
    seed = random.SystemRandom().randrange(10**6)
    project = copy_some(tmp_path / "copy")
    # Each kind of edit once; `make disturb` makes hundreds.
    count = len(Disturber(project, random.Random(seed)).kinds)
    result = disturb(project, count, seed)
    said = f"python -m tests.website.disturbing --few-pages --count {count} --seed {seed}: {result}"
    assert len({edit.split()[0] for edit in result.edits}) == count - 1, said
    # How long the slowest answer took, tests.website.disturbing judges where it runs alone.
    assert result.differing == [], said
    assert result.after - result.before < 60_000, said
