"""Sections, list items and paragraphs of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...base.positions import Position
from ...model.document import Heading, Item, Section

_ITEM = re.compile(r"^ {0,3}(?P<marker>[-*+]|\d+\.)[ \t]+(?P<task>\[[ xX]\][ \t]+)?(?P<text>.*)$")
# Without the step through Python that a named tuple's own constructor takes.
_new = tuple.__new__
_MARKS = frozenset("-*+0123456789")


def sections(text: str, masked: str, headings: tuple[Heading, ...], front_end: int) -> Iterator[Section]:
    """Cut a page at its headings; the part before the first one comes first.

    Args:
        text: the text as it stands in the file.
        masked: the same with code and the like blanked.
        headings: its headings in order.
        front_end: the line of the front matter's closing fence, 0 where there is none.
    """
    lines, shown = text.split("\n"), masked.split("\n")
    begin, opened = max(front_end, 0), None
    for heading in (*headings, None):
        stop = heading.position.line - 1 if heading else len(lines)
        position = opened.position if opened else Position(begin + 1)
        body = "\n".join(lines[begin:stop]).strip("\n")
        items, paragraphs = _blocks(lines, shown, begin, stop)
        yield Section(opened.id if opened else "", opened, body, position, items, paragraphs)
        if heading:
            opened, begin = heading, heading.position.line


def _blocks(
    lines: list[str], shown: list[str], begin: int, stop: int
) -> tuple[tuple[Item, ...], tuple[str, ...]]:
    items: list[Item] = []
    paragraphs: list[str] = []
    block: list[str] = []  # the lines of the entry or the paragraph that is being read
    start: tuple[str, bool, Position] | None = None  # of the entry, None in a paragraph
    for number in range(begin, stop):
        raw = lines[number]
        line = raw.strip()
        if line and shown[number] != raw and not shown[number].strip():
            line = ""  # code
        # Most lines are words, and a look at the first sign is quicker than a pattern.
        match = _ITEM.match(raw) if line[:1] in _MARKS else None
        if match or not line:
            if start is not None:
                items.append(Item(" ".join(block), *start))
                start, block = None, []
            elif block:
                paragraphs.append(" ".join(block))
                block = []
        if match:
            marker, task, words = match.group("marker", "task", "text")
            block.append(words.strip())
            start = (marker, task is not None, _new(Position, (number + 1, match.start("marker") + 1)))
        elif line:
            block.append(line)
    if start is not None:
        items.append(Item(" ".join(block), *start))
    elif block:
        paragraphs.append(" ".join(block))
    return tuple(items), tuple(paragraphs)
