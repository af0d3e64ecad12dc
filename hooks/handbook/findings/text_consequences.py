"""What only follows from how a line or a page as a whole is read."""

from __future__ import annotations

from ..model.project import Fault
from ..model.rules import Rule
from ..model.rules.cards import (
    CardSectionName,
)
from ..model.rules.links import LinkBare
from ..model.rules.prose import TextWrongLanguage
from ..model.rules.references import HeadingIdMissing, PageReadOtherwise
from ..model.rules.safety import HtmlTag
from .fault_index import FaultIndex


def named_better(index: FaultIndex, fault: Fault, _: Rule) -> bool:
    """Whether what is wrong with the address has been told in words that say more."""
    return any(
        other.broken.group == LinkBare.group
        and not isinstance(other.broken, LinkBare)
        and other.position.line == fault.position.line
        for other in index.by_file[fault.file]
    )


def not_an_id(index: FaultIndex, fault: Fault, _: Rule) -> bool:
    """What stands in the braces after a heading was meant to be its id."""
    return any(
        isinstance(other.broken, HeadingIdMissing) and other.position.line == fault.position.line
        for other in index.by_file[fault.file]
    )


def foreign(index: FaultIndex, fault: Fault, _: Rule) -> bool:
    """The text is in another language, so its words and signs are, too."""
    line = fault.position.line
    return any(
        (isinstance(other.broken, TextWrongLanguage) and line in other.broken.lines)
        or (isinstance(other.broken, CardSectionName) and line == other.position.line)
        for other in index.by_file[fault.file]
    )


def read_otherwise(index: FaultIndex, fault: Fault, _: Rule) -> bool:
    """What changes how the page is read has been told of, or something else in this line has."""
    groups = (HtmlTag.group, PageReadOtherwise.group)
    return any(
        other.broken.group in groups
        or (other.broken.group == LinkBare.group and other.position.line == fault.position.line)
        for other in index.by_file[fault.file]
        if other is not fault and not isinstance(other.broken, HeadingIdMissing)
    )


def id_missing(index: FaultIndex, fault: Fault, _: Rule) -> bool:
    """The id is there, but readers get the line otherwise."""
    line = fault.position.line
    return any(
        isinstance(other.broken, PageReadOtherwise) and other.position.line == line
        for other in index.by_file[fault.file]
    )


def stale(index: FaultIndex, fault: Fault, _: Rule) -> bool:
    """There is no original any more."""
    return index.is_orphan(fault)
