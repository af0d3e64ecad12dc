"""What a card says aloud, as its file has it and as its page shows it."""

from __future__ import annotations

from playwright.sync_api import Page

from handbook.languages import language
from handbook.model.slots import pieces
from tests.support.project import real_handbook

CARD = "scenarios/swearing"
PROJECT = real_handbook()


def phrases(code: str, slug: str = CARD) -> list[str]:
    """What is spoken on a card, as its file has it, without the quotation marks."""
    section = PROJECT.pages[f"{code}/{slug}.md"].document.section("say")
    assert section
    opening, closing = language(code).quotes
    return [item.text.replace(opening, "", 1).replace(closing, "", 1) for item in section.items]


def shown(phrase: str) -> str:
    """A phrase as the page shows it: a slot has dots below it, no brackets."""
    return "".join(piece for piece, _ in pieces(phrase))


def word(code: str, key: str, **values: str) -> str:
    return language(code).word("reading", key, **values)


def clipboard(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))
