"""Sorting and comparing words as a language does."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from . import language

# The second half of two letters that count as one: it comes after every other letter.
_SECOND_HALF = "\uffff"
# A space comes before all, so that a word sorts before the longer ones it begins.
_BEFORE_LETTERS = " 0123456789"
_WITHOUT_DECOMPOSITION = (("ł", "l"), ("đ", "d"))
# What stands above or below the letters of these languages, and where such marks of other scripts may be.
_MARKS = re.compile("[\u0300-\u036f]+")
# All signs but these: a pattern of so few parts is made in a moment.
_OTHERS = re.compile("[^\x00-\u036f\u2000-\u20cf]")


def alphabetical(code: str, text: str) -> tuple[int, ...]:
    """A key that sorts texts as the language's own dictionaries do, punctuation left out."""
    spoken, text = language(code), text.lower()
    for pair in spoken.digraphs:
        text = text.replace(pair, f"{pair[0]}{_SECOND_HALF}")
    order = _order(code)
    known = [letter for letter in text if letter in order or letter.isalnum()]
    return tuple([order[letter] if letter in order else order.get(fold(letter), 0) for letter in known])


@cache
def _order(code: str) -> Mapping[str, int]:
    """The place of each letter in a language."""
    spoken = language(code)
    letters = f"{_BEFORE_LETTERS}{spoken.alphabet}{_SECOND_HALF if spoken.digraphs else ''}"
    return {letter: place for place, letter in enumerate(letters)}


def fold(text: str) -> str:
    """Lower case without diacritics, ł and đ included, which Unicode does not decompose."""
    small = text.lower()
    if small.isascii():
        return small
    for letter, plain in _WITHOUT_DECOMPOSITION:
        small = small.replace(letter, plain)
    bare = _MARKS.sub("", unicodedata.normalize("NFD", small))
    return "".join(c for c in bare if not unicodedata.combining(c)) if _OTHERS.search(bare) else bare
