"""Sections, list items and paragraphs of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

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
    for opened, begin, stop in spans(headings, front_end, len(lines)):
        yield section(lines, opened, begin, stop, *_blocks(lines, shown, begin, stop))


def spans(headings: Sequence[Heading], front_end: int, end: int) -> Iterator[tuple[Heading | None, int, int]]:
    """The sections of a page: the heading of each, and the lines between it and the next, counted from 0.

    Args:
        headings: the page's headings in order.
        front_end: the line of the front matter's closing fence, 0 where there is none.
        end: the number of its lines.
    """
    begin, opened = max(front_end, 0), None
    for heading in headings:
        yield opened, begin, heading.position.line - 1
        opened, begin = heading, heading.position.line
    yield opened, begin, end


def section(
    lines: Sequence[str],
    opened: Heading | None,
    begin: int,
    stop: int,
    items: tuple[Item, ...],
    paragraphs: tuple[str, ...],
) -> Section:
    """A section, given the lines of its page, its place among them as in `spans`, and what it is made of."""
    id, position = (opened.id, opened.position) if opened else ("", Position(begin + 1))
    text = "\n".join(lines[begin:stop]).strip("\n")
    return _new(Section, (id, opened, text, position, items, paragraphs))


def _blocks(
    lines: list[str], shown: list[str], begin: int, stop: int
) -> tuple[tuple[Item, ...], tuple[str, ...]]:
    items: list[Item] = []
    paragraphs: list[str] = []
    block: list[str] = []  # the lines of the entry or the paragraph that is being read
    start: tuple[str, bool, Position] | None = None  # of the entry, None in a paragraph
    for number, (raw, read) in enumerate(zip(lines[begin:stop], shown[begin:stop], strict=True), begin + 1):
        # Nearly every line is words alone, or empty.
        if raw[:1].isalpha() and raw == read:
            block.append(raw.rstrip())
            continue
        line = raw.strip()
        if line and read != raw and not read.strip():
            line = ""  # code
        # Most lines are words, and a look at the first sign is quicker than a pattern.
        match = _ITEM.match(raw) if line[:1] in _MARKS else None
        if match or not line:
            if start is not None:
                items.append(_new(Item, (" ".join(block), *start)))
                start, block = None, []
            elif block:
                paragraphs.append(" ".join(block))
                block = []
        if match:
            marker, task, words = match.group(1, 2, 3)
            block.append(words.strip())
            start = (marker, task is not None, _new(Position, (number, match.start(1) + 1)))
        elif line:
            block.append(line)
    if start is not None:
        items.append(_new(Item, (" ".join(block), *start)))
    elif block:
        paragraphs.append(" ".join(block))
    return tuple(items), tuple(paragraphs)
