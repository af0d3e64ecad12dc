"""Slips of the finger: one letter missing, added, wrong, or two that changed places."""

from __future__ import annotations

import random
from string import ascii_lowercase


def slip(word: str, chance: random.Random) -> str:
    """The word with one slip anywhere in it; never the word itself."""
    while (typed := _slip(word, chance)) == word:
        pass
    return typed


def _slip(word: str, chance: random.Random) -> str:
    at, letter = chance.randrange(len(word)), chance.choice(ascii_lowercase)
    match chance.randrange(4):
        case 0:
            return word[:at] + word[at + 1 :]
        case 1:
            return word[:at] + letter + word[at:]
        case 2:
            return word[:at] + letter + word[at + 1 :]
        case _:
            at = chance.randrange(len(word) - 1)
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
