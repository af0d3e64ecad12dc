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

# Where such a character belongs: a joiner between the signs of one picture, 👩‍💻, or between letters of
# scripts that are written with it; the wish for a plain sign, ☎︎; the three flags that are spelt in tags.
_PICTURES = "\u2190-\u2bff\U0001f000-\U0001faff"
_JOINING = "\u0600-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u18af"
_NEEDED = re.compile(
    f"(?<=[{_PICTURES}\ufe0f])\u200d(?=[{_PICTURES}])|(?<=[{_JOINING}])[\u200c\u200d](?=[{_JOINING}])"
    f"|(?<=[{_PICTURES}#*0-9\xa9\xae\u203c\u2049\u2122\u2139\u3030\u303d\u3297\u3299])\ufe0e"
)
_FLAG = re.compile(
    "\U0001f3f4\U000e0067\U000e0062(?:\U000e0065\U000e006e\U000e0067|\U000e0073\U000e0063\U000e0074|\U000e0077\U000e006c\U000e0073)\U000e007f"
)
# The wish for a coloured sign, after a letter: nothing shows there.
_NO_PICTURE = re.compile(r"(?<=[^\W\d_])\ufe0f")
_SIGN_OF_PICTURE = re.compile("\ufe0f")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});?")
# Scripts with letters that look like Latin ones.
_LOOKALIKES = ("CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC", "LISU", "FULLWIDTH", "MATHEMATICAL")
# A quick look for anything of these.
_OTHER_SCRIPT = re.compile(
    "[\u0370-\u03ff\u0400-\u052f\u0530-\u058f\u13a0-\u13ff\u1c80-\u1c8f\u1d26-\u1d2b\u1f00-\u1fff\u2c80-\u2cff"
    "\u2de0-\u2dff\ua4d0-\ua4ff\ua640-\ua69f\uab70-\uabbf\uff21-\uff5a\U0001d400-\U0001d7ff]"
)
_WORD_OF_ENTITIES = re.compile(r"(?:[^\W\d_]|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,30});)+")
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f])*")
# Units and formulas: μm, kΩ, ΔT, 2πr. These letters look like no Latin ones.
_DISTINCT = "ΓΔΘΛΞΠΣΦΨΩβγδεζηθλμξπσφψω"
_UNIT = re.compile(f"[{_DISTINCT}][A-Za-z]{{1,2}}|[A-Za-z]{{1,2}}[{_DISTINCT}]")


# What is printed of ASCII, and ends of lines; in UTF-8 nothing else is written with these.
_PLAIN = bytes(range(0x20, 0x7F)) + b"\t\n"


def is_deceptive(text: str) -> bool:
    """Whether a text holds a sign that `hidden` or `mixed_words` may have to tell of: most hold none."""
    rare = text.encode("utf8", "surrogatepass").translate(None, _PLAIN).decode("utf8", "surrogatepass")
    return any(pattern.search(rare) for pattern in (HIDDEN, _OTHER_SCRIPT, _SIGN_OF_PICTURE))


def hidden(text: str) -> Iterator[tuple[int, str]]:
    """Where something stands that cannot be seen, and its name, such as U+202E."""
    flags = {at for flag in _FLAG.finditer(text) for at in range(*flag.span())}
    for match in HIDDEN.finditer(text):
        if match.start() not in flags and not _NEEDED.match(text, match.start()):
            yield match.start(), f"U+{ord(match[0]):04X}"
    if "\ufe0f" in text:
        yield from ((match.start(), "U+FE0F") for match in _NO_PICTURE.finditer(text))


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


def mixed_entities(text: str) -> Iterator[tuple[int, str]]:
    """Where a word has letters of two scripts because of an entity, and the word as it is shown."""
    at = 0
    for part in text.split() if "&" in text else ():
        if "&" in part:
            at = text.index(part, at)
            for match in _WORD_OF_ENTITIES.finditer(part):
                if "&" in match[0]:
                    yield from ((at + match.start(), word) for _, word in mixed_words(unescape(match[0])))
            at += len(part)


def mixed_words(text: str) -> Iterator[tuple[int, str]]:
    """Where a word is written in letters of two scripts, and the word."""
    if not _OTHER_SCRIPT.search(text):
        return
    for match in _WORD.finditer(text):
        if _OTHER_SCRIPT.search(match[0]) and mixed_scripts(match[0]) and not _is_formula(match[0]):
            yield match.start(), match[0]


def _is_formula(word: str) -> bool:
    return _UNIT.fullmatch("".join(filter(str.isalpha, word))) is not None


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
