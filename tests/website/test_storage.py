"""What a browser keeps may be anything, or refused: no page's scripts stop at it, and nothing leads away."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.samples import WHOLE
from tests.website.arriving import arrive
from tests.website.building import ROOT
from tests.website.conftest import PREFIX

CARD = "hr/scenarios/swearing/"
EVIL = "https://evil.example"
# Material keeps its own below the path of the language's root.
THEIRS = ("__tabs", "__palette", "__announce", "__consent", "__search", "__outdated")
VALUES = {
    "blank": " ",
    "null": "null",
    "a truth": "true",
    "a number": "-1e999",
    "a text": '"text"',
    "an empty list": "[]",
    "a list of all kinds": '[null, 1, true, {}, [], "hr", "x", "constructor"]',
    "an empty table": "{}",
    "a table of tables": '{"urls": {}, "words": [], "scenarios/swearing": {"x": 1}}',
    "addresses elsewhere": json.dumps(
        {
            "urls": [
                f"{EVIL}/",
                "//evil.example/",
                "javascript:1",
                "http://[",
                None,
                f"{PREFIX}{CARD}",
                f"{EVIL}//x/",
            ]
        }
    ),
    "addresses of another host with our path": json.dumps(
        {"urls": [f"{EVIL}{PREFIX}hr/", f"{PREFIX}{CARD}", "https:////evil.example/x"], "words": 1}
    ),
    "numbers that are none": json.dumps(
        {
            "day": "2026-11-29",
            "spent": -1,
            "fresh": "x",
            "entries": {
                "scenarios/swearing decide": [1, 0, 99, -1, 0.5, None, 0, 7, 1e300],
                "x choose": [1] * 9,
            },
        }
    ),
    "half of JSON": '{"urls": [',
    "markup": "<img src=x onerror=\"document.title = 'planted'\">",
    "markup in a note": json.dumps(
        {"scenarios/swearing": "<img src=x onerror=\"document.title = 'planted'\">"}
    ),
    "names that every object has": "constructor __proto__ toString hasOwnProperty",
    "a table with such names": '{"__proto__": "x", "constructor": "y", "toString": {}}',
    "paths upwards": "../../x scenarios/../../x //evil.example/x",
    "half of a letter": "\ud800",
    "no text": "\x00\x1b[31m\u202e",
    "very long": "x" * 60_000,  # Under all keys together as much as a browser takes.
}


# How often all pages are walked through, and what is nearest to that which the handbook keeps under a key.
VISITS = 6
NEAREST = {
    "handbook.found": ("addresses elsewhere", "addresses of another host with our path"),
    "handbook.learning": ("numbers that are none", "a table of tables"),
    "handbook.notes": ("markup in a note", "a table with such names", "a table of tables", "very long"),
    "handbook.pins": ("paths upwards", "a list of all kinds", "names that every object has"),
    "handbook.recent": ("a list of all kinds", "paths upwards", "names that every object has"),
    "handbook.keys-off": ("names that every object has", "a list of all kinds"),
    "handbook.also": ("markup", "names that every object has"),
    "handbook.language": ("paths upwards", "markup", "names that every object has"),
    "handbook.scheme": ("markup", "very long"),
}


def keys() -> list[str]:
    """All keys that the handbook has, as its one module for them says."""
    text = (ROOT / "docs/assets/storage.js").read_text("utf8")
    found = re.findall(r'"(handbook\.[\w-]+)"', text)
    assert len(found) >= 8
    return found


def test_nothing_else_touches_what_the_browser_keeps() -> None:
    places = {
        path.relative_to(ROOT).as_posix()
        for folder in ("docs/assets", "overrides")
        for path in (ROOT / folder).rglob("*.*")
        if path.suffix in (".js", ".html")
        and "vendor" not in path.parts  # The editor of /edit/ keeps its own; no page of readers loads it.
        and re.search(r"\b(localStorage|sessionStorage|indexedDB|document\.cookie)\b", path.read_text("utf8"))
    }
    # The colours before anything is painted; Material's own.
    assert places == {
        "docs/assets/storage.js",
        "docs/assets/language.js",  # Only writes: a cookie for the web server.
        "docs/assets/edit/start.js",
        "overrides/partials/scheme.html",
        "overrides/main.html",
    }


@pytest.fixture
def opened(browser: Browser) -> Iterator[Page]:
    """A page whose errors are collected in `page.faults`."""
    context = browser.new_context(locale="hr-HR", service_workers="block", reduced_motion="reduce")
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
    page.on("request", lambda request: faults.append(request.url) if "evil" in request.url else None)
    yield page
    context.close()
    assert faults == []


def work(page: Page, address: str) -> None:
    """Do what needs a page's scripts, on each kind of page."""
    arrive(page, f"{address}{CARD}")
    expect(page.locator("#say + ul .copy").first).to_be_visible()
    page.locator(".call-open").click()
    dialog = page.locator("dialog.call")
    expect(dialog).to_be_visible()
    for link in dialog.locator("a").all():
        assert link.evaluate("link => link.origin") == page.evaluate("location.origin")
    dialog.locator(".call-leave").click()
    page.locator(".tools [data-language=pl]").click()
    page.locator(".tools .note").click()
    expect(page.locator("#own-note")).to_be_visible()
    page.locator(".mine-open").click()
    expect(page.locator("dialog.mine")).to_be_visible()
    assert page.locator("dialog.mine img").count() == 0
    page.keyboard.press("Escape")
    page.locator(".keys-open").click()
    expect(page.locator("dialog.keys")).to_be_visible()
    page.keyboard.press("Escape")
    page.locator("#scheme").click()
    arrive(page, f"{address}hr/")
    page.locator(".finding input").click()
    page.keyboard.type("psuje")
    expect(page.locator(".finding-result a").first).to_be_visible()
    arrive(page, f"{address}hr/find/")
    page.locator("form.finder input").first.check()
    expect(page.locator("form.finder output")).not_to_be_empty()
    arrive(page, f"{address}hr/learn/")
    page.locator(".learn-go").click()
    page.keyboard.press("1")
    expect(page.locator(".learn-results")).to_be_visible()
    arrive(page, f"{address}pl/editing/components/")
    page.locator(".tabbed-labels label").last.click()
    for entry in ("#choose", "hr/nowhere/"):
        arrive(page, f"{address}{entry}")
    assert page.title() != "planted"


def planted() -> list[dict[str, str]]:
    """By visit, what stands under each key: values in turn, each key having others at each visit.

    A value stands under many keys at each visit, and once where it comes nearest to what is kept there.
    `make long` has every value under every key.
    """
    names = [*keys(), *(f"{PREFIX}{path}.{name}" for path in ("", "pl/", "hr/") for name in THEIRS)]
    if WHOLE:
        return [dict.fromkeys(names, value) for value in VALUES.values()]
    values = list(VALUES.values())
    visits = [
        {name: values[(at + visit * 4) % len(values)] for at, name in enumerate(names)}
        for visit in range(VISITS)
    ]
    for key, near in NEAREST.items():
        for visit, value in enumerate(near):
            visits[visit][key] = VALUES[value]
    return visits


def test_each_value_is_planted_often_and_each_key_has_a_value_at_each_visit() -> None:
    visits = planted()
    assert NEAREST.keys() <= set(keys())
    for value in VALUES.values():
        assert sum(value in visit.values() for visit in visits) >= 1
        assert len({key for visit in visits for key in visit if visit[key] == value}) >= 5
    for key in visits[0]:
        assert len({visit[key] for visit in visits}) >= min(len(visits), 5)


@pytest.mark.parametrize("values", [pytest.param(values, id=str(at)) for at, values in enumerate(planted())])
def test_no_value_stops_a_pages_scripts(opened: Page, address: str, values: dict[str, str]) -> None:
    # ensure_ascii keeps the half of a letter as it is.
    opened.add_init_script(
        f"for (const place of [localStorage, sessionStorage]) for (const [name, value] of "
        f"{json.dumps(list(values.items()))}) place.setItem(name, value)"
    )
    work(opened, address)


_REFUSED = "throw new DOMException('no', 'SecurityError')"
REFUSALS = {
    "blocked": "for (const name of ['localStorage', 'sessionStorage']) "
    f"Object.defineProperty(window, name, {{ get() {{ {_REFUSED} }} }})",
    "not there": "for (const name of ['localStorage', 'sessionStorage']) "
    "Object.defineProperty(window, name, { value: null })",
    "full": "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }",
    "locked": "for (const name of ['getItem', 'setItem', 'removeItem']) "
    f"Storage.prototype[name] = () => {{ {_REFUSED} }}",
}


@pytest.mark.parametrize("script", [pytest.param(script, id=name) for name, script in REFUSALS.items()])
def test_a_browser_that_keeps_nothing_shows_and_does_the_same(
    opened: Page, address: str, script: str
) -> None:
    opened.add_init_script(script)
    work(opened, address)
