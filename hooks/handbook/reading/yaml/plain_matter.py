"""The front matter of nearly every page, read line by line in a third of the time that the parser takes.

title: Our returns
channels: [phone, writing]
customer_words:
  - "It’s too late, isn’t it?"
translation:
  title: d0123abcd
verified: 2026-11-24

Whatever has another shape is left to the parser, to which these are the same.
"""

from __future__ import annotations

import datetime
import re
from typing import Any

from ...base.positions import KeyPath, Position, new_position
from .word_lists import OTHERS, PLAIN, QUOTED, unquoted

_KEY = r"[a-z][a-z0-9_-]*+"
_DOUBLE = r'"[^"\\\n\r\t\x85\u2028\u2029\ufeff]*+"'
_TEXT = rf"(?:{PLAIN}|[„“‘«…(][^\n\r\t\x85\u2028\u2029\ufeff:#]*+(?<![ ])|{QUOTED}|{_DOUBLE})"
_WORD = r"[A-Za-z][A-Za-z0-9-]*+"
_DATE = r"\d{4}-\d\d-\d\d"
_LIST = rf"\[(?:{_WORD}(?:,[ ]{_WORD})*+)?\]"
_BELOW = rf"(?:  -[ ]{_TEXT}\n)++|(?:  {_KEY}:[ ]{_TEXT}\n)++"
_MATTER = re.compile(rf"(?:{_KEY}:(?:[ ](?:{_TEXT}|{_LIST}|{_DATE})\n|\n(?:{_BELOW})))++")
# A key and its value; an entry; a key below and its text.
_LINES = re.compile(rf"({_KEY}):(?:[ ]([^\n]+))?\n|  (?:-[ ]([^\n]+)|({_KEY}):[ ]([^\n]+))\n")


class _Otherwise(Exception):
    """The text has another shape after all."""


def plain_matter(text: str, first_line: int) -> tuple[dict[str, Any], dict[KeyPath, Position]] | None:
    """The value of a text, and the places of its keys and entries; None where it has another shape."""
    if not _MATTER.fullmatch(text):
        return None
    reading = _Reading()
    try:
        for number, line in enumerate(_LINES.finditer(text), first_line):
            reading.take(number, *line.groups())
    except (_Otherwise, ValueError):  # No date after all.
        return None
    return reading.value, reading.keys


class _Reading:
    """Takes lines one after the other."""

    def __init__(self) -> None:
        self.value: dict[str, Any] = {}
        self.keys: dict[KeyPath, Position] = {}
        self._name = ""

    def take(
        self, number: int, key: str | None, given: str | None, entry: str | None, below: str | None, text: str
    ) -> None:
        """Take a line: a key and perhaps its value, an entry below it, or a key below it and its text."""
        value, keys = self.value, self.keys
        if key is not None:
            if key in value:
                raise _Otherwise  # Which is told of.
            self._name = key
            keys[key,] = new_position(Position, (number, 1))
            value[key] = self._value(number, given) if given else None
            return
        name = self._name
        if below is None:
            entries = value[name] = value[name] or []
            keys[name, len(entries)] = new_position(Position, (number, 5))
            entries.append(_text(str(entry)))
        else:
            held = value[name] = value[name] or {}
            if below in held:
                raise _Otherwise
            keys[name, below] = new_position(Position, (number, 3))
            held[below] = _text(text)

    def _value(self, number: int, given: str) -> Any:
        if given[0] == "[":
            words = given[1:-1].split(", ") if given != "[]" else []
            at = len(self._name) + len(": [") + 1
            for index, word in enumerate(words):
                self.keys[self._name, index] = new_position(Position, (number, at))
                at += len(word) + len(", ")
            if not OTHERS.isdisjoint(words):
                raise _Otherwise
            return words
        return datetime.date.fromisoformat(given) if given[0].isdecimal() else _text(given)


def _text(given: str) -> str:
    if given[0] == "'":
        return unquoted(given)
    if given in OTHERS:
        raise _Otherwise
    return given[1:-1] if given[0] == '"' else given
