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


class HeadingTop(Rule):
    """A heading that takes the place of the title."""

    heading: str
    id: str


class IdTwice(Rule):
    """The same id twice on a page."""

    id: str
    line: int


class PageReadOtherwise(Rule):
    """A part of a page that readers do not get as it is written.

    `merged` is the mark of a list that a paragraph swallows, `indented` how text begins that is taken for
    code; `typed` a mark that is none, `table` the first cell of a table that is none, and `lines` what to
    write instead; `signature` what a mail program puts above one; `slot` how a gap to be filled is written,
    `escaped` a sign that a backslash keeps from being one, `heading` how the heading is written that a line
    was meant as.
    """

    what: str
    merged: str | None = None
    indented: str | None = None
    typed: str | None = None
    table: str | None = None
    signature: str | None = None
    lines: str | None = None
    slot: str | None = None
    escaped: str | None = None
    heading: str | None = None


class HeadingLevel(Rule):
    """A heading that is deeper than the one above it allows."""

    heading: str
    given: str
    hashes: str


class ListNumbers(Rule, severity=WARNING):
    """Numbers of a list that readers do not see.

    `between` is what parts a list from the one that it goes on with, `escaped` how a number is written
    that begins no list.
    """

    written: str
    shown: str
    between: str | None = None
    escaped: str | None = None


class SectionsTwice(Rule):
    """A page, or a part of it, pasted twice."""

    count: int
    line: int
    last: int


class MailPasted(Rule):
    """An e-mail pasted into a page.

    `count` is how many lines it has, None where nothing marks its end; `span` how many it may have.
    """

    what: str
    count: int | None
    span: int
