"""One finding a fault: drops what only follows from another finding.

A misspelt section id, say, is at once unknown, extra and a missing section. The finding that names
the cause stays; for each kind of consequence a rule here says which that is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from ..model.project import Fault, Project
from ..model.rules import PROSE, RULES, Rule
from ..model.rules.cards import (
    CardAnswerLong,
    CardCount,
    CardDecideLink,
    CardFactUnknown,
    CardIdFamily,
    CardIdTwice,
    CardPhraseUnquoted,
    CardRelatedOneWay,
    CardRelatedUnknown,
    CardSectionMissing,
    CardSectionName,
    CardSectionOrder,
    CardSectionUnknown,
    CardWhyMissing,
    CardWords,
    QuestionSectionMissing,
)
from ..model.rules.files import (
    DataBroken,
    DataMissing,
    FileEmpty,
    FileNotUtf8,
    FrontMatterBroken,
    FrontMatterKeyTwice,
    FrontMatterUnclosed,
    KeyMisplaced,
    KeyMissing,
    KeyOrder,
    KeyUnknown,
    KeyWrong,
    PageUntitled,
)
from ..model.rules.links import LinkAnchorMissing, LinkBare, LinkGap, LinkReversed
from ..model.rules.prose import ProseUnavailable, QuoteUnpaired, QuoteWrong, TextWrongLanguage
from ..model.rules.references import HeadingIdMissing, IdTwice, PageReadOtherwise
from ..model.rules.safety import HtmlAttribute, HtmlTag, LinkDeceptive, LinkScheme
from ..model.rules.sources import (
    AdviceUnused,
    ClaimLost,
    ClaimSectionUnknown,
    ClaimUnknown,
    LocalRuleMissing,
    LocalRuleUnknown,
)
from ..model.rules.translations import (
    SectionExtra,
    SectionMissing,
    SectionOrder,
    TranslationImages,
    TranslationItems,
    TranslationLinks,
    TranslationNumbers,
    TranslationStale,
)
from . import section_consequences as sections
from .fault_index import FaultIndex

_PROSE = {RULES[id] for id in PROSE}


def settle(project: Project, faults: Iterable[Fault]) -> Iterator[Fault]:
    """The faults without those that follow from others, in the same order."""
    found = list(faults)
    if not found:
        return
    index = FaultIndex(project, found)
    for fault in found:
        follows = _CONSEQUENCES.get(type(fault.broken))
        if follows is None or not follows(index, fault, fault.broken):
            yield fault


def _link_consequence(index: FaultIndex, fault: Fault, _: Rule) -> bool:
    return index.link_fault_in(fault) or index.has(fault, IdTwice)


def _named_better(index: FaultIndex, fault: Fault, _: Rule) -> bool:
    """Whether what is wrong with the address has been told in words that say more."""
    return any(
        other.broken.group == LinkBare.group
        and not isinstance(other.broken, LinkBare)
        and other.position.line == fault.position.line
        for other in index.by_file[fault.file]
    )


def _items(index: FaultIndex, fault: Fault, _: Rule) -> bool:
    page = index.pages[fault.file]
    return any(
        isinstance(other.broken, CardCount) and other.position == fault.position
        for version in index.by_slug.get(page.slug, {}).values()
        for other in index.by_file.get(version.file, ())
    )


def _merged(index: FaultIndex, fault: Fault, _: Rule) -> bool:
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


def _entries(index: FaultIndex, fault: Fault, broken: Rule) -> bool:
    return _items(index, fault, broken) or _merged(index, fault, broken)


def _links(index: FaultIndex, fault: Fault, broken: Rule) -> bool:
    return _link_consequence(index, fault, broken) or _merged(index, fault, broken)


def _phrase(index: FaultIndex, fault: Fault, broken: Rule) -> bool:
    too_long = any(
        isinstance(other.broken, CardWords) and other.position.line == fault.position.line
        for other in index.by_file[fault.file]
    )
    return too_long or _quotation(index, fault, broken) or _merged(index, fault, broken)


def _no_way_on(index: FaultIndex, fault: Fault, _: Rule) -> bool:
    """The link to another card is there, but broken, or it has been told of as one that is missing."""
    return index.link_fault_in(fault) or any(
        isinstance(other.broken, TranslationLinks) and index.section(other) == index.section(fault)
        for other in index.by_file[fault.file]
    )


def _untitled(index: FaultIndex, fault: Fault, _: Rule) -> bool:
    """The title is there, under a key that is misspelt."""
    return any("title" in _key_of(other.broken) for other in index.by_file[fault.file])


def _not_an_id(index: FaultIndex, fault: Fault, _: Rule) -> bool:
    """What stands in the braces after a heading was meant to be its id."""
    return any(
        isinstance(other.broken, HeadingIdMissing) and other.position.line == fault.position.line
        for other in index.by_file[fault.file]
    )


def _unclosed(index: FaultIndex, fault: Fault, _: Rule) -> bool:
    """Nobody knows where the text begins."""
    return index.has(fault, FrontMatterUnclosed)


def _one_way(index: FaultIndex, fault: Fault, broken: CardRelatedOneWay) -> bool:
    """The other card misspells its mention of this one, or its whole list."""
    others = (other.broken for other in index.by_file.get(broken.other, ()))
    return any(isinstance(other, CardRelatedUnknown) or "related" in _key_of(other) for other in others)


def _key_of(broken: Rule) -> tuple[str | None, ...]:
    """The key that a fault of front matter is about, and the one that was probably meant."""
    if isinstance(broken, KeyUnknown | KeyWrong):
        return broken.key, broken.guess
    if isinstance(broken, KeyMissing | KeyOrder | KeyMisplaced | FrontMatterKeyTwice):
        return (broken.key,)
    return ()


def _claim_unknown(index: FaultIndex, fault: Fault, broken: ClaimUnknown) -> bool:
    """The claim is there, but something is wrong with it."""
    return any(
        isinstance(other.broken, DataBroken) and str(other.broken.reason).startswith(f"{broken.id}.")
        for other in index.by_file.get(broken.file, ())
    )


def _claim_lost(index: FaultIndex, fault: Fault, _: Rule) -> bool:
    """A page that is gone or cannot be read, or an id that is misspelt, may be the one that carried it."""
    unread = {FileNotUtf8, FileEmpty, FrontMatterBroken, FrontMatterUnclosed, ClaimUnknown}
    if index.rules & unread or index.orphans:
        return True
    return any(
        not isinstance(other.broken, FrontMatterKeyTwice)
        and not {"claims", "claim"}.isdisjoint(_key_of(other.broken))
        for faults in index.by_file.values()
        for other in faults
    )


def _local_rule_missing(index: FaultIndex, fault: Fault, broken: LocalRuleMissing) -> bool:
    """The rule is there, but its file cannot be read or something is wrong with it."""
    return any(
        isinstance(other.broken, DataBroken | DataMissing | FileNotUtf8)
        for file in (fault.file, broken.other)
        for other in index.by_file.get(file, ())
    )


def _local_rule_unknown(index: FaultIndex, fault: Fault, broken: LocalRuleUnknown) -> bool:
    return any(
        isinstance(other.broken, DataBroken | FileNotUtf8)
        for file, others in index.by_file.items()
        for other in others
        if file.startswith(f"{broken.folder}/")
    )


def _quotation(index: FaultIndex, fault: Fault, _: Rule) -> bool:
    """The marks are there, but wrong ones."""
    return any(
        isinstance(other.broken, QuoteWrong | QuoteUnpaired) and other.position.line == fault.position.line
        for other in index.by_file[fault.file]
    )


def _id_family(index: FaultIndex, fault: Fault, broken: CardIdFamily) -> bool:
    """The id belongs to another card, whichever of the two has been told so."""
    return any(
        isinstance(other.broken, CardIdTwice) and other.broken.id == broken.id
        for others in index.by_file.values()
        for other in others
    )


def _words(index: FaultIndex, fault: Fault, broken: CardWords) -> bool:
    """The whole is too long because one phrase is, a phrase because the address of a link is part of it."""
    slips = [f for f in index.by_file[fault.file] if isinstance(f.broken, LinkGap | LinkReversed)]
    if broken.what == index.pages[fault.file].title and (slips or index.has(fault, CardWords, CardCount)):
        return True
    return any(slip.position.line == fault.position.line for slip in slips) or _merged(index, fault, broken)


def _key_missing(index: FaultIndex, fault: Fault, broken: KeyMissing) -> bool:
    """A key with this name is there, misspelt, or it stood in the original that is gone."""
    return index.is_orphan(fault) or any(
        isinstance(other.broken, KeyUnknown) and other.broken.guess == broken.key
        for other in index.by_file[fault.file]
    )


def _key_unknown(index: FaultIndex, fault: Fault, broken: KeyUnknown) -> bool:
    """The page is no original, although it takes the place of one."""
    return broken.key == "translation" and index.is_orphan(fault)


def _key_wrong(index: FaultIndex, fault: Fault, _: Rule) -> bool:
    """The value is wrong because it names something that does not exist."""
    return any(
        isinstance(other.broken, CardRelatedUnknown | ClaimUnknown | CardFactUnknown | LocalRuleUnknown)
        and other.position == fault.position
        for other in index.by_file[fault.file]
    )


def _foreign(index: FaultIndex, fault: Fault, _: Rule) -> bool:
    """The text is in another language, so its words and signs are, too."""
    line = fault.position.line
    return any(
        (isinstance(other.broken, TextWrongLanguage) and line in other.broken.lines)
        or (isinstance(other.broken, CardSectionName) and line == other.position.line)
        for other in index.by_file[fault.file]
    )


def _read_otherwise(index: FaultIndex, fault: Fault, _: Rule) -> bool:
    """What changes how the page is read has been told of, or something else in this line has."""
    groups = (HtmlTag.group, PageReadOtherwise.group)
    return any(
        other.broken.group in groups
        or (other.broken.group == LinkBare.group and other.position.line == fault.position.line)
        for other in index.by_file[fault.file]
        if other is not fault and not isinstance(other.broken, HeadingIdMissing)
    )


def _id_missing(index: FaultIndex, fault: Fault, _: Rule) -> bool:
    """The id is there, but readers get the line otherwise."""
    line = fault.position.line
    return any(
        isinstance(other.broken, PageReadOtherwise) and other.position.line == line
        for other in index.by_file[fault.file]
    )


def _stale(index: FaultIndex, fault: Fault, _: Rule) -> bool:
    """There is no original any more."""
    return index.is_orphan(fault)


Broken = TypeVar("Broken", bound=Rule)
_Follows = Callable[[FaultIndex, Fault, Any], bool]


def _when(
    rule: type[Broken], follows: Callable[[FaultIndex, Fault, Broken], bool]
) -> tuple[type[Rule], _Follows]:
    """A rule, and when a fault of it only follows from another one."""
    return rule, follows


_CONSEQUENCES: dict[type[Rule], _Follows] = dict(
    (
        _when(LinkScheme, _named_better),
        _when(LinkDeceptive, _named_better),
        _when(TranslationLinks, _links),
        _when(TranslationImages, _link_consequence),
        _when(TranslationItems, _entries),
        _when(TranslationNumbers, _merged),
        _when(CardCount, _merged),
        _when(CardDecideLink, _no_way_on),
        _when(PageUntitled, _untitled),
        _when(HtmlAttribute, _not_an_id),
        _when(CardAnswerLong, _unclosed),
        _when(SectionMissing, sections.section_missing),
        _when(SectionExtra, sections.section_extra),
        _when(SectionOrder, sections.section_order),
        _when(CardSectionMissing, sections.card_section_missing),
        _when(CardSectionName, sections.card_section),
        _when(CardSectionUnknown, sections.card_section_unknown),
        _when(CardSectionOrder, sections.card_section),
        _when(CardRelatedOneWay, _one_way),
        _when(CardWords, _words),
        _when(ClaimLost, _claim_lost),
        _when(AdviceUnused, _claim_lost),
        _when(CardIdFamily, _id_family),
        _when(CardPhraseUnquoted, _phrase),
        _when(CardWhyMissing, _phrase),
        _when(ClaimUnknown, _claim_unknown),
        _when(LocalRuleMissing, _local_rule_missing),
        _when(LocalRuleUnknown, _local_rule_unknown),
        _when(LinkAnchorMissing, sections.anchor),
        _when(KeyMissing, _key_missing),
        _when(KeyUnknown, _key_unknown),
        _when(TranslationStale, _stale),
        _when(ClaimSectionUnknown, sections.named_section),
        _when(QuestionSectionMissing, sections.named_section),
        _when(KeyWrong, _key_wrong),
        _when(PageReadOtherwise, _read_otherwise),
        _when(HeadingIdMissing, _id_missing),
        *(_when(rule, _foreign) for rule in _PROSE - {TextWrongLanguage, ProseUnavailable}),
    )
)
