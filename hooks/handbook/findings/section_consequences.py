"""What only follows from a section whose heading is misspelt, out of its place or without its id."""

from __future__ import annotations

from ..model.project import Fault
from ..model.rules import Rule
from ..model.rules.cards import (
    CardSectionMissing,
    CardSectionOrder,
    CardSectionUnknown,
    QuestionSectionMissing,
)
from ..model.rules.files import (
    DataBroken,
)
from ..model.rules.links import LinkAnchorMissing
from ..model.rules.references import HeadingIdMissing, HeadingTop, IdTwice, PageReadOtherwise
from ..model.rules.sources import (
    ClaimSectionUnknown,
)
from ..model.rules.translations import (
    SectionExtra,
    SectionMissing,
)
from .fault_index import FaultIndex

_GUESSING = (SectionExtra, CardSectionUnknown, QuestionSectionMissing)
_SECTION_CAUSES = (CardSectionUnknown, CardSectionOrder, IdTwice, HeadingIdMissing)


def lost_heading(index: FaultIndex, file: str, id: str) -> bool:
    """Whether a line was meant as the heading with an id."""
    return any(
        isinstance(other.broken, PageReadOtherwise) and (other.broken.heading or "").endswith(f"{{#{id}}}")
        for other in index.of(file, PageReadOtherwise)
    )


def section_missing(index: FaultIndex, fault: Fault, broken: SectionMissing) -> bool:
    if lost_heading(index, fault.file, broken.id):
        return True
    if index.has(fault, CardSectionMissing, QuestionSectionMissing, HeadingTop, id=broken.id):
        return True
    return index.has(fault, *_SECTION_CAUSES) or _misspelt(index, fault, broken.id)


def _misspelt(index: FaultIndex, fault: Fault, id: str) -> bool:
    """Another section was probably meant to be this one."""
    return any(_guesses_section(other.broken) == id for other in index.of(fault.file, *_GUESSING))


def _guesses_section(broken: Rule) -> str | None:
    """The section that one with an unknown id was probably meant to be."""
    if isinstance(broken, _GUESSING):
        return broken.guess
    return None


def card_section_missing(index: FaultIndex, fault: Fault, broken: CardSectionMissing) -> bool:
    unnamed = index.of(fault.file, HeadingIdMissing)
    if any(
        isinstance(other.broken, HeadingIdMissing) and other.broken.guess == broken.id for other in unnamed
    ):
        return True
    if index.has(fault, HeadingTop, id=broken.id):
        return True
    return index.has(fault, IdTwice) or _misspelt(index, fault, broken.id)


def card_section_unknown(index: FaultIndex, fault: Fault, broken: CardSectionUnknown) -> bool:
    """The heading took the id of another one, which has its place elsewhere."""
    return index.has(fault, IdTwice, id=broken.id)


def heading_level(index: FaultIndex, fault: Fault, _: Rule) -> bool:
    """The heading of a card's section has been told of, or was meant as the page's title."""
    return index.on_line(fault, CardSectionMissing, HeadingTop, PageReadOtherwise)


def section_extra(index: FaultIndex, fault: Fault, broken: SectionExtra) -> bool:
    return index.has(fault, CardSectionUnknown, IdTwice, id=broken.id)


def section_order(index: FaultIndex, fault: Fault, _: Rule) -> bool:
    return index.has(fault, CardSectionOrder, IdTwice, CardSectionUnknown)


def card_section(index: FaultIndex, fault: Fault, _: Rule) -> bool:
    """The name or the order of a section whose heading took another's id."""
    return index.has(fault, IdTwice)


def named_section(
    index: FaultIndex, fault: Fault, broken: ClaimSectionUnknown | QuestionSectionMissing
) -> bool:
    """The front matter names a section whose heading has lost its id, or has it misspelt."""
    if lost_heading(index, fault.file, broken.id):
        return True
    return index.has(fault, HeadingIdMissing) or _misspelt(index, fault, broken.id)


def anchor(index: FaultIndex, fault: Fault, broken: LinkAnchorMissing) -> bool:
    """The section that an anchor names is misspelt there, or its list cannot be made."""
    if DataBroken in index.rules or index.unread_data:
        return True
    return any(
        _guesses_section(other.broken) == broken.anchor
        for file in index.by_file
        for other in index.of(file, *_GUESSING)
    ) or any(lost_heading(index, file, broken.anchor) for file in index.by_file)
