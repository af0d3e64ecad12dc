"""Cards and the decision guide."""

from __future__ import annotations

from .rule import WARNING, Rule


class CardIdTwice(Rule):
    """Two cards with the same id."""

    id: str
    other: str


class CardAnswerMissing(Rule):
    """A card without an answer."""

    limit: int


class CardSectionMissing(Rule):
    """A section missing from a card."""

    heading: str
    id: str
    hashes: str


class CardSectionUnknown(Rule):
    """A section that cards do not have."""

    id: str
    guess: str | None


class CardSectionOrder(Rule):
    """The sections of a card out of order."""

    heading: str
    after: str | None


class CardSectionName(Rule):
    """A section under another name."""

    found: str
    heading: str


class CardCount(Rule):
    """Too many or too few entries."""

    heading: str
    count: int
    low: int
    high: int
    marker: str


class CardWords(Rule, severity=WARNING):
    """Too many words."""

    what: str
    count: int
    limit: int


class CardRelatedUnknown(Rule):
    """A related card that does not exist."""

    slug: str
    guess: str | None


class CardRelatedOneWay(Rule):
    """A card that is not named in return."""

    slug: str
    back: str
    other: str


class CardFactUnknown(Rule):
    """A fact the decision guide does not ask about."""

    id: str
    guess: str | None


class CardDecision(Rule):
    """A card that contradicts the decision guide."""

    decision: str
    given: str
    guide: str


class QuestionSectionMissing(Rule):
    """A question without its section."""

    id: str
    guess: str | None
