"""Words by their spelling: "obezb*" is any word that begins so, "bi|bih ste" one of two before another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..model import DataFile, strings
from .passage import Passage

# So many letters of a word lead to the patterns that it may belong to; none of them is shorter.
_START = 2


@dataclass(frozen=True)
class Pattern:
    """A word or several, each with `*` for any ending and `|` between alternatives.

    `starts` are the first letters of its first word.
    """

    words: tuple[re.Pattern[str], ...]
    starts: frozenset[str]
    excepted: re.Pattern[str] | None
    use: str

    def starts_with(self, word: str) -> bool:
        """Whether it begins with a word, given in lower case."""
        if self.excepted is not None and self.excepted.fullmatch(word):
            return False
        return self.words[0].fullmatch(word) is not None

    def matches(self, words: Sequence[str]) -> bool:
        """Whether these words are all of it."""
        pairs = zip(self.words, words, strict=False)
        return len(words) == len(self.words) and all(own.fullmatch(word.lower()) for own, word in pairs)


class Patterns:
    """A list of words with what to say instead, as a data file has it.

    Its entries are {avoid: [...], use: ..., except: [...]}; what is no such entry counts as none.
    """

    def __init__(self, file: DataFile | None) -> None:
        value = file.value if file is not None else None
        self._patterns: dict[str, list[Pattern]] = {}
        for entry in value if isinstance(value, list) else ():
            for one in _read(entry) if isinstance(entry, Mapping) else ():
                for start in one.starts:
                    self._patterns.setdefault(start, []).append(one)
        self._known: dict[str, list[Pattern]] = {}

    def found(self, passage: Passage) -> Iterator[tuple[int, int, str]]:
        """Where words of the list stand in a passage: start, end, and what to say instead."""
        for at, (word, begin) in enumerate(passage.words):
            for one in self._beginning(word):
                piece = passage.words[at : at + len(one.words)]
                last, start = piece[-1]
                end = start + len(last)
                if one.matches([word for word, _ in piece]) and _is_one_piece(passage.text[begin:end]):
                    yield begin, end, one.use
                    break

    def may_begin(self, word: str) -> bool:
        """Whether something of the list begins with a word."""
        return bool(self._beginning(word))

    def __contains__(self, word: str) -> bool:
        """Whether the list says of this word alone what to say instead."""
        return any(len(one.words) == 1 for one in self._beginning(word))

    def _beginning(self, word: str) -> list[Pattern]:
        """The patterns whose first word this is."""
        if (known := self._known.get(word)) is None:
            small = word.lower()
            near = self._patterns.get(small[:_START], ())
            known = self._known[word] = [one for one in near if one.starts_with(small)]
        return known


def _read(entry: Mapping[str, object]) -> Iterator[Pattern]:
    use, excepted = entry.get("use"), strings(entry.get("except"))
    for given in strings(entry.get("avoid")):
        words = [word.split("|") for word in given.lower().split()]
        if words and isinstance(use, str):
            starts = frozenset(word[:_START].removesuffix("*") for word in words[0])
            compiled = tuple(_compiled(alternatives) for alternatives in words)
            yield Pattern(compiled, starts, _compiled(excepted) if excepted else None, use)


def _compiled(alternatives: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word).replace(r"\*", r"\w*") for word in alternatives))


def _is_one_piece(text: str) -> bool:
    """Whether nothing but spaces stands between the words."""
    return not re.search(r"[^\w\s'’\-]", text)
