"""The table of rules: every fault the checks can find, and how grave it is by default.

error and warning fail a check; a notice is shown and never fails. What a rule says in each language
stands in texts/<code>.yml; a test holds the two together.
"""

from __future__ import annotations

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
}
