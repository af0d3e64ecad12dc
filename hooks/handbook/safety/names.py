"""The ids, classes and data attributes that belong to the frame of the pages.

The frame's scripts look for its parts by these names, and its styles give them their looks: a page that
took one could pass off its own text as a notice of the handbook's.
"""

from __future__ import annotations

import re

from .allowed import words

# Ids that Markdown's own extensions make begin so as well; a writer has no need to.
_IDS = re.compile(r"__.*|(?:md|hb|handbook)[-_].*", re.IGNORECASE)
# Those of tabs, of numbered lines, of numbered pictures and tables.
_MADE_IDS = re.compile(r"__(?:tabbed|codelineno|span|(?:figure|table)-caption)[-_]\d[\d_.-]*")
RESERVED_IDS = words(
    "call-title content contents-title copy finding-panel languages menu scheme search toc toc-title"
)
_CLASSES = re.compile(r"(?:md|hb|handbook|desk|finding|kept|learn|own|paper)(?:-.*)?", re.IGNORECASE)
RESERVED_CLASSES = words(
    """also anger answer avoid banner bending-rules book-contents brand call call-leave call-next call-open
    call-previous call-text call-top calm card cited claim-id claims contents copy cover decision
    disagreement door doors due edit empty escalate finder follow-through follow-up foot frame get-help
    giscus header-search headerlink hold home home-search imprint is-right is-wrong kept keys-open
    languages level-2 level-3 listening local-rule logo logo-lines long may-become mend menu-button
    mermaid mine-open no-js offline other overdue own paper part phrase pin print qr reply-copy report right
    rule safety said saying-no scripted set-limit skip slot spoken stale status steps text to-dark to-light
    to-say tool tools top top-search trail trust unseen untranslated verified whole within wrong"""
)
RESERVED_DATA = words(
    """data-base data-channel data-copied data-dark data-decision data-desk data-failed data-family
    data-files data-framed data-home data-kind data-language data-languages data-light data-loading data-name
    data-none data-open data-prefix data-remark data-review-by data-scheme data-scripts data-slug
    data-template data-title data-untranslated data-wait data-worker"""
)
# Material copies what the second names at a click, wherever it stands.
_DATA = re.compile(r"data-(?:md|hb|handbook)-.*|data-clipboard(?:-.*)?")


def is_taken_id(id: str) -> bool:
    """Whether an id is one of the frame's."""
    return id in RESERVED_IDS or (_IDS.fullmatch(id) is not None and _MADE_IDS.fullmatch(id) is None)


def is_taken_class(name: str) -> bool:
    """Whether a class is one of the frame's."""
    return name in RESERVED_CLASSES or _CLASSES.fullmatch(name) is not None


def is_taken_data(name: str) -> bool:
    """Whether a data-… attribute is one that the frame's scripts read."""
    return name in RESERVED_DATA or _DATA.fullmatch(name) is not None
