"""Words by their spelling: "obezb*" is any word that begins so, "bi|bih ste" one of two before another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..model import DataFile, strings
from .passage import Passage

# So many letters of a word lead to the patterns that it may belong to; none of them is shorter.
_START = 2


_Words = tuple[re.Pattern[str], ...]


@dataclass(frozen=True)
class Pattern:
    """A word or several, each with `*` for any ending and `|` between alternatives.

    `starts` are the first letters of its first word, `excepted` the same kind of words in which it
    is right after all.
    """

    words: _Words
    starts: frozenset[str]
    excepted: tuple[_Words, ...]
    use: str

    def starts_with(self, word: str) -> bool:
        """Whether it may begin with a word, given in lower case."""
        return self.words[0].fullmatch(word) is not None and not any(
            len(fine) == 1 and fine[0].fullmatch(word) for fine in self.excepted
        )

    def matches(self, words: Sequence[str], at: int) -> bool:
        """Whether it stands at this place in a list of words."""
        if not _stands(self.words, words, at):
            return False
        end = at + len(self.words)
        return not any(
            _stands(fine, words, start)
            for fine in self.excepted
            for start in range(max(0, end - len(fine)), at + 1)
        )


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
                if one.matches(passage.tokens, at):
                    last, start = passage.words[at + len(one.words) - 1]
                    if _is_one_piece(passage.text[begin : start + len(last)]):
                        yield begin, start + len(last), one.use
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
    use = entry.get("use")
    excepted = tuple(words for given in strings(entry.get("except")) if (words := _compiled(given)))
    for given in strings(entry.get("avoid")):
        if given.split() and isinstance(use, str):
            starts = frozenset(
                word[:_START].removesuffix("*") for word in given.lower().split()[0].split("|")
            )
            yield Pattern(_compiled(given), starts, excepted, use)


def _compiled(text: str) -> _Words:
    return tuple(
        re.compile("|".join(re.escape(word).replace(r"\*", r"\w*") for word in alternatives.split("|")))
        for alternatives in text.lower().split()
    )


def _stands(pattern: _Words, words: Sequence[str], at: int) -> bool:
    end = at + len(pattern)
    if end > len(words):
        return False
    return all(own.fullmatch(word.lower()) for own, word in zip(pattern, words[at:end], strict=True))


def _is_one_piece(text: str) -> bool:
    """Whether nothing but spaces stands between the words."""
    return not re.search(r"[^\w\s'’\-]", text)
