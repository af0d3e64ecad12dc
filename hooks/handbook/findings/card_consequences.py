"""What only follows from something else on a card: entries that run together, links that are broken."""

from __future__ import annotations

from ..model.project import Fault
from ..model.rules import Rule
from ..model.rules.cards import (
    CardCount,
    CardIdFamily,
    CardIdTwice,
    CardSectionMissing,
    CardWords,
)
from ..model.rules.links import LinkGap, LinkReversed
from ..model.rules.prose import QuoteUnpaired, QuoteWrong
from ..model.rules.references import IdTwice
from ..model.rules.translations import (
    TranslationLinks,
)
from .fault_index import FaultIndex


def link_consequence(index: FaultIndex, fault: Fault, _: Rule) -> bool:
    return index.link_fault_in(fault) or index.has(fault, IdTwice)


def items(index: FaultIndex, fault: Fault, _: Rule) -> bool:
    page = index.pages[fault.file]
    return any(
        isinstance(other.broken, CardCount) and other.position == fault.position
        for version in index.by_slug.get(page.slug, {}).values()
        for other in index.by_file.get(version.file, ())
    )


def merged(index: FaultIndex, fault: Fault, _: Rule) -> bool:
    """The heading of the section after this one is gone, so that one's entries count as this one's."""
    page = index.pages.get(fault.file)
    if page is None:
        return False
    later = [s.position.line for s in page.document.sections if s.position.line > fault.position.line]
    end = min(later, default=page.document.text.rstrip("\n").count("\n") + 1)
    return any(
        isinstance(other.broken, CardSectionMissing) and other.position.line == end
        for other in index.by_file[fault.file]
    )


def entries(index: FaultIndex, fault: Fault, broken: Rule) -> bool:
    return items(index, fault, broken) or merged(index, fault, broken)


def links(index: FaultIndex, fault: Fault, broken: Rule) -> bool:
    return link_consequence(index, fault, broken) or merged(index, fault, broken)


def quotation(index: FaultIndex, fault: Fault, _: Rule) -> bool:
    """The marks are there, but wrong ones."""
    return any(
        isinstance(other.broken, QuoteWrong | QuoteUnpaired) and other.position.line == fault.position.line
        for other in index.by_file[fault.file]
    )


def phrase(index: FaultIndex, fault: Fault, broken: Rule) -> bool:
    too_long = any(
        isinstance(other.broken, CardWords) and other.position.line == fault.position.line
        for other in index.by_file[fault.file]
    )
    return too_long or quotation(index, fault, broken) or merged(index, fault, broken)


def words(index: FaultIndex, fault: Fault, broken: CardWords) -> bool:
    """The whole is too long because one phrase is, a phrase because the address of a link is part of it."""
    slips = [f for f in index.by_file[fault.file] if isinstance(f.broken, LinkGap | LinkReversed)]
    if broken.what == index.pages[fault.file].title and (slips or index.has(fault, CardWords, CardCount)):
        return True
    return any(slip.position.line == fault.position.line for slip in slips) or merged(index, fault, broken)


def no_way_on(index: FaultIndex, fault: Fault, _: Rule) -> bool:
    """The link to another card is there, but broken, or it has been told of as one that is missing."""
    return index.link_fault_in(fault) or any(
        isinstance(other.broken, TranslationLinks) and index.section(other) == index.section(fault)
        for other in index.by_file[fault.file]
    )


def id_family(index: FaultIndex, fault: Fault, broken: CardIdFamily) -> bool:
    """The id belongs to another card, whichever of the two has been told so."""
    return any(
        isinstance(other.broken, CardIdTwice) and other.broken.id == broken.id
        for others in index.by_file.values()
        for other in others
    )
