"""The states that a reader's own tools bring: what is kept, the keys, the questions to learn by."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import FilePayload, Page, expect

from handbook.languages import language
from tests.website.arriving import arrive

CARD, OTHER = "scenarios/swearing", "scenarios/our-mistake"
# A note that nobody would take for another language's.
NOTES = {"pl": "Najpierw zapytaj Martę.", "hr": "Prvo pitaj Martu.", "en": "Ask Martha first."}
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"
_BROKEN: FilePayload = {"name": "x.json", "mimeType": "application/json", "buffer": b'{"pins": 1'}
# More than there are kinds: each comes again until all have been seen.
_QUESTIONS = 16


def states(page: Page, address: str, code: str) -> Iterator[str]:
    """Put a reader's tools into each of their states, one after the other; yields the state's name."""
    yield from _on_a_card(page, address, code)
    yield from _found_again(page, address, code)
    yield from _in_the_dialog(page, code)
    yield from _of_questions(page, address, code)


def refused(page: Page, address: str, code: str) -> Iterator[str]:
    """The states in which a browser has no room left."""
    words = language(code).texts
    page.add_init_script(FULL)
    page.goto(f"{address}{code}/{CARD}/")
    page.locator(".tools .pin").click()
    expect(page.locator(".status")).to_have_text(words["mine"]["refused"])
    yield "a pin that is not kept"
    page.keyboard.press("?")
    page.locator("dialog.keys input").first.uncheck()
    expect(page.locator("dialog.keys [role=status]")).to_have_text(words["keys"]["refused"])
    yield "a key that is not kept"
    arrive(page, f"{address}{code}/learn/")
    page.locator(".learn-go").click()
    page.locator(".learn-options button").first.click()
    expect(page.get_by_text(words["learn"]["refused"])).to_be_visible()
    yield "an answer that is not kept"


def _on_a_card(page: Page, address: str, code: str) -> Iterator[str]:
    words = language(code).texts["mine"]
    page.goto(f"{address}{code}/{CARD}/")
    page.locator(".tools .pin").click()
    expect(page.locator(".status")).to_have_text(words["is-pinned"])
    yield "a pinned card"
    page.locator(".tools .note").click()
    page.get_by_label(words["my-note"]).fill(NOTES[code])
    yield "a note that is written"
    page.get_by_role("button", name=words["save"]).click()
    expect(page.locator(".status")).to_have_text(words["saved"])
    yield "a note that is saved"
    page.keyboard.press("?")
    expect(page.locator("dialog.keys")).to_be_visible()
    yield "the list of keys"
    page.keyboard.press("Escape")


def _found_again(page: Page, address: str, code: str) -> Iterator[str]:
    page.goto(f"{address}{code}/{OTHER}/?call=1")
    expect(page.locator(".call-text .kept a").first).to_be_visible()
    yield "call mode with what is kept"
    arrive(page, f"{address}{code}/")
    expect(page.locator(".kept a")).to_have_count(2)
    yield "home with what is kept"
    page.locator(".finding input").click()
    expect(page.locator(".finding-panel .kept a").first).to_be_visible()
    yield "the search with what is kept"
    page.keyboard.press("Escape")


def _in_the_dialog(page: Page, code: str) -> Iterator[str]:
    words = language(code).texts["mine"]
    page.locator(".kept-manage").click()
    dialog = page.locator("dialog.mine")
    told = dialog.locator("[role=status]")
    expect(dialog.locator(".kept-note")).to_be_visible()
    yield "all that is kept"
    dialog.locator("input").set_input_files(_BROKEN)
    expect(told).to_have_text(words["not-added"])
    yield "a file that cannot be added"
    dialog.get_by_role("button", name=words["wipe"]).click()
    expect(told).to_have_text(words["wiped"])
    yield "everything wiped"
    page.keyboard.press("Escape")


def _of_questions(page: Page, address: str, code: str) -> Iterator[str]:
    words = language(code).texts["learn"]
    tasks = {words[kind]: kind for kind in ("decide", "choose", "avoid", "recall")}
    arrive(page, f"{address}{code}/learn/")
    yield "where the questions begin"
    page.locator(".learn-go").click()
    seen: set[str] = set()
    for number in range(1, _QUESTIONS + 1):
        expect(page.locator(".learn h2")).to_contain_text(str(number))
        kind = tasks[page.locator(".learn-task").first.inner_text()]
        is_new, seen = kind not in seen, {*seen, kind}
        if is_new:
            yield f"a question to {kind}"
        if kind == "recall":
            page.locator(".learn-go").click()
        else:
            page.locator(".learn-options button").first.click()
        expect(page.locator(".learn-results li").first).to_be_visible()
        if is_new:
            yield f"an answer to {kind}"
        if len(seen) == len(tasks) and kind != "recall":
            break
        page.locator(".learn-grades button, .learn-go").last.click()
    assert len(seen) == len(tasks)
    page.get_by_role("button", name=words["stop"]).click()
    expect(page.get_by_role("button", name=words["back"])).to_be_visible()
    yield "where the questions end"
    page.get_by_role("button", name=words["back"]).click()
    page.get_by_role("button", name=words["paper"]).click()
    expect(page.locator(".paper > ol")).to_have_count(2)
    yield "a sheet of questions"
