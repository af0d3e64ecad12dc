"""Ascending numbers as text: the steps between them, each in one or a few letters.

docs/assets/search/steps.js reads them. A step of 0 is the same number once more.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from operator import sub

# Printable letters that JSON writes as they are.
_LETTERS = [chr(code) for code in range(ord("#"), ord("~") + 1) if chr(code) != "\\"]
# A step ends with one of the first; the others go before it where it is larger.
_LAST = 70


class _Steps(dict[int, str]):
    """The letters of each step, worked out when it is first met: most are small."""

    def __missing__(self, step: int) -> str:
        rest, digit = divmod(step, _LAST)
        text = _LETTERS[digit]
        more = _LETTERS[_LAST:]
        while rest:
            rest, digit = divmod(rest - 1, len(more))
            text = more[digit] + text
        self[step] = text
        return text


_STEPS = _Steps()


def packed(numbers: Sequence[int]) -> str:
    """Ascending numbers as text."""
    return "".join(map(_STEPS.__getitem__, map(sub, numbers, chain((0,), numbers))))
