"""Words that the spelling check accepts: names, and whatever a dictionary does not know yet."""

from __future__ import annotations

from collections.abc import Mapping

from ..model import DataFile, strings

_EVERYWHERE = "all"


class Accepted:
    """The list for one language; an entry that ends in * accepts any ending.

    An entry in lower case accepts the word with a capital too.
    """

    def __init__(self, file: DataFile | None, language: str) -> None:
        lists = file.value if file is not None and isinstance(file.value, Mapping) else {}
        entries = [*strings(lists.get(_EVERYWHERE)), *strings(lists.get(language))]
        self._words = {entry for entry in entries if not entry.endswith("*")}
        self._stems = tuple(entry[:-1] for entry in entries if entry.endswith("*") and entry != "*")

    def __contains__(self, word: str) -> bool:
        small = word[:1].lower() + word[1:]
        if word in self._words or small in self._words:
            return True
        return bool(self._stems) and (word.startswith(self._stems) or small.startswith(self._stems))
