"""Texts that no converter can stand: signs that pile up, and things that are opened and never closed.

Python-Markdown looks from each opening bracket to the end, calls itself for each list within a list, and
counts up for each heading of the same name; so do others. Nobody writes a hundred open brackets on one
page, so a page that has them is not read at all. Everything here takes one look at each sign.
"""

from __future__ import annotations

import re
from itertools import islice

# So often one sign may stand in a row, and so many spaces may.
_LONGEST_ROW = 499
_ROW = re.compile(rf"(?P<sign>[-!\"#$%&'()*+,./:;<=>?@\[\\\]^_`{{|}}~“”„…—])(?P=sign){{{_LONGEST_ROW},}}")
_SPACES = (" " * 1000, "\t" * 1000)
# So many things may be open at once, and so many headings, definitions and notes to the checks may stand on
# one page.
_OPEN = 100
_MOST = 1500
_MOST_MARKS = 4000
# So many tags and entities may, each of which is taken out of the text and put back.
_MOST_TAGS = 8000
_BRACKETS = {pair[0]: re.compile(f"[{re.escape(pair)}]") for pair in ("[]", "()", "<>", "{}")}
# - - - - and > > > >: each sign is a list or a quotation within the one before.
_NESTED = re.compile(r"\n[ \t]*(?:>[ \t]*+|(?:[-*+:]|\d{1,9}[.)])[ \t]++){30,}")
_DEEP = re.compile(r"^(?: {4}| {0,3}\t){30,}(?=[-*+]|\d+[.)])", re.MULTILINE)
_TAG = re.compile(r"<(?P<close>/?)(?P<name>[a-zA-Z][\w-]*)")
# Elements that need no end tag.
_LOOSE = frozenset(
    ["br", "hr", "img", "input", "wbr", "col", "source", "p", "li", "td", "th", "tr", "dt", "dd", "path"]
)
_COUNTED = (
    re.compile(r"^[ >]{0,8}#", re.MULTILINE),
    re.compile(r"^[ >]{0,8}(?:-+|=+)[ ]*$", re.MULTILINE),
    re.compile("handbook:"),
    re.compile(r"\]:"),
    re.compile(r"^[ \t>]*(?:```|~~~)", re.MULTILINE),
    re.compile(r"^[ \t>]*(?:!!!|\?\?\?|===|///)", re.MULTILINE),
)
# So many rows of tables, entries of lists and definitions may.
_MOST_ENTRIES = 4000
_ENTRIES = (
    re.compile(r"^[^|\n]*(\|)", re.MULTILINE),
    re.compile(r"^[ \t>]*(?:[-*+:]|\d{1,9}[.)])[ ]", re.MULTILINE),
)


class Unbearable(Exception):
    """A text is more than the tools can stand: at which offset it becomes that, and what piles up there."""

    def __init__(self, at: int, sign: str) -> None:
        super().__init__(sign)
        self.at, self.sign = at, sign


def bear(text: str) -> None:
    """Let a text pass that the tools can stand; raises Unbearable where it is more than that."""
    if (found := unbearable(text)) is not None:
        raise Unbearable(*found)


def unbearable(text: str) -> tuple[int, str] | None:
    """Where a text becomes more than the tools can stand, and what piles up there; None where it does not."""
    is_long = max(map(len, text.split("\n"))) > _LONGEST_ROW  # No row goes on in the next line.
    if is_long and (row := _ROW.search(text)):
        return row.start(), row["sign"]
    for spaces in _SPACES:
        if spaces in text:
            return text.index(spaces), spaces[0]
    for opening in _BRACKETS:
        if text.count(opening) > _OPEN and (found := _piled(text, opening)) is not None:
            return found, opening
    is_deep = " " * 60 in text or "\t" * 15 in text
    if nested := _NESTED.search(f"\n{text}"):
        return nested.start(), nested[0].strip()[:1]
    if is_deep and (deep := _DEEP.search(text)):
        return deep.start(), text[deep.end()]
    if text.count("<") > _OPEN and (found := _unclosed(text)) is not None:
        return found, "<"
    for most, signs in ((_MOST_MARKS, "*_`\\~+"), (_MOST_TAGS, "<&")):
        for sign in signs if len(text) > most else ():
            if text.count(sign) > most:
                return _nth(text, sign, most), sign
    for most, patterns in ((_MOST, _COUNTED), (_MOST_ENTRIES, _ENTRIES)):
        for pattern in patterns if text.count("\n") > most else ():
            if (match := next(islice(pattern.finditer(text), most, None), None)) is not None:
                return match.start(), match[match.lastindex or 0].strip()
    return None


def _nth(text: str, sign: str, count: int) -> int:
    """Where a sign stands for the count-th time."""
    return next(islice(re.finditer(re.escape(sign), text), count - 1, None)).start()


def _piled(text: str, opening: str) -> int | None:
    depth = 0
    for match in _BRACKETS[opening].finditer(text):
        depth = depth + 1 if match[0] == opening else max(depth - 1, 0)
        if depth > _OPEN:
            return match.start()
    return None


def _unclosed(text: str) -> int | None:
    depth: dict[str, int] = {}
    for match in _TAG.finditer(text):
        name = match["name"].lower()
        if name not in _LOOSE:
            depth[name] = depth.get(name, 0) + (-1 if match["close"] else 1)
            if abs(depth[name]) > _OPEN:
                return match.start()
    return None
