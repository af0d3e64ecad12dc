"""Answering the questions of the page to learn by, by keyboard alone."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from tests.website.arriving import arrive

ENTRIES = "Object.keys(JSON.parse(localStorage.getItem('handbook.learning') ?? '{}').entries ?? {}).sort()"


def data(site: Path, code: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((site / code / "learn.json").read_text("utf8"))
    return found


def asked(page: Page, found: dict[str, Any]) -> tuple[dict[str, Any], str]:
    """The card and the kind of the question on the screen."""
    title = page.locator(".learn h2").inner_text()
    card = next(card for card in found["cards"].values() if title.endswith(f": {card['title']}"))
    task = page.locator(".learn-task").first.inner_text()
    kind = next(kind for kind in ("decide", "choose", "avoid", "recall") if found["words"][kind] == task)
    return card, kind


def bare(text: str) -> str:
    return re.sub(r"[\[\]]", "", text).replace("\u00a0", " ")


def is_right(kind: str, offered: str, right: list[str], wrong: list[str]) -> bool:
    """Whether an answer is right that has a sentence or two of the card, and nothing else."""
    rest, found = offered, []
    for line in sorted((*right, *wrong), key=len, reverse=True):
        if line in rest:
            rest = rest.replace(line, "", 1)
            found.append(line)
    assert found
    assert rest.strip(" .") == "", rest
    # One bad sentence is enough to make an answer a bad one.
    return any(line in right for line in found) if kind == "avoid" else all(line in right for line in found)


def answer(page: Page, found: dict[str, Any], *, right: bool = True) -> str:
    """Answer the question on the screen by keyboard alone and go on; returns its kind."""
    card, kind = asked(page, found)
    right_ones, wrong_ones = card["questions"][kind]
    if kind == "decide":  # In the case that is told.
        told = page.locator(".learn-task").first.evaluate("task => task.previousElementSibling.innerText")
        right_ones = [choice for choice in right_ones if bare(choice[2]) == told]
    quoted = page.locator(".learn blockquote p").all_inner_texts()
    # Signs and words are those of what the card comes to at first.
    usual = kind != "decide" or {choice[0] for choice in right_ones} == {card["decision"]}
    assert len(set(quoted)) == (min(3, len(card["customer"])) if usual else 0)
    assert set(quoted) <= {bare(said) for said in card["customer"]}
    good, bad = ([bare(choice[0]) for choice in part] for part in (right_ones, wrong_ones))
    if kind == "recall":
        for _ in range(2):  # Past the field for one's own words.
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        shown = page.locator(".learn-results > li").all_inner_texts()
        assert shown == good
        page.keyboard.press("3" if right else "1")
        return kind
    offered = page.locator(".learn-options button").all_inner_texts()
    goods = [is_right(kind, text, good, bad) for text in offered]
    assert goods.count(True) == 1
    assert len(goods) >= 2
    wanted = goods.index(right)
    page.keyboard.press(str(wanted + 1))
    words = found["words"]
    expect(page.locator(".learn [role=status]")).to_have_text(words["right" if right else "wrong"])
    expect(page.locator(".learn-results .is-right")).to_contain_text(words["is-right"])
    assert page.locator(".learn-results .was-chosen, .learn-results .is-wrong").count() == (not right)
    expect(page.locator(".learn-buttons .learn-go")).to_be_focused()
    page.keyboard.press("Enter")
    return kind


def begin(page: Page, address: str, code: str) -> None:
    arrive(page, f"{address}{code}/learn/")
    page.locator(".learn-go").focus()
    page.keyboard.press("Enter")
