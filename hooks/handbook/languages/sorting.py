"""Sorting and comparing words as a language does."""

from __future__ import annotations

import unicodedata

from . import language

# The second half of two letters that count as one: it comes after every other letter.
_SECOND_HALF = "\uffff"
# A space comes before all, so that a word sorts before the longer ones it begins.
_BEFORE_LETTERS = " 0123456789"
_WITHOUT_DECOMPOSITION = str.maketrans({"ł": "l", "Ł": "L", "đ": "d", "Đ": "D"})


def alphabetical(code: str, text: str) -> tuple[int, ...]:
    """A key that sorts texts as the language's own dictionaries do, punctuation left out."""
    spoken, text = language(code), text.lower()
    for pair in spoken.digraphs:
        text = text.replace(pair, f"{pair[0]}{_SECOND_HALF}")
    letters = f"{_BEFORE_LETTERS}{spoken.alphabet}{_SECOND_HALF if spoken.digraphs else ''}"
    order = {letter: place for place, letter in enumerate(letters)}
    known = [letter for letter in text if letter in order or letter.isalnum()]
    return tuple(order.get(letter, order.get(fold(letter), 0)) for letter in known)


def fold(text: str) -> str:
    """Lower case without diacritics, ł and đ included, which Unicode does not decompose."""
    decomposed = unicodedata.normalize("NFD", text.translate(_WITHOUT_DECOMPOSITION).lower())
    return "".join(c for c in decomposed if not unicodedata.combining(c))
