"""Language: what is found only where the prose is checked, too."""

from __future__ import annotations

from .rule import NOTICE, WARNING, Rule


class Spelling(Rule, severity=WARNING):
    """A word the dictionary does not know."""

    word: str
    guess: str | None
    names: str


class TermAvoided(Rule, severity=WARNING):
    """A word we avoid."""

    found: str
    term: str


class WordNonstandard(Rule, severity=WARNING):
    """A word that is not standard Croatian."""

    found: str
    use: str


class PhraseStiff(Rule, severity=WARNING):
    """A turn that nobody says."""

    found: str
    use: str


class TextWrongLanguage(Rule, severity=WARNING):
    """Text in another language."""

    text: str
    other: str
    words: int
    lines: frozenset[int]


class QuoteWrong(Rule, severity=WARNING):
    """Quotation marks of another kind."""

    found: str
    better: str


class QuoteUnpaired(Rule, severity=WARNING):
    """A quotation mark on its own."""

    found: str


class DashWrong(Rule, severity=WARNING):
    """A hyphen in place of a dash."""

    found: str
    better: str


class EllipsisWrong(Rule, severity=WARNING):
    """Three full stops in place of an ellipsis."""

    found: str
    better: str


class SpaceWrong(Rule, severity=WARNING):
    """A space too many or too few."""

    found: str
    better: str
    plain: str | None = None


class SentenceLong(Rule, severity=WARNING):
    """A sentence that is too long."""

    text: str
    count: int
    limit: int


class SentencesLong(Rule, severity=WARNING):
    """Sentences that are too long on the whole."""

    mean: int
    limit: int


class CardWhyLong(Rule, severity=WARNING):
    """A reason that is too long."""

    heading: str
    count: int
    low: int
    high: int


class WhyOpening(Rule, severity=WARNING):
    """Reasons that begin alike."""

    text: str
    count: int
    most: int


class SentenceTwice(Rule, severity=WARNING):
    """The same sentence on two pages."""

    text: str
    other: str
    line: int


class ProseUnavailable(Rule, severity=NOTICE):
    """The language could not be checked."""

    missing: str
    install: str
