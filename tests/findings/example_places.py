"""Where the examples of the rules' help are put, to be tried."""

from __future__ import annotations

from tests.support.help_examples import CARD, EXAMPLE, Place

DECIDE = "docs/{code}/decide.md"
EXCEPTION = "docs/{code}/scenarios/late-return-good-reason.md"
GUIDE = "docs/{code}/guides/listening-and-empathy.md"
STUB = ((EXAMPLE, "---\ntitle: Example\n---\n\nText.\n"),)
ALONE = frozenset({"translation-missing"})
on_card = Place(CARD)
in_original = Place(CARD, original=True)
two_languages = Place(also=ALONE)
STIFF = (
    (
        "sources/stiff.yml",
        "pl: [{avoid: [za niedogodności], use: nazwij to}]\n"
        "hr: [{avoid: [zbog neugodnosti], use: recite što}]\n"
        "en: [{avoid: [for the inconvenience], use: name it}]\n",
    ),
)
NONSTANDARD = (("sources/nonstandard-hr.yml", "- {avoid: [sačeka*], use: pričekati}\n"),)
# Where the examples go; those of the other rules stand on a page of their own.
PLACES: dict[str, Place] = {
    "waiver-refused": Place(follows=frozenset({"html-tag"})),
    "data-broken": Place(also=frozenset({"local-rule-missing"})),
    "key-missing": in_original,
    "key-unknown": in_original,
    "key-wrong": in_original,
    "key-order": in_original,
    "nav-page-missing": Place(extra=STUB, judged="mkdocs.yml"),
    "start-page-missing": Place(extra=STUB, judged="mkdocs.yml"),
    "page-unreachable": Place(extra=STUB, judged=EXAMPLE),
    "page-unlisted": Place(extra=STUB, judged=EXAMPLE),
    "link-excluded": Place(extra=(("docs/{code}/drafts/new-cards.md", "Text.\n"),), also=ALONE),
    "footnote-undefined": Place(extension="footnotes"),
    "footnote-unused": Place(extension="footnotes"),
    "footnote-twice": Place(extension="footnotes", follows=frozenset({"footnote-unused"})),
    "redirect-broken": Place(also=ALONE),
    "address-dead": Place(also=ALONE),
    "section-missing": two_languages,
    "section-extra": two_languages,
    "section-order": two_languages,
    "translation-record-missing": two_languages,
    "translation-stale": two_languages,
    "translation-links": two_languages,
    "translation-images": two_languages,
    "translation-items": two_languages,
    "translation-order": two_languages,
    "translation-numbers": two_languages,
    "card-answer-missing": on_card,
    "card-section-missing": on_card,
    "card-section-unknown": on_card,
    "card-section-order": on_card,
    "card-section-name": on_card,
    "card-count": on_card,
    "card-entry-unmarked": on_card,
    "card-words": on_card,
    "card-related-unknown": in_original,
    "question-section-missing": Place(DECIDE, original=True, follows=frozenset({"card-fact-unknown"})),
    "card-fact-unknown": Place(EXCEPTION, original=True),
    "card-decision": Place(EXCEPTION, original=True),
    "claim-unknown": in_original,
    "claim-section-unknown": Place(GUIDE, original=True),
    "claim-lost": in_original,
    "local-rule-unknown": in_original,
    "staff-words-lost": Place(also=ALONE),
    "key-entry-twice": in_original,
    "review-early": in_original,
    "review-late": in_original,
    "card-id-family": in_original,
    "card-may-become": in_original,
    "card-writing": in_original,
    "card-answer-long": on_card,
    "card-phrase-unquoted": on_card,
    "card-why-missing": on_card,
    "card-decide-link": on_card,
    "card-reply-length": Place(EXCEPTION),
    "phrase-forbidden": on_card,
    "decision-twice": on_card,
    "card-why-long": on_card,
    "phrase-stiff": Place(extra=STIFF),
    "word-nonstandard": Place(extra=NONSTANDARD, also=ALONE),
    # What the waiver was meant for is found as well.
    "waiver-broken": Place(follows=frozenset({"link-bare"})),
    "waiver-rule-unknown": Place(follows=frozenset({"link-bare"})),
}
# Examples that cannot be put into a page as they stand; each has a test of its own.
ELSEWHERE = {
    "file-not-utf8": "the fault is in the bytes, which an example can only show the look of",
    "translation-deleted": "the fault is in what git knows, no page shows it",
    "card-named-lost": "the fault is that there is no card of this name",
    "link-untranslated": "the fault is that there is no page, and an example shows both halves on pages",
    "original-missing": "the fault is that there is no other page, and an example shows both halves on pages",
    "translation-moved": "the fault is in what git knows, no page shows it",
    "page-renamed": "it is about names in several languages, and an example shows both halves on pages",
    "file-foreign": "the fault is in how a file begins, and an example is a page",
    "page-moved": "it is about names in every language, and an example shows both halves on pages",
    "page-copied": "it is about two names, not about a text",
    "page-overwritten": "the fault is that two files say the same, and an example is one of them",
    "prose-unavailable": "the fault is in the computer, no page shows it",
    "language-incomplete": "the fault is in the tools, and its cure is work on them",
    "file-long": "the example would be longer than a page of help",
    "markup-run": "the example would be longer than a page of help",
    "file-linked": "a link on the disk is no text",
    "file-name": "it is about a name, not about a text",
    "file-kind": "it is about a name, not about a text",
    "picture-kind": "the fault is in the bytes of a picture, which no text shows",
    "address-twice": "it is about two names, not about a text",
    "data-missing": "a file that is gone cannot be shown",
    "check-failed": "nobody knows of a file that the tools fail at",
}
