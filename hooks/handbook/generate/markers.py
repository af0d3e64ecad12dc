"""Markers: a line <!-- handbook:NAME --> stands for a list that is made from data."""

from __future__ import annotations

import re
from collections.abc import Callable

from ..masking import mask_fences
from ..model import Page, Project
from . import lists, rules
from .finder import finder
from .practice import practice

Maker = Callable[[Project, Page], str]

MARKERS: dict[str, Maker] = {
    "doors": lists.doors,
    "cards": lists.cards,
    "finder": finder,
    "glossary": lists.glossary,
    "sources": lists.sources,
    "claims": lists.claims,
    "contradictions": lists.contradictions,
    "phrasebook": lists.phrasebook,
    "practice": practice,
    "rules": rules.rules,
}

_LINE = re.compile(r"^<!--[ \t]*handbook:[ \t]*+(?P<name>(?!allow)[^\n]*?)[ \t]*-->[ \t]*$", re.MULTILINE)


def expand(project: Project, page: Page, markdown: str) -> str:
    """Put the lists in the place of their markers; an unknown marker stays, a check reports it."""

    read = mask_fences(markdown)

    def made(match: re.Match[str]) -> str:
        # In code it is an example of a marker.
        maker = MARKERS.get(match["name"]) if read[match.start()] == "<" else None
        return maker(project, page) if maker else match[0]

    return _LINE.sub(made, markdown)
