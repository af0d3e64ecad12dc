"""Small helpers on words: counting them and guessing which one was meant."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from difflib import SequenceMatcher
from functools import lru_cache
from heapq import nlargest

# Hyphens and apostrophes hold a word together; so do digits, as in "2026-11-22" or "S0-06".
WORD = re.compile(r"[^\W_]+(?:['’\-‑][^\W_]+)*")
# The same for a text without underscores, in two thirds of the time.
_PLAIN_WORD = re.compile(r"\w+(?:['’\-‑]\w+)*")
# How alike two names must be, and how long one may be that somebody has misspelt.
_ALIKE = 0.6
_LONGEST = 300
# So many names are looked at for what is wrong in one file, a guess being as dear as looking at so many:
# whoever has more of it has renamed what it stands for, and reads the first of it.
_LOOKS, _GUESS = 100_000, 200
# So many of the likeliest are compared.
_LIKELIEST = 200


def words(text: str) -> list[str]:
    """The words of a text; a hyphen or an apostrophe inside does not part them."""
    return (WORD if "_" in text else _PLAIN_WORD).findall(text)


def guess(given: str, known: Iterable[str]) -> str | None:
    """The known name that is nearest to the one given, if any is near.

    It is the one that `difflib.get_close_matches` would name, but only those with the likeliest letters are
    compared, and no more of them than could still be nearer.
    """
    near = nlargest(_LIKELIEST, _bounds(given, known)) if len(given) <= _LONGEST else []
    if not near:
        return None
    matcher = SequenceMatcher(None, "", given)
    best, found = _ALIKE, ""
    for bound, name in near:
        if bound < best:
            break
        matcher.set_seq1(name)
        found, best = max((best, found), (matcher.ratio(), name))[::-1]
    return found or None


def _bounds(given: str, known: Iterable[str]) -> Iterable[tuple[float, str]]:
    """Names that may be near, each with how alike they are if only their letters count, not the order."""
    letters = dict(_letters(given))
    for name in known:
        both = len(name) + len(given)
        if both and 2 * min(len(name), len(given)) >= _ALIKE * both:
            shared = sum(min(count, letters[sign]) for sign, count in _letters(name) if sign in letters)
            if (bound := 2 * shared / both) >= _ALIKE:
                yield bound, name


@lru_cache(maxsize=4096)
def _letters(name: str) -> tuple[tuple[str, int], ...]:
    return tuple(Counter(name).items())


class Guesses:
    """The guesses that are made for one file: so many, as each takes a look at all known names."""

    def __init__(self) -> None:
        self._left = _LOOKS

    def guess(self, given: str, known: Collection[str]) -> str | None:
        """As `guess`, and None once there have been too many."""
        if not known or self._left <= 0:
            return None
        self._left -= len(known) + _GUESS
        return guess(given, known)
