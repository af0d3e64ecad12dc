"""What only follows from how a line or a page as a whole is read."""

from __future__ import annotations

from ..model.project import Fault
from ..model.rules import RULES, Rule
from ..model.rules.cards import (
    CardEntryUnmarked,
    CardSectionMissing,
    CardSectionName,
)
from ..model.rules.links import LinkBare
from ..model.rules.prose import TextWrongLanguage
from ..model.rules.references import HeadingIdMissing, HeadingTop, ListNumbers, PageReadOtherwise
from ..model.rules.safety import HtmlAttribute, HtmlTag
from .fault_index import FaultIndex

_LINKS = {rule for rule in RULES.values() if rule.group == LinkBare.group}
_READING = {rule for rule in RULES.values() if rule.group in (HtmlTag.group, PageReadOtherwise.group)}
_READING -= {HeadingIdMissing, HeadingTop, ListNumbers}


def named_better(index: FaultIndex, fault: Fault, _: Rule) -> bool:
    """Whether what is wrong with the address has been told in words that say more."""
    return index.on_line(fault, *(_LINKS - {LinkBare}))


def not_allowed(index: FaultIndex, fault: Fault, _: Rule) -> bool:
    """What is never closed may not stand there at all."""
    return any(other.position == fault.position for other in index.of(fault.file, HtmlTag))


def not_an_id(index: FaultIndex, fault: Fault, _: Rule) -> bool:
    """What stands in the braces after a heading was meant to be its id."""
    return index.on_line(fault, HeadingIdMissing)


def foreign(index: FaultIndex, fault: Fault, _: Rule) -> bool:
    """The text is in another language, so its words and signs are, too."""
    line = fault.position.line
    return index.on_line(fault, CardSectionName) or any(
        isinstance(other.broken, TextWrongLanguage) and line in other.broken.lines
        for other in index.of(fault.file, TextWrongLanguage)
    )


def read_otherwise(index: FaultIndex, fault: Fault, broken: PageReadOtherwise) -> bool:
    """What changes how the page is read has been told of, or something else in this line has."""
    named = _is_named(broken)
    if broken.merged is not None and index.in_section(fault, CardEntryUnmarked):
        return True
    if index.on_line(fault, CardSectionMissing) or _is_heading(index, fault, broken):
        return True
    return index.on_line(fault, *_LINKS) or any(
        other is not fault and not (named and isinstance(other.broken, PageReadOtherwise))
        for other in index.of(fault.file, *_READING)
    )


def _is_heading(index: FaultIndex, fault: Fault, broken: PageReadOtherwise) -> bool:
    """Whether the same line is told of as a heading."""
    return broken.escaped is not None and any(
        other.position.line == fault.position.line
        for other in index.of(fault.file, PageReadOtherwise)
        if isinstance(other.broken, PageReadOtherwise) and other.broken.heading
    )


def _is_named(broken: PageReadOtherwise) -> bool:
    """Whether it is known why readers get something else; then it does not follow from another such place."""
    causes = broken.merged, broken.indented, broken.typed, broken.table, broken.signature
    return any(cause is not None for cause in (*causes, broken.slot, broken.escaped, broken.heading))


def id_missing(index: FaultIndex, fault: Fault, _: Rule) -> bool:
    """The id is there, but readers get the line otherwise; what came of its braces is no id."""
    return index.on_line(fault, PageReadOtherwise) and not index.on_line(fault, HtmlAttribute)


def stale(index: FaultIndex, fault: Fault, _: Rule) -> bool:
    """There is no original any more."""
    return index.is_orphan(fault)
