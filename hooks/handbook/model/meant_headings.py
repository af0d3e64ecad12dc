"""Lines of cards that are meant as the headings of their sections, and are none."""

from __future__ import annotations

import re

from .page import Page

# **Do** {#do}    \\## Do {#do}    Do:    > ## Do
_BEFORE = r"[ \t]*(?:\\|>)?[ \t]*#{0,6}[ \t]*[*_]{0,3}"
_AFTER = r"[*_]{0,3}[:.]?[*_]{0,3}[ \t]*"


def meant_heading(page: Page, heading: str, id: str) -> int | None:
    """The line of a card that was meant as the heading of a section which is missing; None without any.

    Args:
        page: the card.
        heading: what the section is called in the card's language.
        id: its id.
    """
    tail = rf"(?:\\?\{{[^{{}}]*{re.escape(id)}[^{{}}]*\}})?"
    named = re.compile(rf"{_BEFORE}{re.escape(heading)}{_AFTER}{tail}[ \t]*", re.IGNORECASE)
    marked = re.compile(rf".{{0,80}}\{{#{re.escape(id)}\}}[ \t]*")
    lines = page.document.lines
    for number in range(page.front.end, len(lines)):
        if named.fullmatch(lines[number]) or marked.fullmatch(lines[number]):
            return number + 1
    return None
