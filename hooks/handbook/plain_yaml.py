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
from typing import Any

from .model import KeyPath, Position

# YAML 1.1 takes these words for something else than a text.
_SPECIAL = r"(?i:yes|no|true|false|on|off|null)"
# Nothing that YAML forbids, escapes or breaks lines at, nor colon, number sign and quotation marks.
_SIGNS = r"\x21\x24-\x26\x28-\x39\x3b-\x5b\x5d-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd"
_TEXT = rf"""(?!{_SPECIAL}\Z)(?:[^\W\d_]|[„“”…])(?:[ '"\\{_SIGNS}]*['"\\{_SIGNS}])?"""
_QUOTED = rf""" "[ '\#:{_SIGNS}]+" | '[ "\#:\\{_SIGNS}]+' """
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


def plain_yaml(source: str, first_line: int) -> tuple[dict[str, Any], dict[KeyPath, Position]] | None:
    """Values and the places of keys, as YAML would give them.

    Args:
        source: the text between the fences.
        first_line: the line of the file on which it begins.

    Returns:
        None where the text is not of the plainest kind.
    """
    values: dict[str, Any] = {}
    keys: dict[KeyPath, Position] = {}
    opened: KeyPath = ()  # the key whose value stands in the lines below it
    below: Any = None
    for number, line in enumerate(source.removesuffix("\n").split("\n"), first_line):
        match = _LINE.fullmatch(line)
        if match is None:
            return None
        key = match["key"]
        if key is None or match["indent"]:
            if not opened:
                return None
            if below is None:
                below = values[str(opened[0])] = [] if key is None else {}
            if isinstance(below, list) != (key is None):
                return None
            path = (*opened, len(below) if key is None else key)
            holder, column = below, 5 if key is None else 3
        else:
            if opened and below is None:
                return None
            path, holder, column = (key,), values, 1
            opened, below = (), None
        if path in keys:
            return None
        keys[path] = Position(number, column)
        if match.lastgroup == "key":
            if opened:
                return None
            opened = path
        elif (value := _value(match, path, number, keys)) is None:
            return None
        elif key is None:
            holder.append(value)
        else:
            holder[key] = value
    return None if opened and below is None else (values, keys)


def _value(match: re.Match[str], path: KeyPath, number: int, keys: dict[KeyPath, Position]) -> Any:
    """The value in a line; None for a day that does not exist."""
    kind = str(match.lastgroup)
    if kind == "day":
        try:
            return datetime.date.fromisoformat(match[kind])
        except ValueError:
            return None
    if kind.startswith("quoted"):
        return match[kind][1:-1]
    if kind != "names":
        return match[kind]
    names = []
    for index, name in enumerate(_IN_LIST.finditer(match[kind])):
        keys[(*path, index)] = Position(number, match.start(kind) + name.start() + 1)
        names.append(name[0])
    return names
