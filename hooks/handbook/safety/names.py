"""The ids, classes and data attributes that belong to the frame of the pages.

The frame's scripts look for its parts by these names, and its styles give them their looks: a page that
took one could pass off its own text as a notice of the handbook's.
"""

from __future__ import annotations

import re

from .allowed import words

# Ids that Markdown's own extensions make begin so as well; a writer has no need to.
_IDS = re.compile(r"__.*|(?:md|hb|handbook)[-_].*", re.IGNORECASE)
# Those of tabs and of numbered lines.
_MADE_IDS = re.compile(r"__(?:tabbed|codelineno|span)[-_]\d[\d_-]*")
RESERVED_IDS = words("call-title content contents-title copy finding-panel languages menu scheme search")
_CLASSES = re.compile(r"(?:md|hb|handbook)-.*", re.IGNORECASE)
RESERVED_CLASSES = words(
    """also answer avoid banner book-contents brand call call-leave call-next call-open call-previous
    call-text call-top cited claim-id claims contents copy cover decision due edit finder foot frame imprint
    languages local-rule logo logo-lines mend menu-button no-js offline other overdue part phrase said
    scripted skip stale status steps tool tools top top-search trail unseen verified within"""
)
RESERVED_DATA = words(
    """data-base data-channel data-copied data-dark data-decision data-failed data-family data-home data-kind
    data-language data-languages data-light data-name data-none data-open data-prefix data-review-by
    data-scheme data-scripts data-slug data-untranslated data-wait data-worker"""
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
