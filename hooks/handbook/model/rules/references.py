"""References, footnotes and ids."""

from __future__ import annotations

from .rule import WARNING, Rule


class ReferenceUndefined(Rule):
    """A link whose target is missing."""

    name: str
    guess: str | None


class ReferenceUnused(Rule, severity=WARNING):
    """A target that no link uses."""

    name: str


class ReferenceTwice(Rule):
    """A target given twice."""

    name: str
    line: int


class FootnoteUndefined(Rule):
    """A footnote without text."""

    name: str
    guess: str | None


class FootnoteUnused(Rule, severity=WARNING):
    """A footnote nothing refers to."""

    name: str


class FootnoteTwice(Rule):
    """Two footnotes with the same name."""

    name: str
    line: int


class HeadingIdMissing(Rule):
    """A heading without an id."""

    heading: str
    guess: str | None
    hashes: str
    slug: str


class IdTwice(Rule):
    """The same id twice on a page."""

    id: str
    line: int


class PageReadOtherwise(Rule):
    """A part of a page that readers do not get as it is written.

    `merged` is the mark of a list that a paragraph swallows, `indented` how text begins that is taken for
    code.
    """

    what: str
    merged: str | None = None
    indented: str | None = None
