"""Which rules a site is held to that never signed the handbook's conventions.

A site signs them by `extra.handbook` in mkdocs.yml. On any other site what MkDocs itself would call
broken stays an error; what is a convention of the handbook is off, or told without failing.
"""

from __future__ import annotations

from collections.abc import Mapping

from .rules import GROUPS, NOTICE, OFF, WARNING
from .rules.files import FileEmpty, FileKind, FileLong, FileName, LanguageIncomplete, PageUntitled
from .rules.links import LinkAbsolute, LinkBare, LinkLocal
from .rules.navigation import PageUnreachable
from .rules.prose import ProseUnavailable
from .rules.references import HeadingIdMissing
from .rules.safety import HtmlAttribute, HtmlTag, MediaForeign, NameReserved
from .rules.translations import (
    OriginalMissing,
    SectionExtra,
    SectionMissing,
    SectionOrder,
    TranslationDeleted,
    TranslationImages,
    TranslationItems,
    TranslationLinks,
    TranslationMissing,
    TranslationNumbers,
    TranslationOrder,
)

GENERAL: Mapping[str, str] = {
    LanguageIncomplete.rule_id: OFF,
    # What such a site is called, holds and shows besides text is its own affair.
    FileName.rule_id: OFF,
    FileKind.rule_id: OFF,
    NameReserved.rule_id: OFF,
    HtmlTag.rule_id: NOTICE,
    HtmlAttribute.rule_id: NOTICE,
    MediaForeign.rule_id: NOTICE,
    # Ids on every heading, the same in each language, are this handbook's way of comparing languages.
    HeadingIdMissing.rule_id: OFF,
    # MkDocs publishes it as it is.
    FileEmpty.rule_id: WARNING,
    # What is too long for us is so for nobody else.
    FileLong.rule_id: NOTICE,
    # MkDocs takes a page's title from its file where nothing else gives one.
    PageUntitled.rule_id: OFF,
    # An address of the site's own works where it is, and MkDocs leaves it alone unless asked to warn.
    LinkAbsolute.rule_id: NOTICE,
    # Many sites show addresses as samples.
    LinkBare.rule_id: NOTICE,
    # A guide to software may well send its readers to their own machine.
    LinkLocal.rule_id: OFF,
    # A page may exist in one language; static-i18n can fall back to the default one.
    TranslationMissing.rule_id: NOTICE,
    TranslationDeleted.rule_id: NOTICE,
    OriginalMissing.rule_id: OFF,
    SectionMissing.rule_id: NOTICE,
    SectionExtra.rule_id: NOTICE,
    SectionOrder.rule_id: NOTICE,
    TranslationLinks.rule_id: NOTICE,
    TranslationImages.rule_id: NOTICE,
    TranslationItems.rule_id: NOTICE,
    TranslationNumbers.rule_id: NOTICE,
    TranslationOrder.rule_id: NOTICE,
    PageUnreachable.rule_id: NOTICE,
    # Raw HTML is what many sites are made of; who may write there is theirs to say.
    **dict.fromkeys(GROUPS["safety"], OFF),
    # How the handbook writes.
    **dict.fromkeys((rule for rule in GROUPS["prose"] if rule != ProseUnavailable.rule_id), OFF),
}
