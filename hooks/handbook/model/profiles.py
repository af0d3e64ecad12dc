"""Which rules a site is held to that never signed the handbook's conventions.

A site signs them by `extra.handbook` in mkdocs.yml. On any other site what MkDocs itself would call
broken stays an error; what is a convention of the handbook is off, or told without failing.
"""

from __future__ import annotations

from collections.abc import Mapping

from .rules import GROUPS, NOTICE, OFF

GENERAL: Mapping[str, str] = {
    # Ids on every heading, the same in each language, are this handbook's way of comparing languages.
    "heading-id-missing": OFF,
    # MkDocs takes a page's title from its file where nothing else gives one.
    "page-untitled": OFF,
    # A guide to software may well send its readers to their own machine.
    "link-local": OFF,
    # A page may exist in one language; static-i18n can fall back to the default one.
    "translation-missing": NOTICE,
    "section-missing": NOTICE,
    "section-extra": NOTICE,
    "section-order": NOTICE,
    "translation-links": NOTICE,
    "translation-images": NOTICE,
    "translation-items": NOTICE,
    "translation-numbers": NOTICE,
    "page-unreachable": NOTICE,
    # Raw HTML is what many sites are made of; who may write there is theirs to say.
    **dict.fromkeys(GROUPS["safety"], OFF),
    # How the handbook writes.
    **dict.fromkeys((rule for rule in GROUPS["prose"] if rule != "prose-unavailable"), OFF),
}
