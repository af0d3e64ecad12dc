"""Ascending numbers as text: the steps between them, each in one or a few letters.

docs/assets/search/steps.js reads them. A step of 0 is the same number once more.
"""

from __future__ import annotations

from collections.abc import Iterable

# Printable letters that JSON writes as they are.
_LETTERS = [chr(code) for code in range(ord("#"), ord("~") + 1) if chr(code) != "\\"]
# A step ends with one of the first; the others go before it where it is larger.
_LAST = 70


def packed(numbers: Iterable[int]) -> str:
    """Ascending numbers as text."""
    last, text = 0, ""
    for number in numbers:
        text += _step(number - last)
        last = number
    return text


def _step(step: int) -> str:
    rest, digit = divmod(step, _LAST)
    text = _LETTERS[digit]
    more = _LETTERS[_LAST:]
    while rest:
        rest, digit = divmod(rest - 1, len(more))
        text = more[digit] + text
    return text
