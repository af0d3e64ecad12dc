"""How a text is taken apart for the search. docs/assets/search/analyser.js is its twin.

tests/search/vectors.json holds the two together: what one does, the other must.
"""

from __future__ import annotations

import re
import unicodedata

_LETTERS = {"ł": "l", "đ": "d", "ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "ı": "i"}


class _Folding(dict[int, str]):
    """For each letter what is left of it without diacritics, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        letter = _LETTERS.get(chr(code), chr(code))
        self[code] = "".join(c for c in unicodedata.normalize("NFD", letter) if not unicodedata.combining(c))
        return self[code]


_FOLDING = _Folding()
# "don’t" is one word, as it is often typed without its apostrophe; "customer’s" is "customer" and "s".
# Its sign first, as that is looked for fast.
_NOT = re.compile(r"['’ʼ`´](?<=n.)(?=t(?![^\W_]))")
# What is left of a text without "_", which is the one sign that \w takes for a letter.
_WORD = re.compile(r"\w+")


def words(text: str) -> list[str]:
    """The words of a text in lower case, with their diacritics."""
    return _WORD.findall(_NOT.sub("", unicodedata.normalize("NFC", text).lower()).replace("_", " "))


def fold(word: str) -> str:
    """A word without diacritics, as it is typed in a hurry."""
    if word.isascii():
        return word
    return word.lower().translate(_FOLDING)
