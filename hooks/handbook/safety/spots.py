"""Where in a page's text something stands that was found in what the text renders to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from ..base.positions import Places, Position
from ..model.document import Document
from ..reading.markdown.code_spans import mask_spans
from ..reading.markdown.masking import mask_code
from .hosts import browsers_view
from .judge import ATTRIBUTE, LINK, MEDIA, NAME, SCHEME, TAG, Violation
from .nesting import first_wrong
from .suspects import first_suspect

# So many places are told for one thing that is not allowed.
_MOST = 20


class Spots:
    """The places in one page's text. What stands in code is passed over where it also stands elsewhere."""

    def __init__(self, document: Document, boxes: tuple[str, ...]) -> None:
        text = document.text
        self._document = document
        self._places = Places(text)
        end = self._places.offset(Position(document.front.end + 1)) if document.front.end else 0
        self._start = min(end, len(text))
        self._text = text
        self._shown = " " * self._start + mask_spans(mask_code(text[self._start :], boxes))

    def of(self, violation: Violation) -> list[Position]:
        """The places of a violation, at least one."""
        if found := list(self._links(violation)):
            return found[:_MOST]
        for pattern in _patterns(violation):
            for text in (self._shown, self._text):
                found = [self._places.at(start) for start in _starts(pattern, text, self._start)]
                if found:
                    return found[:_MOST]
        suspect = first_suspect(self._text, self._start)
        return [self._places.at(suspect if suspect is not None else self._start)]

    def unclosed(self) -> tuple[str, Position] | None:
        """The element that is not closed, or not where it should be, as far as the text itself shows it."""
        wrong = first_wrong(self._shown)
        return (wrong.name, self._places.at(wrong.at)) if wrong else None

    def _links(self, violation: Violation) -> Iterator[Position]:
        if violation.rule in (SCHEME, MEDIA, LINK):
            yield from self._positions.get(browsers_view(violation.value), ())

    @cached_property
    def _positions(self) -> dict[str, list[Position]]:
        """Where each address is linked to: a page may have thousands of links, and a fault at each."""
        found: dict[str, list[Position]] = {}
        for link in self._document.links:
            found.setdefault(browsers_view(link.target), []).append(link.position)
        return found


def _starts(pattern: re.Pattern[str], text: str, start: int) -> Iterator[int]:
    for count, match in enumerate(pattern.finditer(text, start)):
        if count == _MOST:
            return
        yield match.start("here")


def _patterns(violation: Violation) -> Iterator[re.Pattern[str]]:
    """How a violation may be written, the likeliest first."""
    tag, name, value = map(re.escape, (violation.tag, violation.name, violation.value))
    if violation.rule == NAME:
        yield re.compile(rf"[<{{#][^<>{{}}\n]{{0,200}}?(?<![\w-])(?P<here>{value})(?![\w-])", re.IGNORECASE)
        yield re.compile(rf"(?<![\w-])(?P<here>{value})(?![\w-])", re.IGNORECASE)
    if violation.rule == ATTRIBUTE and name:
        yield re.compile(rf"[<{{][^<>{{}}]{{0,400}}?(?<![\w-])(?P<here>{name})(?![\w-])", re.IGNORECASE)
        yield re.compile(rf"(?<![\w-])(?P<here>{name})(?![\w-])", re.IGNORECASE)
    if violation.rule in (SCHEME, MEDIA, LINK):
        yield re.compile(rf"(?P<here>{value})", re.IGNORECASE)
    if tag:
        yield re.compile(rf"(?P<here><{tag})(?![\w-])", re.IGNORECASE)
        yield re.compile(rf"(?P<here></{tag})(?![\w-])", re.IGNORECASE)
    if violation.rule != TAG and name:
        yield re.compile(rf"(?P<here>{name})", re.IGNORECASE)
