"""Front matter of the plainest kind, read line by line in a small part of the time that YAML needs.

    title: A text
    verified: 2026-11-22
    claims: [S0-02, S0-03]
    customer_words:
      - A text
    translation:
      title: d0123abcd

Nearly every page is written so. Whatever looks different in any way is left to YAML itself, which
is why nothing here ever has to say what is wrong.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from ...base.positions import KeyPath, Position

# YAML 1.1 takes these words for something else than a text.
_SPECIAL = r"(?i:yes|no|true|false|on|off|null)"
# What YAML forbids, escapes or breaks lines at.
_SPECIAL_SIGNS = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff\U00010000-\U0010ffff]"
)
_TEXT = rf"""(?!{_SPECIAL}\Z)(?:[^\W\d_]|[„“”…])(?:[^\#:]*[^\ \#:])?"""
_QUOTED = r""" "[^"\\]+" | '[^']+' """
_NAME = rf"(?!{_SPECIAL}(?![\w-]))[A-Za-z][A-Za-z0-9_-]*"
_LINE = re.compile(
    rf"""
    (?P<indent>[ ]{{2}})?(?P<key>{_NAME}):
    (?:[ ](?: (?P<text>{_TEXT}) | (?P<quoted>{_QUOTED}) | (?P<day>\d{{4}}-\d\d-\d\d)
            | \[(?P<names>(?:{_NAME}(?:,[ ]{_NAME})*)?)\] ))?
    | [ ]{{2}}-[ ](?: (?P<entry>{_TEXT}) | (?P<quoted_entry>{_QUOTED}) )
    """,
    re.VERBOSE,
)
_IN_LIST = re.compile(_NAME)


def plain_yaml(source: str, first_line: int) -> tuple[dict[str, Any], Mapping[KeyPath, Position]] | None:
    """Values and the places of keys, as YAML would give them.

    Args:
        source: the text between the fences.
        first_line: the line of the file on which it begins.

    Returns:
        None where the text is not of the plainest kind.
    """
    values = None if _SPECIAL_SIGNS.search(source) else _read(source, first_line, None)
    return None if values is None else (values, _Places(source, first_line))


class _Places(Mapping[KeyPath, Position]):
    """The places of keys, looked for when somebody asks: only a fault does, and most pages have none."""

    def __init__(self, source: str, first_line: int) -> None:
        self._source, self._first_line = source, first_line

    @cached_property
    def _known(self) -> dict[KeyPath, Position]:
        known: dict[KeyPath, Position] = {}
        _read(self._source, self._first_line, known)
        return known

    def __getitem__(self, path: KeyPath) -> Position:
        return self._known[path]

    def __iter__(self) -> Iterator[KeyPath]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)


def _read(source: str, first_line: int, places: dict[KeyPath, Position] | None) -> dict[str, Any] | None:
    """The values, None where they are not plain; the places of keys are added to `places`."""
    values: dict[str, Any] = {}
    opened = ""  # the key whose value stands in the lines below it
    below: Any = None
    for number, line in enumerate(source.removesuffix("\n").split("\n"), first_line):
        match = _LINE.fullmatch(line)
        if match is None:
            return None
        kind, key = match.lastgroup, match["key"]
        if key is None or match["indent"]:
            if below is None:
                if not opened:
                    return None
                below = values[opened] = [] if key is None else {}
            if isinstance(below, list) != (key is None):
                return None
            holder = below
        else:
            if opened and below is None:
                return None
            holder, opened, below = values, "", None
        if key is not None and key in holder:
            return None
        if places is not None:
            _note(match, opened, holder, number, places)
        if kind == "key":
            if opened:
                return None
            opened = key
        elif (value := _value(match, kind)) is None:
            return None
        elif key is None:
            holder.append(value)
        else:
            holder[key] = value
    return None if opened and below is None else values


def _note(
    match: re.Match[str], opened: str, holder: Any, number: int, places: dict[KeyPath, Position]
) -> None:
    """Where a line's key or entry stands, and each name of its list."""
    key = match["key"]
    path: KeyPath = (key,) if key and not match["indent"] else (opened, len(holder) if key is None else key)
    places[path] = Position(number, 5 if key is None else match.start("key") + 1)
    if match["names"]:
        start = match.start("names") + 1
        for index, name in enumerate(_IN_LIST.finditer(match["names"])):
            places[(*path, index)] = Position(number, start + name.start())


def _value(match: re.Match[str], kind: str | None) -> Any:
    """The value in a line; None for a day that does not exist."""
    if kind in ("text", "entry"):
        return match[kind]
    if kind == "names":
        return _IN_LIST.findall(match[kind])
    if kind == "day":
        try:
            return datetime.date.fromisoformat(match[kind])
        except ValueError:
            return None
    return match[str(kind)][1:-1]
