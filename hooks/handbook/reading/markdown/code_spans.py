"""Code within a line, and where the text that it stands in ends: no code and no link goes on beyond that."""

from __future__ import annotations

import re
from collections.abc import Iterator

_NOT_NEWLINE = re.compile(r"[^\n]")
# What code spans begin and end with, and where paragraphs end: `code`, ``co`de``
_TICKS = re.compile(r"`+|\n(?=[ \t]*\n)")
# What a line of a block begins with: those of quotations and of the text in entries and boxes.
_PREFIX = r"(?: {4}|\t| {0,3}>[ ]?)*"
_EMPTY = re.compile(r"[ \t>]*")
_QUOTE = re.compile(rf"{_PREFIX} {{0,3}}>")
_ENTRY = re.compile(r"[ \t>]*(?:[-*+]|\d+\.)[ ]+")
# A heading, a line across, a definition; after them a block of its own begins.
_OWN = re.compile(
    rf"{_PREFIX}(?:\#{{1,6}}[^\n]*|[ ]{{0,3}}\[[^\[\]\n]*\]:[^\n]*"
    r"|[ ]{0,3}(?:(?:-[ ]{0,2}){3,}|(?:_[ ]{0,2}){3,}|(?:\*[ ]{0,2}){3,}))"
)
_BOX = re.compile(rf"{_PREFIX}(?:!!!|\?\?\?\+?|===[!+]?)[ ]?[\w\"'][^\n]*")
_UNDERLINE = re.compile(rf"{_PREFIX}(?:=+|-+)[ ]*")
# The second row of a table.
_RULE = re.compile(r"[ \t>]*(?=[^\n]*-)\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-*:?[ ]*)*")


def mask_spans(text: str) -> str:
    """The text with code spans blanked; a span may run over a line end but not over a blank line.

    Each run of backticks asks for the next of its length, which the runs' ends are written down for.
    """
    pieces, last = [], 0
    for start, end in code_spans(text):
        pieces += [text[last:start], _NOT_NEWLINE.sub(" ", text[start:end])]
        last = end
    return "".join([*pieces, text[last:]]) if pieces else text


def code_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where code spans begin and end.

    Where no run of as many backticks follows, the last ones of a run ask for the next that has as many.
    """
    runs = [match.span() for match in _TICKS.finditer(text)]
    # For each run the next one of its length, or the longest shorter one, within the paragraph.
    closing: list[int | None] = [None] * len(runs)
    ahead: dict[int, int] = {}
    for number in range(len(runs) - 1, -1, -1):
        start, end = runs[number]
        if text[start] == "\n":
            ahead.clear()
            continue
        begins = start + _is_escaped(text, start)
        fitting = [ticks for ticks in ahead if ticks <= end - begins]
        closing[number] = ahead[max(fitting)] if fitting else None
        ahead[end - start] = number
    number, blocks = 0, Blocks(text)
    while number < len(runs):
        start, _ = runs[number]
        stop = closing[number]
        if text[start] != "\n" and stop is not None:
            end = runs[stop][1]
            if not blocks.is_parted(start, end):
                yield start, end
                number = stop
        number += 1


def _is_escaped(text: str, at: int) -> bool:
    """Whether a backslash before a sign makes it one that stands for itself."""
    before = at
    while before > 0 and text[before - 1] == "\\":
        before -= 1
    return (at - before) % 2 == 1


class Blocks:
    """The blocks of a text: what stands between empty lines, headings and the like.

    It is asked from the beginning to the end, so that no line is looked at twice.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        # Where the line begins that was asked for last, and its block.
        self._asked = self._begun = -1

    def is_parted(self, start: int, end: int) -> bool:
        """Whether a block, an entry or a row of a table ends between two places of one paragraph."""
        text = self._text
        at = text.find("\n", start, end)
        if at < 0:
            return False
        line_at = text.rfind("\n", 0, start) + 1
        block_at = self._block_of(line_at)
        first, above = _line(text, block_at), _line(text, line_at)
        second = _line(text, block_at + len(first) + 1)
        while at >= 0:
            line = _line(text, at + 1)
            if _begins_anew(first, second, above, line, is_second=line_at == block_at):
                return True
            above, line_at = line, at + 1
            at = text.find("\n", at + 1, end)
        return False

    def _block_of(self, line_at: int) -> int:
        """Where the block of a line begins."""
        at = line_at
        while at > 0 and at != self._asked:
            above_at = self._text.rfind("\n", 0, at - 1) + 1
            line = _line(self._text, above_at)
            if _EMPTY.fullmatch(line) or _OWN.fullmatch(line) or _BOX.fullmatch(line):
                break
            at = above_at
        begun = self._begun if at == self._asked else at
        self._asked, self._begun = line_at, begun
        return begun


def _line(text: str, at: int) -> str:
    end = text.find("\n", at)
    return text[at : end if end >= 0 else len(text)]


def _begins_anew(first: str, second: str, above: str, line: str, *, is_second: bool) -> bool:
    """Whether a line is no part of the text right above it, in a block that begins with these two lines."""
    if _EMPTY.fullmatch(line) or any(
        pattern.fullmatch(one) for one in (above, line) for pattern in (_OWN, _BOX)
    ):
        return True
    if line.count(">", 0, 20) > above.count(">", 0, 20) and _QUOTE.match(line):
        return True
    if is_second and _UNDERLINE.fullmatch(line):
        return True
    if _ENTRY.match(line) and _ENTRY.match(first):
        return True
    return "|" in first and _RULE.fullmatch(second) is not None
