"""Translations against their originals."""

from __future__ import annotations

from .rule import NOTICE, Rule


class TranslationMissing(Rule):
    """A page that is missing in one language."""

    other: str
    path: str


class SectionMissing(Rule):
    """A section that was not translated."""

    id: str
    after: str | None
    original: str
    line: int


class SectionExtra(Rule):
    """A section that the original does not have."""

    id: str
    guess: str | None
    original: str


class SectionOrder(Rule):
    """Sections in a different order."""

    id: str
    after: str | None


class TranslationLinks(Rule):
    """Links that differ from the original."""

    section: str
    missing: str
    extra: str
    original: str
    line: int


class TranslationImages(Rule):
    """Pictures that differ from the original."""

    section: str
    here: int
    there: int
    original: str
    line: int


class TranslationItems(Rule):
    """A list longer or shorter than in the original."""

    section: str
    here: int
    there: int
    original: str
    line: int


class TranslationNumbers(Rule):
    """Numbers that differ from the original."""

    section: str
    missing: str
    extra: str
    original: str
    line: int


class TranslationRecordMissing(Rule, severity=NOTICE):
    """A translation without a record."""

    sections: str
    original: str
    lines: str


class TranslationStale(Rule, severity=NOTICE):
    """A translation behind its original."""

    sections: str
    original: str
    lines: str
