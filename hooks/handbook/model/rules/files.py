"""Files, front matter and data."""

from __future__ import annotations

from .rule import NOTICE, WARNING, Rule


class FileNotUtf8(Rule):
    """Letters that turn into question marks."""


class FileForeign(Rule):
    """A file of another program under the name of a page."""

    kind: str


class FileEmpty(Rule):
    """An empty file."""


class FileLong(Rule):
    """A file that is too long."""

    reason: str
    size: int
    limit: int


class AddressTwice(Rule):
    """Two pages with one address; `pattern` names the one that MkDocs leaves out, as exclude_docs has it."""

    other: str
    pattern: str | None


class FileName(Rule):
    """A file name that does not travel."""

    name: str
    guess: str


class FileKind(Rule):
    """A file that does not belong among the pages; `page` is the one that it took the place of."""

    name: str
    page: str | None


class FileLinked(Rule):
    """A link on the disk to somewhere else."""

    target: str


class CheckFailed(Rule):
    """A file that the tools failed at."""

    fault: str


class ConflictLeft(Rule):
    """Two versions of a text, with the marks that git puts around them."""

    mark: str


# Why front matter cannot be read: a line does not begin under the ones that it belongs to.
INDENT = "indent"


class FrontMatterBroken(Rule):
    """Lines at the start that cannot be read.

    `dashes` are those that the first line should be, `fence` or `above` what stands above them; `again` those
    with which they begin a second time.
    """

    reason: str
    detail: str | None = None
    dashes: str | None = None
    fence: str | None = None
    above: str | None = None
    again: str | None = None


class FrontMatterUnclosed(Rule):
    """Lines at the start that never end."""


class FrontMatterKeyTwice(Rule):
    """The same detail given twice."""

    key: str


class PageUntitled(Rule):
    """A page without a title."""


class KeyMissing(Rule):
    """A detail is missing."""

    key: str
    expected: str


class KeyUnknown(Rule):
    """A detail nobody knows."""

    key: str
    guess: str | None


class KeyWrong(Rule):
    """A value that does not fit."""

    key: str
    value: str | int | float
    guess: str | None
    expected: str
    quoted: str | None = None


class ValueCut(Rule):
    """A value of which only a part is read."""

    key: str
    rest: str
    quoted: str


class KeyOrder(Rule, severity=WARNING):
    """Details in a different order."""

    key: str
    after: str | None


class KeyMisplaced(Rule):
    """A detail that belongs in the original."""

    key: str
    original: str


class KeyEntryTwice(Rule, severity=WARNING):
    """The same entry given twice."""

    key: str
    value: str


class ReviewEarly(Rule):
    """A review that was over before the check."""

    verified: str
    review_by: str


class ReviewLate(Rule):
    """A review that is years ahead."""

    verified: str
    review_by: str


class MarkerUnknown(Rule):
    """A list that does not exist."""

    name: str
    guess: str | None
    known: str


class DataBroken(Rule):
    """A data file that cannot be used."""

    reason: str | None
    detail: str | None = None


class DataMissing(Rule):
    """A data file that is gone."""

    name: str


class LanguageIncomplete(Rule, severity=NOTICE):
    """A language that the tools know too little of."""

    code: str
    lacking: str
