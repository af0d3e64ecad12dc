"""Markers: a line <!-- handbook:NAME --> stands for a list that is made from data."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable

from ..model.project import Page, Project
from ..reading.markdown.masking import mask_code
from ..reading.markdown.parse import MARKER
from .lists import (
    card_anatomy,
    card_lists,
    download_list,
    glossary_list,
    news_list,
    phrasebook_list,
    rule_list,
    source_lists,
    state_lists,
)
from .lists.finder import finder
from .lists.practice import practice

Maker = Callable[[Project, Page, datetime.date], str]


def _undated(maker: Callable[[Project, Page], str]) -> Maker:
    """A list that is the same on every day."""
    return lambda project, page, today: maker(project, page)


MARKERS: dict[str, Maker] = {
    "doors": _undated(card_lists.doors),
    "cards": _undated(card_lists.cards),
    "finder": _undated(finder),
    "glossary": _undated(glossary_list.glossary),
    "sources": _undated(source_lists.sources),
    "claims": _undated(source_lists.claims),
    "contradictions": _undated(source_lists.contradictions),
    "phrasebook": _undated(phrasebook_list.phrasebook),
    "practice": _undated(practice),
    "rules": _undated(rule_list.rules),
    "card-fields": _undated(card_anatomy.fields),
    "card-sections": _undated(card_anatomy.sections),
    "card-length": _undated(card_anatomy.length),
    "news": news_list.news,
    "downloads": _undated(download_list.downloads),
    "counts": state_lists.counts,
    "translations": state_lists.translations,
    "reviews": state_lists.reviews,
}


def expand(project: Project, page: Page, markdown: str, today: datetime.date) -> str:
    """Put the lists in the place of their markers; an unknown marker stays, a check reports it."""
    if MARKER.search(markdown) is None:
        return markdown
    read = mask_code(markdown)

    def made(match: re.Match[str]) -> str:
        # In code it is an example of a marker.
        maker = MARKERS.get(match["name"]) if read[match.start()] == "<" else None
        return maker(project, page, today) if maker else match[0]

    return MARKER.sub(made, markdown)
