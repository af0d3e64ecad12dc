"""What only follows from something else on a card: entries that run together, links that are broken."""

from __future__ import annotations

from ..model.project import Fault
from ..model.rules import Rule
from ..model.rules.cards import (
    CardAnswerMissing,
    CardCount,
    CardDecision,
    CardEntryUnmarked,
    CardIdFamily,
    CardIdTwice,
    CardSectionMissing,
    CardSectionName,
    CardWords,
)
from ..model.rules.files import KeyWrong
from ..model.rules.links import LinkBare, LinkGap, LinkReversed
from ..model.rules.prose import QuoteUnpaired, QuoteWrong
from ..model.rules.references import FootnoteUndefined, IdTwice, ListNumbers, MailPasted, PageReadOtherwise
from ..model.rules.safety import HtmlTag, MediaForeign
from ..model.rules.translations import (
    SectionMissing,
    TranslationItems,
    TranslationLinks,
    TranslationNumbers,
    TranslationOrder,
)
from .fault_index import FaultIndex

# What shows that entries of a list have become one; white space and emphasis make no translation stale.
_RUN_TOGETHER = (CardEntryUnmarked, ListNumbers)


def link_consequence(index: FaultIndex, fault: Fault, _: Rule) -> bool:
    """A link is broken, or in a letter, or nobody knows which of two sections in a version an id means."""
    return (
        has_mail(index, fault)
        or swallows(index, fault)
        or index.link_fault_in(fault)
        or index.versions_have(fault, IdTwice)
    )


def swallows(index: FaultIndex, fault: Fault) -> bool:
    """Whether the next section has lost its heading, so that it counts as a part of this one."""
    section = index.section(fault)
    return any(
        isinstance(other.broken, SectionMissing) and other.broken.after == section
        for other in index.of(fault.file, SectionMissing)
    )


def has_mail(index: FaultIndex, fault: Fault) -> bool:
    """Whether a letter was pasted into the same section."""
    section = index.section(fault)
    return any(index.section(other) == section for other in index.of(fault.file, MailPasted))


def images(index: FaultIndex, fault: Fault, broken: Rule) -> bool:
    """What is embedded in the same section may not stand there at all."""
    section = index.section(fault)
    embedded = any(index.section(other) == section for other in index.of(fault.file, HtmlTag, MediaForeign))
    return embedded or link_consequence(index, fault, broken)


def numbers(index: FaultIndex, fault: Fault, broken: TranslationNumbers) -> bool:
    """The number is that of a footnote without text, of entries that another section lost, or of something
    pasted."""
    extra = {number.strip() for number in broken.extra.split(",")}
    notes = (other.broken for other in index.of(fault.file, FootnoteUndefined))
    names = {note.name for note in notes if isinstance(note, FootnoteUndefined)}
    named = bool(extra) and extra <= names
    section = index.section(fault)
    causes = index.of(fault.file, PageReadOtherwise, MailPasted, LinkBare, CardSectionName)
    pasted = any(index.section(other) == section for other in causes)
    return (
        named
        or pasted
        or swallows(index, fault)
        or index.versions_have(fault, IdTwice)
        or merged(index, fault, broken)
    )


def items(index: FaultIndex, fault: Fault, _: Rule) -> bool:
    page = index.pages[fault.file]
    return any(
        other.position == fault.position
        for version in index.by_slug.get(page.slug, {}).values()
        for other in index.of(version.file, CardCount)
    )


def merged(index: FaultIndex, fault: Fault, _: Rule) -> bool:
    """An entry is read as the end of another one, or no line as an entry; or the heading of the next section
    is gone, so that all of that one's entries count as this one's."""
    page = index.pages.get(fault.file)
    if page is None:
        return False
    section = index.section(fault)
    if any(index.section(other) == section for other in index.of(fault.file, CardEntryUnmarked, MailPasted)):
        return True
    if _typed(index, fault.file):
        return True
    later = [s.position.line for s in page.document.sections if s.position.line > fault.position.line]
    end = min(later, default=page.document.text.rstrip("\n").count("\n") + 1)
    gone = index.of(fault.file, CardSectionMissing)
    return any(fault.position.line < other.position.line <= end for other in gone)


def numbered(index: FaultIndex, fault: Fault, broken: Rule) -> bool:
    """An entry is missing from the list, or is read as the end of another one."""
    section = index.section(fault)
    counted = any(
        index.section(other) == section for other in index.of(fault.file, TranslationItems, CardCount)
    )
    return counted or index.on_line(fault, PageReadOtherwise) or merged(index, fault, broken)


def _typed(index: FaultIndex, file: str) -> bool:
    """Whether a list of a file is none, as its marks are those of a letter."""
    return any(
        isinstance(other.broken, PageReadOtherwise) and other.broken.typed is not None
        for other in index.of(file, PageReadOtherwise)
    )


def entries(index: FaultIndex, fault: Fault, broken: Rule) -> bool:
    if swallows(index, fault) or (index.has(fault, CardAnswerMissing) and index.section(fault) == ""):
        return True
    if index.versions_have(fault, IdTwice) or items(index, fault, broken) or merged(index, fault, broken):
        return True
    versions = index.by_slug.get(index.pages[fault.file].slug, {}).values()
    section = index.section(fault)
    return any(
        _typed(index, version.file)
        or any(index.section(other) == section for other in index.of(version.file, *_RUN_TOGETHER))
        for version in versions
        if version.file != fault.file
    )


def links(index: FaultIndex, fault: Fault, broken: Rule) -> bool:
    return link_consequence(index, fault, broken) or merged(index, fault, broken)


def moved(index: FaultIndex, fault: Fault, _: Rule) -> bool:
    """What stands in the steps says by itself that their order is another."""
    section = index.section(fault)
    return any(index.section(other) == section for other in index.of(fault.file, TranslationOrder))


def quotation(index: FaultIndex, fault: Fault, _: Rule) -> bool:
    """The marks are there, but wrong ones."""
    return index.on_line(fault, QuoteWrong, QuoteUnpaired)


def phrase(index: FaultIndex, fault: Fault, broken: Rule) -> bool:
    section = index.section(fault)
    above = (other for other in index.of(fault.file, CardSectionMissing) if index.section(other) == section)
    if any(other.position.line < fault.position.line for other in above):
        return True  # It belongs to a section whose heading is none.
    return index.on_line(fault, CardWords) or quotation(index, fault, broken) or merged(index, fault, broken)


def words(index: FaultIndex, fault: Fault, broken: CardWords) -> bool:
    """The whole is too long because one phrase is, a phrase because the address of a link is part of it, a
    customer's words because they run together."""
    is_whole = broken.what == index.pages[fault.file].title
    if is_whole and index.has(fault, CardWords, CardCount, LinkGap, LinkReversed):
        return True
    together = any(
        isinstance(other.broken, KeyWrong) and other.broken.key == "customer_words"
        for other in index.of(fault.file, KeyWrong)
    )
    in_front = fault.position.line < index.pages[fault.file].front.end
    return (
        (together and in_front) or index.on_line(fault, LinkGap, LinkReversed) or merged(index, fault, broken)
    )


def no_way_on(index: FaultIndex, fault: Fault, _: Rule) -> bool:
    """The link to another card is there, but broken, or it has been told of as one that is missing."""
    return index.link_fault_in(fault) or any(
        index.section(other) == index.section(fault) for other in index.of(fault.file, TranslationLinks)
    )


def id_family(index: FaultIndex, fault: Fault, broken: CardIdFamily) -> bool:
    """The id belongs to another card, whichever of the two has been told so."""
    return any(
        isinstance(other.broken, CardIdTwice) and other.broken.id == broken.id
        for file in index.by_file
        for other in index.of(file, CardIdTwice)
    )


def decided_otherwise(index: FaultIndex, fault: Fault, _: Rule) -> bool:
    """The decision is wrong itself; with the right one, what it may become is another."""
    return index.has(fault, CardDecision)
