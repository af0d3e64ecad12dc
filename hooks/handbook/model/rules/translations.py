"""Translations against their originals."""

from __future__ import annotations

from ..change import Change
from .rule import NOTICE, Rule


class TranslationMissing(Rule, severity=NOTICE):
    """A page that waits to be translated."""

    other: str
    path: str
    page: str
    codes: str


class TranslationDeleted(Rule):
    """A translation that a proposal deletes while its original stays."""

    original: str
    file: str
    base: str
    left: str


class OriginalMissing(Rule):
    """A page of which only translations are left."""

    other: str
    path: str
    left: str


class PageRenamed(Rule):
    """A page with another name in some languages than in the others."""

    old: str
    new: str
    former: str
    left: str
    lines: str


class PageMoved(Rule):
    """A page with another name, while links still go by the former one.

    `beside` are the places, each a file and a line, `count` how many there are; "" and None without any.
    """

    old: str
    new: str
    count: int | None
    beside: str


class PageCopied(Rule):
    """A copy of a page under another name."""

    other: str
    kind: str
    name: str


class PageOverwritten(Rule):
    """A page that holds the text of another language."""

    other: str
    language: str
    given: str


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
    beside: str


class TranslationImages(Rule):
    """Pictures that differ from the original."""

    section: str
    here: int
    there: int
    original: str
    line: int
    beside: str


class TranslationItems(Rule):
    """A list longer or shorter than in the original."""

    section: str
    here: int
    there: int
    original: str
    line: int
    beside: str


class TranslationOrder(Rule):
    """Entries of a list in another order than in the original."""

    section: str
    entry: str
    original: str
    line: int
    beside: str


class TranslationMoved(Rule, severity=NOTICE):
    """Steps of a translation that have changed places."""

    section: str
    entry: str
    base: str
    original: str
    line: int
    beside: str


class TranslationNumbers(Rule):
    """Numbers that differ from the original."""

    section: str
    missing: str
    extra: str
    original: str
    line: int
    beside: str


class TranslationRecordMissing(Rule, severity=NOTICE):
    """A translation without a record."""

    original: str
    lines: str


class TranslationStale(Rule, severity=NOTICE):
    """A translation behind its original."""

    changes: tuple[Change, ...]
    original: str
    lines: str
