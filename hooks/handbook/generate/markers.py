"""Markers: a line <!-- handbook:NAME --> stands for a list that is made from data."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable

from ..masking import mask_code
from ..model import Page, Project
from . import lists, rules, status
from .finder import finder
from .practice import practice

Maker = Callable[[Project, Page, datetime.date], str]


def _undated(maker: Callable[[Project, Page], str]) -> Maker:
    """A list that is the same on every day."""
    return lambda project, page, today: maker(project, page)


MARKERS: dict[str, Maker] = {
    "doors": _undated(lists.doors),
    "cards": _undated(lists.cards),
    "finder": _undated(finder),
    "glossary": _undated(lists.glossary),
    "sources": _undated(lists.sources),
    "claims": _undated(lists.claims),
    "contradictions": _undated(lists.contradictions),
    "phrasebook": _undated(lists.phrasebook),
    "practice": _undated(practice),
    "rules": _undated(rules.rules),
    "counts": status.counts,
    "translations": status.translations,
    "reviews": status.reviews,
}

_LINE = re.compile(r"^<!--[ \t]*handbook:[ \t]*+(?P<name>(?!allow)[^\n]*?)[ \t]*-->[ \t]*$", re.MULTILINE)


def expand(project: Project, page: Page, markdown: str, today: datetime.date) -> str:
    """Put the lists in the place of their markers; an unknown marker stays, a check reports it."""
    read = mask_code(markdown)

    def made(match: re.Match[str]) -> str:
        # In code it is an example of a marker.
        maker = MARKERS.get(match["name"]) if read[match.start()] == "<" else None
        return maker(project, page, today) if maker else match[0]

    return _LINE.sub(made, markdown)
