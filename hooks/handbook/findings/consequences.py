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
    CardIdFamily,
    CardMayBecome,
    CardPhraseUnquoted,
    CardRelatedOneWay,
    CardSectionMissing,
    CardSectionName,
    CardSectionOrder,
    CardSectionUnknown,
    CardWhyMissing,
    CardWords,
    CardWriting,
    QuestionSectionMissing,
)
from ..model.rules.files import (
    FrontMatterBroken,
    KeyMissing,
    KeyUnknown,
    KeyWrong,
    PageUntitled,
)
from ..model.rules.links import LinkAnchorMissing
from ..model.rules.prose import ProseUnavailable, TextWrongLanguage
from ..model.rules.references import HeadingIdMissing, HeadingLevel, ListNumbers, PageReadOtherwise
from ..model.rules.safety import HtmlAttribute, LinkDeceptive, LinkScheme, MarkupOpen
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
    TranslationMoved,
    TranslationNumbers,
    TranslationStale,
)
from . import card_consequences as cards
from . import key_consequences as keys
from . import section_consequences as sections
from . import source_consequences as sources
from . import text_consequences as texts
from .fault_index import FaultIndex
from .whole_consequences import Swallowed

_PROSE = {RULES[id] for id in PROSE}


def settle(project: Project, faults: Iterable[Fault]) -> Iterator[Fault]:
    """The faults without those that follow from others, in the same order."""
    found = list(faults)
    if not found:
        return
    index, swallowed = FaultIndex(project, found), Swallowed(project, found)
    for fault in found:
        if fault in swallowed:
            continue
        follows = CONSEQUENCES.get(type(fault.broken))
        if follows is None or not follows(index, fault, fault.broken):
            yield fault


Broken = TypeVar("Broken", bound=Rule)
_Follows = Callable[[FaultIndex, Fault, Any], bool]


def _when(
    rule: type[Broken], follows: Callable[[FaultIndex, Fault, Broken], bool]
) -> tuple[type[Rule], _Follows]:
    """A rule, and when a fault of it only follows from another one."""
    return rule, follows


CONSEQUENCES: dict[type[Rule], _Follows] = dict(
    (
        _when(LinkScheme, texts.named_better),
        _when(LinkDeceptive, texts.named_better),
        _when(TranslationLinks, cards.links),
        _when(TranslationImages, cards.images),
        _when(TranslationItems, cards.entries),
        _when(TranslationNumbers, cards.numbers),
        _when(TranslationMoved, cards.moved),
        _when(CardCount, cards.merged),
        _when(CardDecideLink, cards.no_way_on),
        _when(CardWriting, keys.channels),
        _when(CardMayBecome, cards.decided_otherwise),
        _when(PageUntitled, keys.untitled),
        _when(HtmlAttribute, texts.not_an_id),
        _when(MarkupOpen, texts.not_allowed),
        _when(CardAnswerLong, keys.unclosed),
        _when(SectionMissing, sections.section_missing),
        _when(SectionExtra, sections.section_extra),
        _when(SectionOrder, sections.section_order),
        _when(CardSectionMissing, sections.card_section_missing),
        _when(CardSectionName, sections.card_section),
        _when(CardSectionUnknown, sections.card_section_unknown),
        _when(CardSectionOrder, sections.card_section),
        _when(CardRelatedOneWay, keys.one_way),
        _when(CardWords, cards.words),
        _when(ClaimLost, sources.claim_lost),
        _when(AdviceUnused, sources.claim_lost),
        _when(CardIdFamily, cards.id_family),
        _when(CardPhraseUnquoted, cards.phrase),
        _when(CardWhyMissing, cards.phrase),
        _when(ClaimUnknown, sources.claim_unknown),
        _when(LocalRuleMissing, sources.local_rule_missing),
        _when(LocalRuleUnknown, sources.local_rule_unknown),
        _when(LinkAnchorMissing, sections.anchor),
        _when(KeyMissing, keys.key_missing),
        _when(KeyUnknown, keys.key_unknown),
        _when(TranslationStale, texts.stale),
        _when(ClaimSectionUnknown, sections.named_section),
        _when(QuestionSectionMissing, sections.named_section),
        _when(KeyWrong, keys.key_wrong),
        _when(FrontMatterBroken, keys.run_together),
        _when(PageReadOtherwise, texts.read_otherwise),
        _when(HeadingIdMissing, texts.id_missing),
        _when(ListNumbers, cards.numbered),
        _when(HeadingLevel, sections.heading_level),
        *(_when(rule, texts.foreign) for rule in _PROSE - {TextWrongLanguage, ProseUnavailable}),
    )
)
