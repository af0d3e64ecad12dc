"""Markdown text to a `Document`: front matter with lines, headings, ids, links, sections.

A scanner rather than a full conversion: it must find the same headings, ids and links as
Python-Markdown does, with their places, in a small part of the time. What it relies on is pinned
by tests that convert the same text with Python-Markdown.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ...base.positions import Places, Position
from ...model.document import Document, FrontMatter, Heading, Problem, Syntax, Waiver
from ...model.rules.links import LinkBare
from ...model.slots import SECTIONS, slots
from ..yaml import front_matter
from ..yaml.meta_lines import meta_lines
from .blocks import sections
from .headings import attribute_ids, begun_headings, finished_headings
from .inline import scan
from .masking import mask, mask_code
from .scan import Id, occurrences, repeated
from .shown import keep
from .waiver_comments import waivers

MARKER = re.compile(r"^<!--[ \t]*handbook:[ \t]*+(?P<name>(?!allow)[^\n]*?)[ \t]*-->[ \t]*$", re.MULTILINE)
DEFAULT_SYNTAX = Syntax()
# So many lines above a heading an id in HTML is still the heading's own place.
_NEAR = 1


def parse(text: str, syntax: Syntax = DEFAULT_SYNTAX) -> Document:
    """Take a page apart.

    Args:
        text: the whole page as it stands in its file, with "\\n" as line end.
        syntax: which of Markdown's extensions the site has on.

    Returns:
        The document. Never raises on bad input: what is wrong is in `problems`.
    """
    front, start, problems = _front(text, syntax)
    body = text[start:]
    # Blank the front matter instead of cutting it, so that all places are places in the file.
    blank = "\n".join([" " * len(line) for line in text[:start].split("\n")])
    shown = mask_code(body, syntax.boxes, superfences=syntax.superfences)
    read = mask(shown, syntax.md_in_html, syntax.unread)
    masked = blank + read
    places = Places(text)

    found = scan(text, masked, places, syntax)
    begun = begun_headings(text, masked, syntax)
    ids = [*found.ids, *(attribute_ids(text, masked, places, begun) if syntax.attr_list else ())]
    headings = finished_headings(begun, places, {entry.id for entry in ids if not entry.raw}, syntax)
    clash = [Id(h.id, h.position) for h in headings if not h.explicit and not _is_doubled(h, ids)]
    more = [*_without_examples(found.problems, headings, places, masked), *repeated([*ids, *clash])]
    known = dict(occurrences([*ids, *found.notes]))
    for heading in headings:
        known.setdefault(heading.id, heading.position)
    passes = list(waivers(text[:start] + shown)) if "handbook:" in text else []
    more += [entry for entry in passes if isinstance(entry, Problem)]
    document = Document(
        text=text,
        front=front,
        headings=headings,
        links=tuple(found.links),
        ids=known,
        sections=tuple(sections(text, masked, headings, front.end)),
        markers=tuple(_markers(blank + shown, places)) if "handbook:" in text else (),
        problems=(*problems, *sorted(more, key=_place)),
        waivers=tuple(entry for entry in passes if isinstance(entry, Waiver)),
    )
    keep(document, syntax, shown, read)
    return document


def _markers(text: str, places: Places) -> Iterator[tuple[str, Position]]:
    """The markers of a text whose code is blanked, each with its place."""
    for match in MARKER.finditer(text):
        yield match["name"], places.at(match.start())


def _front(text: str, syntax: Syntax) -> tuple[FrontMatter, int, Iterable[Problem]]:
    """What stands above a page's text, where that begins, and what is wrong with it."""
    front, problems = front_matter.read(text)
    _, _, body = front_matter.split(text)
    if syntax.meta_lines and (count := meta_lines(text)):
        start = sum(len(line) + 1 for line in text.split("\n")[:count])
        return replace(front, end=count), min(start, len(text)), problems
    return front, len(text) - len(body), problems


def _without_examples(
    problems: list[Problem], headings: tuple[Heading, ...], places: Places, masked: str
) -> list[Problem]:
    """The problems without the addresses in slots, which are examples that somebody will replace."""
    if not any(isinstance(problem.broken, LinkBare) for problem in problems):
        return problems
    spans = slots(masked)
    lines = [heading.position.line for heading in headings]

    def is_example(problem: Problem) -> bool:
        above = bisect_right(lines, problem.position.line)
        return (
            isinstance(problem.broken, LinkBare)
            and above > 0
            and headings[above - 1].id in SECTIONS
            and any(start <= places.offset(problem.position) < end for start, end in spans)
        )

    return [problem for problem in problems if not is_example(problem)]


def _place(problem: Problem) -> Position:
    return problem.position


def _is_doubled(heading: Heading, ids: list[Id]) -> bool:
    """Whether the id that Markdown makes for a heading stands in HTML beside it: both lead to one place."""
    return any(
        entry.raw and entry.id == heading.id and 0 <= heading.position.line - entry.position.line <= _NEAR
        for entry in ids
    )
