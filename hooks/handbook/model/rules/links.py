"""Links in their many wrong forms."""

from __future__ import annotations

from .rule import NOTICE, WARNING, Rule


class LinkPageMissing(Rule):
    """A link to a page that does not exist."""

    target: str
    guess: str | None
    only: str | None
    # The language that the page stands in for, where only there the link leads nowhere.
    build: str | None = None


class LinkUntranslated(Rule, severity=NOTICE):
    """A link to a page that is not translated yet."""

    target: str
    only: str
    page: str
    code: str


class LinkAnchorMissing(Rule):
    """A link to a section that does not exist."""

    anchor: str
    target: str
    other: str | None
    guess: str | None
    build: str | None = None


class LinkFileMissing(Rule):
    """A picture or file that does not exist."""

    target: str
    guess: str | None
    only: str | None


class LinkWrongLanguage(Rule):
    """A link into another language."""

    target: str
    other: str
    guess: str | None


class LinkEmpty(Rule):
    """A link that leads nowhere."""


class LinkTextEmpty(Rule):
    """A link without words."""

    target: str


class LinkCase(Rule):
    """Capitals that differ from the file’s name."""

    target: str
    guess: str | None


class LinkForm(Rule):
    """An address where the file should be."""

    target: str
    guess: str | None


class LinkHtml(Rule):
    """A link in HTML that leads nowhere."""

    target: str
    guess: str | None
    # The language that the page stands in for, where only there it leads nowhere.
    build: str | None = None


class LinkBackslash(Rule):
    """Backslashes in a link."""

    target: str
    guess: str | None


class LinkEncoding(Rule):
    """A link with too many percent signs."""

    target: str
    guess: str | None


class LinkAbsolute(Rule):
    """The full address of one of our own pages."""

    target: str
    guess: str | None


class LinkOutsideDocs(Rule):
    """A link to a file outside the pages."""

    target: str
    guess: str | None


class LinkExcluded(Rule):
    """A link to a page kept out of the site.

    `instead` is what to write for the page that has its address, `by_itself` the name that MkDocs leaves out
    unasked, `unbuilt` a language that is not built.
    """

    target: str
    instead: str | None
    by_itself: str | None
    unbuilt: str | None


class LinkMailto(Rule):
    """An e-mail link that does not work."""

    target: str
    guess: str | None


class LinkLocal(Rule):
    """A link to your own computer."""

    target: str
    guess: str | None


class LinkMalformed(Rule):
    """A web address with a slip in it."""

    target: str
    guess: str | None


class LinkTracked(Rule):
    """An address that leads round by somebody else, or counts who follows it."""

    target: str
    guess: str


class LinkBare(Rule, severity=WARNING):
    """An address that is not a link."""

    url: str
    better: str
    linked: str


class LinkGap(Rule):
    """A space in the middle of a link."""

    text: str
    target: str


class LinkReversed(Rule):
    """Brackets the wrong way round."""

    text: str
    target: str
