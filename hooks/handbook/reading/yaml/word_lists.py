"""Lists of words in YAML, read line by line, as those that staff search with are sixty thousand.

refund-after-deadline:
  often:
    - too late
    - 'late, no receipt'

Whatever has another shape is left to the parser, to which these are the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ...base.positions import KeyPath, Position, new_position

_KEY = r"[a-z][a-z0-9/-]*+"
# Without the signs that may end a text or begin a comment, nor what YAML takes for the end of a line.
PLAIN = r"[^\W\d_][^\n\r\t\x85\u2028\u2029\ufeff:#]*+(?<![ ])"
QUOTED = r"'(?:[^'\n\r\t\x85\u2028\u2029\ufeff]|'')*+'"
_BEFORE = "    - "
_FILE = re.compile(rf"(?:#[^\n]*+\n)*+(?:{_KEY}:\n(?:  {_KEY}:\n(?:{_BEFORE}(?:{PLAIN}|{QUOTED})\n)++)++)++")
_LINES = re.compile(rf"#[^\n]*\n|(?P<key>{_KEY}):\n|  (?P<below>{_KEY}):\n(?P<words>(?:{_BEFORE}[^\n]*\n)+)")
# What is no text to YAML 1.1.
OTHERS = frozenset(
    written
    for word in ("yes", "no", "true", "false", "on", "off", "null")
    for written in (word, word.capitalize(), word.upper())
)

# A card, what is typed of it, and the number of an entry.
_DEEPEST = 3
Lists = dict[str, dict[str, list[str]]]


class _Keys(Mapping[KeyPath, Position]):
    """The places of keys and entries; that of an entry, which is seldom asked for, is told by its list's."""

    def __init__(self, value: Lists, begun: Mapping[KeyPath, Position]) -> None:
        self._value, self._begun = value, begun

    def __getitem__(self, path: KeyPath) -> Position:
        if (place := self._begun.get(path)) is not None:
            return place
        *above, number = path
        line, _ = self._begun[tuple(above)]
        if len(path) < _DEEPEST or number not in range(len(self._list(path))):
            raise KeyError(path)
        return new_position(Position, (line + 1 + int(number), len(_BEFORE) + 1))

    def __iter__(self) -> Iterator[KeyPath]:
        for path in self._begun:
            yield path
            if len(path) == _DEEPEST - 1:
                yield from ((*path, number) for number in range(len(self._list(path))))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _list(self, path: KeyPath) -> list[str]:
        return self._value[str(path[0])][str(path[1])]


def word_lists(text: str, first_line: int) -> tuple[Lists, Mapping[KeyPath, Position]] | None:
    """The value of a text, and the places of its keys and entries; None where it has another shape."""
    if not _FILE.fullmatch(text):
        return None
    value: Lists = {}
    keys: dict[KeyPath, Position] = {}
    at, name = first_line, ""
    for line in _LINES.finditer(text):
        if (key := line["key"]) is not None:
            name = key
            if name in value:
                return None  # Which is told of.
            value[name] = {}
            keys[name,] = new_position(Position, (at, 1))
        elif (below := line["below"]) is not None:
            words = line["words"][len(_BEFORE) : -1].split(f"\n{_BEFORE}")
            if below in value[name] or not OTHERS.isdisjoint(words):
                return None
            value[name][below] = [unquoted(word) if word[0] == "'" else word for word in words]
            keys[name, below] = new_position(Position, (at, 3))
            at += len(words)
        at += 1
    return value, _Keys(value, keys)


def unquoted(quoted: str) -> str:
    """What stands between single quotation marks."""
    return quoted[1:-1].replace("''", "'")
