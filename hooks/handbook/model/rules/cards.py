"""Cards and the decision guide."""

from __future__ import annotations

from .rule import WARNING, Rule


class CardIdTwice(Rule):
    """Two cards with the same id."""

    id: str
    other: str


class CardIdFamily(Rule):
    """An id from another family."""

    id: str
    family: str
    prefix: str


class CardMayBecome(Rule, severity=WARNING):
    """A decision that is to become itself."""

    decision: str


class CardWriting(Rule):
    """A card for writing without a written reply, or the other way round."""

    add: str
    drop: str


class CardAnswerMissing(Rule):
    """A card without an answer."""

    limit: int


class CardAnswerLong(Rule):
    """An answer in several paragraphs."""

    count: int


class CardSectionMissing(Rule):
    """A section missing from a card; `found` is a line that was meant as its heading."""

    heading: str
    id: str
    hashes: str
    found: str | None


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


class CardEntryUnmarked(Rule):
    """An entry without the mark of its list."""

    line: str
    guess: str


class CardWords(Rule, severity=WARNING):
    """Too many words."""

    what: str
    count: int
    limit: int


class CardPhraseUnquoted(Rule, severity=WARNING):
    """A sentence to say without quotation marks."""

    found: str
    better: str | None


class CardWhyMissing(Rule, severity=WARNING):
    """A sentence to leave unsaid without a why."""

    found: str


class CardDecideLink(Rule, severity=WARNING):
    """A card with no way on."""

    heading: str


class CardReplyLength(Rule, severity=WARNING):
    """A written reply that is too short or too long."""

    heading: str
    count: int
    low: int
    high: int


class PhraseForbidden(Rule):
    """A sentence that is said here and not there."""

    text: str
    other: str
    line: int


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


class DecisionTwice(Rule, severity=WARNING):
    """One case with two decisions."""

    text: str
    other: str
    line: int


class QuestionSectionMissing(Rule):
    """A question without its section."""

    id: str
    guess: str | None
