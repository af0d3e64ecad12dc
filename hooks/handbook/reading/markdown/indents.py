"""Code that an indent makes, in entries, boxes and quotations too, and what an indent turns into words."""

from __future__ import annotations

import re
from collections.abc import Sequence

_NOT_NEWLINE = re.compile(r"[^\n]")
# What may hold indented text that is not code: list items, footnotes and definitions; admonitions,
# details and tabs, whose content is a block of its own from its first line on.
_CONTAINER = re.compile(
    r"""
    (?P<indent>[ \t]*)
    (?: (?P<list>[-*+][ \t]|\d+\.[ \t]) | \[\^[^\]]+\]: | :[ \t]
    | (?P<box>!!!|\?\?\?|===)
      (?: (?<=!)[ ]?[\w-]+(?:[ ]+[\w-]+)*(?:[ ]+".*?")?
      | (?<=\?)\+?[ ]?(?:[\w-]+(?:[ ]+[\w-]+)*)?(?:[ ]*".*?")?
      | (?<==)(?:\+|\+!|!\+|!)?[ ]+".*?"
      )[ ]*$
    )
    """,
    re.VERBOSE,
)
_QUOTE = re.compile(r"(?P<sign>[ \t]*>[ ]?)(?P<rest>.*)")
# A line that begins with one of these, or with a letter, holds nothing and is no quotation.
_WORDS = frozenset('#<|{„“"(')
_HASHES = re.compile(r"#+")
# So many quotations within quotations are looked into.
_DEEPEST = 20


def mask_indented(lines: Sequence[str], boxes: tuple[str, ...], depth: int = 0) -> list[str]:
    """The lines with indented code blanked, and the signs of headings that their indent makes words.

    Args:
        lines: a page, or the inside of a quotation, without fences.
        boxes: the marks of admonitions and the like that the site knows.
        depth: how many quotations they stand in.
    """
    return _Indents(lines, boxes, depth).masked()


class _Indents:
    """Goes over lines once. A block is what stands between empty lines."""

    def __init__(self, lines: Sequence[str], boxes: tuple[str, ...], depth: int) -> None:
        self._lines, self._boxes, self._depth = list(lines), boxes, depth
        self._container: int | None = None  # the indent of the entry (or the like) that we are in
        self._in_box = False
        self._after_blank, self._code = True, False
        # What the block began as: nothing begins a list in a paragraph, and no heading stands right
        # below the first line of an entry.
        self._paragraph = self._entry = False

    def masked(self) -> list[str]:
        quoted = -1  # the last line of a quotation that has been done with
        for number, line in enumerate(self._lines):
            if number <= quoted:
                continue
            first = line[:1]
            if first.isalpha() or first in _WORDS:
                self._code = False
                if self._after_blank or self._in_box:
                    self._container, self._in_box = None, False
                if self._after_blank:
                    self._after_blank = False
                    self._begin(paragraph=first not in "#<")
            elif not line.strip():
                self._after_blank = True
                self._begin()
            elif line[:2] == "- " and line[2:3].isalpha():
                self._entry_of_words()
            else:
                quoted = self._line(number, line) or quoted
        return self._lines

    def _begin(self, *, paragraph: bool = False, entry: bool = False) -> None:
        self._paragraph, self._entry = paragraph, entry

    def _entry_of_words(self) -> None:
        """Take the usual entry of a list, as `_line` does any."""
        self._code = False
        if self._paragraph and not self._after_blank:
            if self._in_box:
                self._container, self._in_box = None, False
        else:
            self._container, self._in_box = 0, False
            if self._after_blank:
                self._begin(entry=True)
        self._after_blank = False

    def _line(self, number: int, line: str) -> int | None:
        """Take a line that may be indented or an entry; returns the last line of a quotation it begins."""
        indent, first = _indent(line), line.lstrip()[0]
        start = 0 if self._container is None else self._container + 4
        is_box, self._code = False, indent >= start + 4 and (self._after_blank or self._code)
        quoted = None
        if self._code:
            self._lines[number] = " " * len(line)
        elif first == ">" and indent < start + 4 and self._depth < _DEEPEST:
            quoted = self._quotation(number)
        else:
            is_box = self._block(number, line, indent, start)
        self._after_blank = is_box
        return quoted

    def _block(self, number: int, line: str, indent: int, start: int) -> bool:
        """Take a line that is read as Markdown; returns whether it begins a box."""
        opened = _CONTAINER.match(line)
        if opened and (opened["box"] not in self._boxes if opened["box"] else self._is_words(opened)):
            opened = None
        first = line.lstrip()[0]
        if opened:
            # Entries that are set in by less than four stand where they would without.
            self._container, self._in_box = indent // 4 * 4, bool(opened["box"])
        elif indent < 4 and (self._after_blank or self._in_box):
            self._container, self._in_box = None, False
        elif indent >= 4 and first == "#" and (indent != start or self._entry):
            # Words of the paragraph, as a heading begins where the text of its container does.
            self._lines[number] = _HASHES.sub(_blank, line, count=1)
        if not line.strip(" -=*_"):
            self._begin()  # A line across, or one below a heading.
        elif self._after_blank:
            self._begin(paragraph=not opened and first not in "#<", entry=bool(opened and opened["list"]))
        return bool(opened and opened["box"])

    def _is_words(self, opened: re.Match[str]) -> bool:
        """Whether what looks like an entry is a line of a paragraph."""
        return bool(opened["list"]) and self._paragraph and not self._after_blank

    def _quotation(self, first: int) -> int:
        """Blank the code in a quotation that begins in this line; returns its last line."""
        signs, inner = [], []
        for line in self._lines[first:]:
            match = _QUOTE.fullmatch(line)
            if match is None:
                break
            signs.append(match["sign"])
            inner.append(match["rest"])
        masked = mask_indented(inner, self._boxes, self._depth + 1)
        self._lines[first : first + len(signs)] = [
            sign + rest for sign, rest in zip(signs, masked, strict=True)
        ]
        return first + len(signs) - 1


def _blank(match: re.Match[str]) -> str:
    return _NOT_NEWLINE.sub(" ", match[0])


def _indent(line: str) -> int:
    expanded = line.expandtabs(4)
    return len(expanded) - len(expanded.lstrip(" "))
