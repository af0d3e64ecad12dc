"""Ten minutes a day in a real browser: by keyboard alone, spaced over days, on paper, kept as all else."""

from __future__ import annotations

import datetime
import json
import re
import time
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect
from pypdf import PdfReader

from handbook.languages import CODES, language
from tests.support.samples import WHOLE
from tests.website.answering import ENTRIES, answer, asked, begin, data
from tests.website.arriving import arrive
from tests.website.axe import faults

# Besides each width and each colour scheme once.
LOOKS_OF_ALL = [("dark", 1366), ("light", 320)] if WHOLE else []

# How far the parts of a page have moved by themselves, as browsers count it (cumulative layout shift).
_MOVED = """window.moved = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.moved += entry.value;
}).observe({ type: "layout-shift", buffered: true });"""


@pytest.mark.parametrize("code", CODES)
def test_ten_questions_by_keyboard_alone(page: Page, address: str, site: Path, code: str) -> None:
    found = data(site, code)
    begin(page, address, code)
    kinds = [answer(page, found) for _ in range(10)]
    assert set(kinds) == {"decide", "choose", "avoid", "recall"}
    names = page.evaluate(ENTRIES)
    assert len(names) == 10
    assert all(re.fullmatch(r"scenarios/[a-z-]+ (decide|choose|avoid|recall)", name) for name in names)
    # The same progress in another language.
    other = next(other for other in CODES if other != code)
    arrive(page, f"{address}{other}/learn/")
    said = data(site, other)["words"]["left"]
    expect(page.locator(".learn")).to_contain_text(
        re.compile(re.escape(said.split("{due}")[1].format(new=0)))
    )
    assert page.evaluate(ENTRIES) == names


def test_what_was_not_known_comes_back_soon_and_what_was_known_days_later(
    page: Page, address: str, site: Path
) -> None:
    found = data(site, "en")
    page.clock.install(time=datetime.datetime(2026, 12, 1, 9, 0))
    begin(page, address, "en")
    missed, _ = asked(page, found)
    answer(page, found, right=False)
    answer(page, found)
    page.clock.run_for(61_000)
    answer(page, found)
    assert asked(page, found)[0] == missed
    answer(page, found)
    page.clock.fast_forward("26:00:00")
    begin(page, address, "en")
    assert page.evaluate(ENTRIES) != []
    entries = page.evaluate("Object.values(JSON.parse(localStorage.getItem('handbook.learning')).entries)")
    due = sorted(entry[0] for entry in entries)
    assert due[0] < page.evaluate("Date.now()")
    for _ in range(len(entries)):
        answer(page, found)
    # Known twice: the next time is days away.
    later = page.evaluate("JSON.parse(localStorage.getItem('handbook.learning'))")["entries"].values()
    assert max(entry[0] for entry in later) - page.evaluate("Date.now()") > 24 * 3600 * 1000


def test_after_ten_minutes_it_is_enough_for_the_day(page: Page, address: str, site: Path) -> None:
    found = data(site, "hr")
    page.clock.install(time=datetime.datetime(2026, 12, 1, 9, 0))
    begin(page, address, "hr")
    for _ in range(7):
        page.clock.run_for(95_000)
        answer(page, found)
    expect(page.locator(".learn")).to_contain_text(found["words"]["enough"])
    page.get_by_role("button", name=found["words"]["go-on"]).click()
    answer(page, found)
    page.clock.fast_forward("16:00:00")
    arrive(page, f"{address}hr/learn/")
    expect(page.locator(".learn")).to_contain_text(found["words"]["left"].split("{")[0] + "10.")


def test_progress_is_saved_added_and_wiped_with_the_rest(
    page: Page, address: str, site: Path, tmp_path: Path
) -> None:
    found = data(site, "pl")
    begin(page, address, "pl")
    answer(page, found)
    names = page.evaluate(ENTRIES)
    assert len(names) == 1
    said = language("pl").texts["mine"]
    page.locator(".mine-open").click()
    with page.expect_download() as download:
        page.get_by_role("button", name=said["export"]).click()
    file = tmp_path / "mine.json"
    download.value.save_as(file)
    page.get_by_role("button", name=said["wipe"]).click()
    expect(page.get_by_text(said["wiped"])).to_be_visible()
    assert page.evaluate("localStorage.getItem('handbook.learning')") is None
    page.locator("dialog.mine input").set_input_files(file)
    expect(page.get_by_text(said["added"])).to_be_visible()
    assert page.evaluate(ENTRIES) == names
    # A hostile file brings nothing but what could be an answer.
    kept = json.loads(file.read_text("utf8"))
    kept["learning"]["entries"] |= {
        "__proto__": [1],
        "../x decide": [1] * 9,
        "scenarios/x decide": ["<b>"] * 9,
    }
    file.write_text(json.dumps(kept), "utf8")
    page.locator("dialog.mine input").set_input_files(file)
    page.wait_for_timeout(200)
    assert page.evaluate(ENTRIES) == names


@pytest.mark.parametrize("code", CODES)
def test_a_sheet_of_ten_questions_and_their_answers_on_paper(
    page: Page, address: str, site: Path, tmp_path: Path, code: str
) -> None:
    words = data(site, code)["words"]
    arrive(page, f"{address}{code}/learn/")
    page.get_by_role("button", name=words["paper"]).click()
    questions, answers = page.locator(".paper > ol").all()
    assert questions.locator("> li").count() == answers.locator("> li").count() == 10
    titles = answers.locator("> li > strong").all_inner_texts()
    assert len(set(titles)) == 10
    page.pdf(path=tmp_path / "paper.pdf", prefer_css_page_size=True)
    sheets = [sheet.extract_text() for sheet in PdfReader(tmp_path / "paper.pdf").pages]
    assert len(sheets) <= 3
    # As a line of its own: a card may say the word, too.
    with_answers = [words["answers"] in map(str.strip, sheet.splitlines()) for sheet in sheets]
    assert with_answers == [False] * (len(sheets) - 1) + [True]
    assert words["person"] in sheets[0]
    assert words["print"] not in "".join(sheets)


@pytest.mark.parametrize(("scheme", "width"), [("light", 1366), ("dark", 320), *LOOKS_OF_ALL])
def test_no_state_has_a_fault_of_accessibility(
    browser: Browser, address: str, site: Path, scheme: Any, width: int
) -> None:
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 640})
    page = context.new_page()
    found = data(site, "hr")
    arrive(page, f"{address}hr/learn/")
    assert faults(page) == []
    page.locator(".learn-go").click()
    states = set()
    for _ in range(10):
        _, kind = asked(page, found)
        if kind not in states:
            states.add(kind)
            expect(page.locator(".learn h2")).to_be_focused()
            assert faults(page) == [], kind
            if kind == "recall":
                page.get_by_role("button", name=found["words"]["show"]).click()
            else:
                page.keyboard.press("1")
            assert faults(page) == [], f"{kind}, answered"
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            page.locator(".learn-grades button, .learn-go").last.click()
        else:
            answer(page, found)
    assert states == {"decide", "choose", "avoid", "recall"}
    arrive(page, f"{address}hr/learn/")
    page.get_by_role("button", name=found["words"]["paper"]).click()
    assert faults(page) == []
    context.close()


def test_no_other_page_loads_any_of_it_and_it_is_there_without_a_network(
    page: Page, address: str, site: Path
) -> None:
    urls: list[str] = []
    page.on("request", lambda request: urls.append(request.url))
    for path in ("pl/", "pl/scenarios/swearing/", "pl/practise/", "pl/phrasebook/"):
        arrive(page, f"{address}{path}")
    assert [url for url in urls if "learn" in url] == []
    kept = json.loads((site / "pl/offline.json").read_text("utf8"))
    loaded = {"pl/learn/", "pl/learn.json", "assets/learn/learn.js", "assets/learn/ts-fsrs.js"}
    assert loaded <= set(kept)


def test_where_nothing_is_kept_it_says_so_and_goes_on(page: Page, address: str, site: Path) -> None:
    found = data(site, "en")
    page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('full') }")
    begin(page, address, "en")
    _, kind = asked(page, found)
    assert kind == "decide"
    page.keyboard.press("1")
    expect(page.get_by_text(found["words"]["refused"])).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator(".learn h2")).to_contain_text("2")


def test_nothing_moves_when_the_questions_come(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 412, "height": 823})
    page.add_init_script(_MOVED)
    # The text is painted before there is a script that could add anything.

    def late(route: Route) -> None:
        time.sleep(0.5)
        route.continue_()

    page.route("**/learn.js", late)
    for code in CODES:
        page.goto(f"{address}{code}/learn/", wait_until="commit")
        page.locator(".learn-go").wait_for()
        page.wait_for_timeout(300)
        assert page.evaluate("moved") < 0.02
