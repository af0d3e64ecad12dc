"""Slots: the part of a sentence that whoever says or sends it replaces, as an example in brackets.

„Zwroty przyjmujemy do [30] dni” can be read aloud as it stands. What links or is a box to tick is no
slot, and neither is anything outside the places for what is said or sent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .card import REPLY_IDS, WRITE

# The sections of a page in which brackets are slots.
SECTIONS = ("say", "dont-say", WRITE, *REPLY_IDS)

# [30]      not [text](target), [text][name], [name]: target, [^note], [ ], [x]
SLOT = re.compile(r"(?<![\]!])\[(?![ xX]\]|\^)(?P<example>[^\[\]\n]+)\](?![\[(:])")


def slots(text: str) -> tuple[tuple[int, int], ...]:
    """Where the slots of a text begin and end."""
    return tuple(match.span() for match in SLOT.finditer(text)) if "[" in text else ()


def pieces(text: str) -> Iterator[tuple[str, bool]]:
    """The pieces of a text in order, each with whether it is a slot; slots come without brackets."""
    at = 0
    for start, end in slots(text):
        yield text[at:start], False
        yield text[start + 1 : end - 1], True
        at = end
    yield text[at:], False


def without_slots(text: str) -> str:
    """A text without its slots, for what they hold differs from language to language."""
    return SLOT.sub("", text) if "[" in text else text
