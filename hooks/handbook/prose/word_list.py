"""Words that the spelling check accepts: names, and whatever a dictionary does not know yet."""

from __future__ import annotations

from collections.abc import Mapping, Set

from ..base.guessing import words
from ..languages import language
from ..model.sources import Names

_EVERYWHERE = "all"


class Accepted:
    """The list for one language; an entry that ends in * accepts any ending.

    An entry in lower case accepts the word with a capital too. The names of a card's sections are our
    own words.
    """

    def __init__(self, lists: Mapping[str, Names], code: str) -> None:
        entries = [entry for key in (_EVERYWHERE, code) if key in lists for entry in lists[key].root]
        entries += [word for name in language(code).texts["sections"].values() for word in words(name)]
        self._words = {entry for entry in entries if not entry.endswith("*")}
        self._stems = tuple(entry[:-1] for entry in entries if entry.endswith("*") and entry != "*")

    def __contains__(self, word: str) -> bool:
        if word in self._words or word.startswith(self._stems):
            return True
        return word[:1].isupper() and word[:1].lower() + word[1:] in self

    def lacking(self, words: Set[str]) -> list[str]:
        """Those of the words that the list does not accept."""
        found = [word for word in words - self._words if not word.startswith(self._stems)]
        return [word for word in found if not word[:1].isupper() or word not in self]
