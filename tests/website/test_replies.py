"""Written replies and slots: copied as the file has them, shown as a reader needs them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from handbook.languages import CODES, language
from tests.website.spoken import PROJECT, clipboard, phrases, word

REPLY = "scenarios/refund-after-deadline"


def reply(code: str) -> str:
    """The e-mail of a card as its file has it, without the signs of a quotation."""
    section = PROJECT.pages[f"{code}/{REPLY}.md"].document.section("write-email")
    assert section
    return "\n".join(line.removeprefix(">").strip() for line in section.text.split("\n")).strip()


@pytest.mark.parametrize("code", CODES)
def test_a_written_reply_is_copied_line_by_line_and_shows_what_to_replace(
    page: Page, address: str, code: str
) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{address}{code}/{REPLY}/")
    button = page.locator("#write ~ .reply-copy .copy").first
    name = language(code).word("sections", "write-email")
    expect(button).to_have_accessible_name(word(code, "copy-phrase", phrase=name))
    button.click()
    expect(page.locator(".status")).to_have_text(word(code, "copied", phrase=name))
    assert clipboard(page) == reply(code)
    assert "[" in reply(code)


@pytest.mark.parametrize("code", CODES)
def test_a_slot_is_shown_without_brackets_and_copied_with_them(page: Page, address: str, code: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{address}{code}/{REPLY}/")
    said = phrases(code, REPLY)
    index = next(number for number, phrase in enumerate(said) if "[" in phrase)
    line = page.locator("#say + ul > li").nth(index)
    assert line.locator(".own .slot").count() == said[index].count("[")
    assert "[" not in str(line.locator(".spoken").text_content())
    line.locator(".own .copy").click()
    expect(page.locator(".status")).to_contain_text("[")
    assert clipboard(page) == said[index]


def test_call_mode_and_paper_leave_the_written_replies_out(page: Page, address: str) -> None:
    page.goto(f"{address}pl/{REPLY}/?call=1")
    expect(page.locator("dialog.call #decide")).to_be_visible()
    assert page.locator("dialog.call #write, dialog.call blockquote").count() == 0
    page.goto(f"{address}pl/{REPLY}/")
    expect(page.locator("#write")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator("#write")).to_be_hidden()
    assert all(not block.is_visible() for block in page.locator("#write ~ blockquote").all())
