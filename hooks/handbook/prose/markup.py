"""Lines of Markdown to the text a reader sees: links become their words, emphasis and tags go."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape

from ..model.slots import SLOT
from .passage import BREAK, OPAQUE, Places, Spans

# Without one of these a line is its own text.
_SIGNS = re.compile(r"[`\\<\[\]{*_~&]|://|:\w|\+\+")
# As a heading ends.
_WITH_ID = re.compile(r"(?P<words>[^{}\n]*?)[ ]*\{#[\w-]+\}")
# It first looks at the one character that each alternative begins with: four times as fast.
_TOKEN = re.compile(
    r"""
    (?=[`\\<\[\]!{*~_&:+] | [ ]+\{ | (?:https?|ftp)://)
    (?:
    (?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)                        # `code`
  | \\(?P<escaped>[\\`*_{}\[\]()>\#+\-.!|])
  | <!--.*?-->
  | <(?P<foreign>\w+)\b[^<>]*\blang=[^<>]*>.*?</(?P=foreign)\s*>      # <span lang="pl">…</span>
  | (?P<address><(?:(?:https?|ftp|mailto):[^<>\s]+|[^<>\s@]+@[^<>\s]+)>|\b(?:https?|ftp)://[^\s<>()\[\]]+)
  | (?P<br><br\s*/?>)
  | </?[a-zA-Z](?:"[^"]*"|'[^']*'|[^<>"'])*>
  | \[\^[^\[\]\n]+\]                                                   # [^note]
  | \](?:\((?:[^()\n]|\([^()\n]*\))*\)|\[[^\[\]]*\])                   # the end of a link
  | !?\[|\]
  | (?P<macro>\{\{.*?\}\}|\{%.*?%\})
  | [ ]*\{:?[ ]*[#.\w][^{}\n]*\}                                       # {#id .class}
  | (?P<emphasis>\*+|~~|(?<![^\W_])_+(?=\S)|(?<=\S)_+(?![^\W_]))
  | (?P<entity>&(?:\#\d+|\#[xX][\da-fA-F]+|[a-zA-Z]\w*);)
  | (?<!\w):[a-z][\w+-]*:(?!\w)                                        # :icon:
  | \+\+[a-z\d][a-z\d+-]*\+\+                                           # ++ctrl+k++
    )
    """,
    re.VERBOSE | re.DOTALL,
)
_WITH_SLOTS = re.compile(
    _TOKEN.pattern.replace("(?P<ticks>", rf"(?P<slot>{SLOT.pattern}) | (?P<ticks>", 1),
    re.VERBOSE | re.DOTALL,
)
# (line, column, text): a line of a block, its indent and marker already off.
Line = tuple[int, int, str]


def prose(lines: Sequence[Line], *, slots: bool = False) -> tuple[str, Places, Spans]:
    """The text of a block as it is judged, with its places and the parts that were emphasised.

    Unlike `plain_text.plain` it keeps no word of what is no prose: code, addresses and passages in another
    language become one sign each, so that a place in it leads back to the file.

    Args:
        lines: the lines of the block, in order; they are joined by spaces.
        slots: whether brackets are slots; what a slot holds is an example, no prose.
    """
    first, column, text = lines[0]
    if len(lines) == 1:
        if text[-1:] == "}" and (heading := _WITH_ID.fullmatch(text)):
            text = heading["words"]
        if not _SIGNS.search(text):
            return text, ((0, first, column),), ()
        text = lines[0][2]
    elif not any(_SIGNS.search(text) for _, _, text in lines):
        return _joined(lines)
    return _Block(lines, _WITH_SLOTS if slots else _TOKEN).result()


def _joined(lines: Sequence[Line]) -> tuple[str, Places, Spans]:
    """The text of lines that are their own text."""
    places: list[tuple[int, int, int]] = []
    length = 0
    for number, column, text in lines:
        if length:
            # The space that stands for the line end before.
            above, begin, before = lines[len(places) // 2]
            places.append((length - 1, above, begin + len(before)))
        places.append((length, number, column))
        length += len(text) + 1
    return " ".join([text for _, _, text in lines]), tuple(places), ()


class _Block:
    """Puts the text of a block together, piece by piece."""

    def __init__(self, lines: Sequence[Line], token: re.Pattern[str]) -> None:
        self._token_pattern = token
        self._raw = "\n".join(text for _, _, text in lines)
        self._lines = lines
        self._line, self._line_start = 0, 0
        self._pieces: list[str] = []
        self._places: list[tuple[int, int, int]] = []
        self._length = 0
        self._emphasised: list[tuple[int, int]] = []
        self._opened: int | None = None

    def result(self) -> tuple[str, Places, Spans]:
        at = 0
        for match in self._token_pattern.finditer(self._raw):
            self._verbatim(at, match.start())
            self._token(match)
            at = match.end()
        self._verbatim(at, len(self._raw))
        return (
            "".join(self._pieces),
            tuple(self._places) or ((0, *self._lines[0][:2]),),
            tuple(self._emphasised),
        )

    def _token(self, match: re.Match[str]) -> None:
        kind = match.lastgroup
        if kind is None:
            return  # A tag, the end of a link: only the text in between counts.
        self._line_of(match.start())
        if kind == "emphasis":
            if self._opened is None:
                self._opened = self._length
            else:
                self._emphasised.append((self._opened, self._length))
                self._opened = None
        elif kind == "escaped":
            self._add(match["escaped"], match.start() + 1)
        elif kind == "entity":
            self._add(unescape(match[0]), match.start())
        elif kind == "br":
            self._add(BREAK, match.start())
        else:
            self._add(OPAQUE, match.start())

    def _verbatim(self, start: int, end: int) -> None:
        while start < end:
            self._line_of(start)
            line_end = self._line_start + len(self._lines[self._line][2])
            if start == line_end:
                self._add(" ", start)  # the line end
                start += 1
                continue
            stop = min(end, line_end)
            self._add(self._raw[start:stop], start)
            start = stop

    def _line_of(self, offset: int) -> None:
        while offset > (end := self._line_start + len(self._lines[self._line][2])):
            self._line_start = end + 1
            self._line += 1

    def _add(self, text: str, start: int) -> None:
        number, column, _ = self._lines[self._line]
        self._places.append((self._length, number, column + start - self._line_start))
        self._pieces.append(text)
        self._length += len(text)
