"""The table of rules: every fault the checks can find, and how grave it is by default.

error and warning fail a check; a notice is shown and never fails. What a rule says in each language
stands in texts/<code>.yml; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Mapping

ERROR, WARNING, NOTICE, OFF = "error", "warning", "notice", "off"
SEVERITIES = (ERROR, WARNING, NOTICE, OFF)

RULES: dict[str, str] = {
    # Files and front matter
    "file-not-utf8": ERROR,
    "file-empty": ERROR,
    "front-matter-broken": ERROR,
    "front-matter-unclosed": ERROR,
    "front-matter-key-twice": ERROR,
    "data-broken": ERROR,
    "page-untitled": ERROR,
    "marker-unknown": ERROR,
    "key-missing": ERROR,
    "key-unknown": ERROR,
    "key-wrong": ERROR,
    "key-order": WARNING,
    "key-misplaced": ERROR,
    # Links
    "link-empty": ERROR,
    "link-page-missing": ERROR,
    "link-file-missing": ERROR,
    "link-anchor-missing": ERROR,
    "link-wrong-language": ERROR,
    "link-outside-docs": ERROR,
    # Translations
    "translation-missing": ERROR,
    "heading-id-missing": ERROR,
    "section-missing": ERROR,
    "section-extra": ERROR,
    "section-order": ERROR,
    # Never in the way of whoever edits an original.
    "translation-record-missing": NOTICE,
    "translation-stale": NOTICE,
    # Cards
    "card-id-twice": ERROR,
    "card-answer-missing": ERROR,
    "card-section-missing": ERROR,
    "card-section-unknown": ERROR,
    "card-section-order": ERROR,
    "card-section-name": ERROR,
    "card-count": ERROR,
    "card-words": WARNING,
    "card-related-unknown": ERROR,
    "card-related-one-way": ERROR,
    # Sources
    "claim-unknown": ERROR,
    "claim-section-unknown": ERROR,
    "claim-lost": WARNING,
    # Links in their many wrong forms
    "link-text-empty": ERROR,
    "link-case": ERROR,
    "link-form": ERROR,
    "link-html": ERROR,
    "link-backslash": ERROR,
    "link-encoding": ERROR,
    "link-absolute": ERROR,
    "link-excluded": ERROR,
    "link-mailto": ERROR,
    "link-local": ERROR,
    "link-malformed": ERROR,
    "link-bare": WARNING,
    "link-gap": ERROR,
    "link-reversed": ERROR,
    # Navigation, references, ids
    "nav-page-missing": ERROR,
    "page-unreachable": WARNING,
    "page-unlisted": NOTICE,
    "reference-undefined": ERROR,
    "reference-unused": WARNING,
    "reference-twice": ERROR,
    "footnote-undefined": ERROR,
    "footnote-unused": WARNING,
    "footnote-twice": ERROR,
    "id-twice": ERROR,
    # Translations, section by section
    "translation-links": ERROR,
    "translation-images": ERROR,
    "translation-items": ERROR,
    "translation-numbers": ERROR,
    # Cards and the decision guide
    "question-section-missing": ERROR,
    "card-fact-unknown": ERROR,
    "card-decision": ERROR,
    # Waivers
    "waiver-broken": ERROR,
    "waiver-rule-unknown": ERROR,
    "waiver-unused": WARNING,
    "waiver-expired": ERROR,
    # Language
    "spelling": WARNING,
    "term-avoided": WARNING,
    "word-nonstandard": WARNING,
    "text-wrong-language": WARNING,
    "quote-wrong": WARNING,
    "quote-unpaired": WARNING,
    "dash-wrong": WARNING,
    "ellipsis-wrong": WARNING,
    "space-wrong": WARNING,
    "sentence-long": WARNING,
    "sentences-long": WARNING,
    # Who writes on a machine of their own cannot always install it; see severities().
    "prose-unavailable": NOTICE,
}

# The same rules by what they look at, in the order of their help.
GROUPS: dict[str, tuple[str, ...]] = {
    "files": (
        "file-not-utf8",
        "file-empty",
        "front-matter-broken",
        "front-matter-unclosed",
        "front-matter-key-twice",
        "page-untitled",
        "key-missing",
        "key-unknown",
        "key-wrong",
        "key-order",
        "key-misplaced",
        "marker-unknown",
        "data-broken",
    ),
    "links": (
        "link-page-missing",
        "link-anchor-missing",
        "link-file-missing",
        "link-wrong-language",
        "link-empty",
        "link-text-empty",
        "link-case",
        "link-form",
        "link-html",
        "link-backslash",
        "link-encoding",
        "link-absolute",
        "link-outside-docs",
        "link-excluded",
        "link-mailto",
        "link-local",
        "link-malformed",
        "link-bare",
        "link-gap",
        "link-reversed",
    ),
    "references": (
        "reference-undefined",
        "reference-unused",
        "reference-twice",
        "footnote-undefined",
        "footnote-unused",
        "footnote-twice",
        "heading-id-missing",
        "id-twice",
    ),
    "navigation": ("nav-page-missing", "page-unreachable", "page-unlisted"),
    "translations": (
        "translation-missing",
        "section-missing",
        "section-extra",
        "section-order",
        "translation-links",
        "translation-images",
        "translation-items",
        "translation-numbers",
        "translation-record-missing",
        "translation-stale",
    ),
    "cards": (
        "card-id-twice",
        "card-answer-missing",
        "card-section-missing",
        "card-section-unknown",
        "card-section-order",
        "card-section-name",
        "card-count",
        "card-words",
        "card-related-unknown",
        "card-related-one-way",
        "card-fact-unknown",
        "card-decision",
        "question-section-missing",
    ),
    "sources": ("claim-unknown", "claim-section-unknown", "claim-lost"),
    "prose": (
        "spelling",
        "term-avoided",
        "word-nonstandard",
        "text-wrong-language",
        "quote-wrong",
        "quote-unpaired",
        "dash-wrong",
        "ellipsis-wrong",
        "space-wrong",
        "sentence-long",
        "sentences-long",
        "prose-unavailable",
    ),
    "waivers": ("waiver-broken", "waiver-rule-unknown", "waiver-unused", "waiver-expired"),
}

# What is found only where the prose is checked, too.
PROSE = GROUPS["prose"]


def severities(chosen: Mapping[str, str], *, in_ci: bool) -> dict[str, str]:
    """How grave each rule is.

    Args:
        chosen: rule -> severity, where the project wants another than the rule's own.
        in_ci: nothing may pass there because a tool is missing.
    """
    return {**RULES, **({"prose-unavailable": ERROR} if in_ci else {}), **chosen}
