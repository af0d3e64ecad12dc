"""Characters that a reviewer cannot see or that look like others.

Bidirectional controls turn text round, characters without a width part words for machines alone, control
characters speak to terminals, letters of another script stand in for Latin ones.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from html import unescape

from ..base.visible import HIDDEN

# A joiner belongs between the signs of one picture: 👩‍💻
_JOINED = re.compile(
    "(?<=[\u2190-\u2bff\U0001f000-\U0001faff\ufe0f])\u200d(?=[\u2190-\u2bff\U0001f000-\U0001faff])"
)
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});?")
# Scripts with letters that look like Latin ones.
_LOOKALIKES = ("CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC", "LISU", "FULLWIDTH", "MATHEMATICAL")
# A quick look for anything of these.
_OTHER_SCRIPT = re.compile(
    "[\u0370-\u03ff\u0400-\u052f\u0530-\u058f\u13a0-\u13ff\u1c80-\u1c8f\u1d26-\u1d2b\u1f00-\u1fff\u2c80-\u2cff"
    "\u2de0-\u2dff\ua4d0-\ua4ff\ua640-\ua69f\uab70-\uabbf\uff21-\uff5a\U0001d400-\U0001d7ff]"
)
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f])*")
# Units: μm, kΩ, and the like.
_UNIT = re.compile("[\u03bcμΩ][A-Za-z]{1,2}|[kKMGm]Ω")


def hidden(text: str) -> Iterator[tuple[int, str]]:
    """Where something stands that cannot be seen, and its name, such as U+202E."""
    for match in HIDDEN.finditer(text):
        if match[0] == "\u200d" and _JOINED.match(text, match.start()):
            continue
        yield match.start(), f"U+{ord(match[0]):04X}"


def hidden_entities(text: str) -> Iterator[tuple[int, str]]:
    """Where an entity stands for something that cannot be seen, and the entity."""
    if "&" not in text:
        return
    for match in _ENTITY.finditer(text):
        # Python's own table turns numbers of no character into the sign for them.
        number = _number(match[0])
        shown = chr(number) if number is not None and number <= 0x10FFFF else unescape(match[0])
        if HIDDEN.search(shown):
            yield match.start(), match[0]


def mixed_words(text: str) -> Iterator[tuple[int, str]]:
    """Where a word is written in letters of two scripts, and the word."""
    if not _OTHER_SCRIPT.search(text):
        return
    for match in _WORD.finditer(text):
        if _OTHER_SCRIPT.search(match[0]) and mixed_scripts(match[0]) and not _UNIT.fullmatch(match[0]):
            yield match.start(), match[0]


def mixed_scripts(text: str, *, whole: bool = False) -> bool:
    """Whether letters of a script that looks like Latin stand beside others.

    Args:
        text: a word or a host.
        whole: letters of such a script are enough, even if no others stand beside them in one part.
    """
    if text.isascii():
        return False
    scripts = {unicodedata.name(sign, "").partition(" ")[0] for sign in text if sign.isalpha()}
    others = scripts.intersection(_LOOKALIKES)
    return bool(others) and (len(scripts) > 1 or whole)


def _number(entity: str) -> int | None:
    body = entity.strip("&;")
    if not body.startswith("#"):
        return None
    return int(body[2:], 16) if body[1:2] in "xX" else int(body[1:])
