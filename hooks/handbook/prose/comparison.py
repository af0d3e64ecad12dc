"""What is compared of one page with others: its sentences, and how the reasons of a card begin."""

from __future__ import annotations

from collections.abc import Iterable

from .passage import Kind, Passage
from .sentences import comparable

BODY = (Kind.PARAGRAPH, Kind.ITEM)
# The opening of a reason: so many words, and the share of the cards that may have it.
OPENING, SHARE = 2, 5


def compared(passages: Iterable[Passage]) -> set[str]:
    """The sentences of a page that are compared with those of others."""
    return {own for passage in passages if passage.kind in BODY for _, _, own in comparable(passage)}


def first_words(passage: Passage) -> str:
    """How reasons begin, given their first passage."""
    return " ".join(word.lower() for word in passage.tokens[:OPENING])


def opening(passages: Iterable[Passage]) -> str | None:
    """How the reasons of a card begin; None where it has none."""
    return next((first_words(one) for one in passages if one.section == "why" and one.kind in BODY), None)


def is_too_common(count: int, cards: int) -> bool:
    """Whether so many of a language's cards have reasons that begin alike as may not."""
    return count > 1 and count * SHARE > cards
