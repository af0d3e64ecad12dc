"""Documents as values of JSON: pages that were taken apart in earlier runs.

Only those without problems and waivers are kept, as nearly all are.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from ..base.digest import digest
from ..base.positions import Position, flat, keyed
from ..base.recollection import Recollection, is_plain
from ..model.document import Document, FrontMatter, Heading, Item, Link, Syntax
from .markdown.blocks import section, spans
from .markdown.parse import parse
from .markdown.runs import bear

RECOLLECTION = Recollection("pages", of_pages=True)
# Without the step through Python that a named tuple's own constructor takes.
_new = tuple.__new__
# Stands as the only key of what stands for a day; no YAML that is read holds it.
_DAY = "\0"


def document(text: str, syntax: Syntax) -> Document:
    """A page taken apart, as `parse` does it or did it before; raises Unbearable."""
    if not RECOLLECTION.is_on:
        bear(text)
        return parse(text, syntax)
    key = digest(repr(syntax), text)
    found = RECOLLECTION.get(key, lambda kept: _made_again(text, *kept))
    if found is None:
        bear(text)  # What is recalled could be borne before.
        found = parse(text, syntax)
        values = _written(found.front.values)
        if not found.problems and not found.waivers and is_plain(values):
            RECOLLECTION.put(key, _taken_apart(found, values))
    return found


def _taken_apart(found: Document, values: Any) -> list[Any]:
    front = found.front
    ids = [[id, *position] for id, position in found.ids.items()]
    return [
        [values, flat(front.keys), front.end, front.broken],
        found.headings,
        found.links,
        ids,
        # The rest of each is known by the headings.
        [[section.items, section.paragraphs] for section in found.sections],
        found.markers,
    ]


def _made_again(
    text: str, front: Any, headings: Any, links: Any, ids: Any, sections: Any, markers: Any
) -> Document:
    values, keys, end, broken = front
    begun = tuple(
        [_new(Heading, (level, words, id, own, _new(Position, at))) for level, words, id, own, at in headings]
    )
    lines = text.split("\n")
    return Document(
        text=text,
        front=FrontMatter(_read(values), keyed(keys), end, broken),
        headings=begun,
        links=tuple(
            [
                _new(Link, (goal, words, kind, _new(Position, place), _new(Position, target), written))
                for goal, words, kind, place, target, written in links
            ]
        ),
        ids={id: _new(Position, (line, column)) for id, line, column in ids},
        sections=tuple(
            [
                section(
                    lines,
                    *span,
                    tuple(
                        [
                            _new(Item, (words, marker, task, _new(Position, at)))
                            for words, marker, task, at in items
                        ]
                    ),
                    tuple(paragraphs),
                )
                for span, (items, paragraphs) in zip(spans(begun, end, len(lines)), sections, strict=True)
            ]
        ),
        markers=tuple([(name, _new(Position, place)) for name, place in markers]),
        problems=(),
    )


def _written(value: Any) -> Any:
    """A value of YAML with what stands for its days."""
    if type(value) is datetime.date:
        return {_DAY: value.isoformat()}
    if isinstance(value, Mapping):
        return {key: _written(entry) for key, entry in value.items()}
    return list(map(_written, value)) if isinstance(value, list) else value


def _read(value: Any) -> Any:
    if isinstance(value, dict):
        if len(value) == 1 and _DAY in value:
            return datetime.date.fromisoformat(value[_DAY])
        return {key: _read(entry) for key, entry in value.items()}
    return list(map(_read, value)) if isinstance(value, list) else value
