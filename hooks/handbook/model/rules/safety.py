"""What must not reach readers."""

from __future__ import annotations

from .rule import Rule


class HtmlTag(Rule):
    """HTML that pages may not hold."""

    tag: str


class HtmlAttribute(Rule):
    """A setting that pages may not give."""

    tag: str
    name: str


class LinkScheme(Rule):
    """An address of a kind that is not allowed."""

    target: str
    better: str | None


class MediaForeign(Rule):
    """A picture from another site."""

    target: str
    better: str | None


class PictureActive(Rule):
    """A picture that does more than show."""

    found: str


class PictureKind(Rule):
    """A file that is not what its ending says."""

    name: str
    kind: str
    found: str | None


class LinkDeceptive(Rule):
    """A link that names another address than its own."""

    named: str
    target: str


class NameReserved(Rule):
    """A name that the handbook uses itself."""

    name: str


class CharacterHidden(Rule):
    """A character that cannot be seen."""

    found: str


class LettersMixed(Rule):
    """A word in letters of two scripts."""

    found: str


class MarkupOpen(Rule):
    """Something opened that never ends."""

    what: str


class MarkupRun(Rule):
    """Signs that pile up."""

    sign: str
