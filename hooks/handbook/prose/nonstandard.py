"""Words by their spelling: "obezb*" is any word that begins so, "bi|bih ste" one of two before another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass

from ..model.sources import Nonstandard
from .passage import Passage

# Between the words of a pattern that follow each other nothing else may stand.
_BETWEEN = re.compile(r"[^\w\s'’\-]")


@dataclass(frozen=True)
class _Word:
    """One word of a pattern: what it may be, and in what it may begin and end around a `*`."""

    exact: frozenset[str]
    around: tuple[tuple[str, str], ...]

    def matches(self, word: str) -> bool:
        return word in self.exact or any(
            word.startswith(start)
            and word.endswith(end)
            and _is_ending(word[len(start) : len(word) - len(end)])
            for start, end in self.around
        )


_Words = tuple[_Word, ...]


@dataclass(frozen=True)
class Pattern:
    """A word or several, each with `*` for any ending and `|` between alternatives.

    `excepted` are the same kind of words in which it is right after all.
    """

    words: _Words
    excepted: tuple[_Words, ...]
    use: str

    def starts_with(self, word: str) -> bool:
        """Whether it may begin with a word, given in lower case."""
        return self.words[0].matches(word) and not any(
            len(fine) == 1 and fine[0].matches(word) for fine in self.excepted
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
    """A list of words with what to say instead."""

    def __init__(self, entries: Iterable[Nonstandard]) -> None:
        # By their first words, those with a star by what stands before it.
        self._exact: dict[str, list[Pattern]] = {}
        self._starred: dict[str, list[Pattern]] = {}
        for entry in entries:
            for one in _read(entry):
                for word in one.words[0].exact:
                    self._exact.setdefault(word, []).append(one)
                for start in {start for start, _ in one.words[0].around}:
                    self._starred.setdefault(start, []).append(one)
        self._lengths = sorted({len(start) for start in self._starred})
        self._known: dict[str, list[Pattern]] = {}

    def found(self, passage: Passage, beginnings: Set[str]) -> Iterator[tuple[int, int, str]]:
        """Where words of the list stand in a passage: start, end, and what to say instead.

        Args:
            passage: the passage.
            beginnings: all of its words that something of the list begins with, and perhaps others.
        """
        for at, word in enumerate(passage.tokens):
            if word not in beginnings:
                continue
            for one in self._beginning(word):
                if one.matches(passage.tokens, at):
                    _, begin = passage.words[at]
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
            near = list(self._exact.get(small, ()))
            for length in self._lengths:
                if length > len(small):
                    break
                near += self._starred.get(small[:length], ())
            known = self._known[word] = [one for one in near if one.starts_with(small)]
        return known


def _read(entry: Nonstandard) -> Iterator[Pattern]:
    excepted = tuple(_words(given) for given in entry.exception)
    for given in entry.avoid:
        yield Pattern(_words(given), excepted, entry.use)


def _words(text: str) -> _Words:
    return tuple(map(_word, text.lower().split()))


def _word(text: str) -> _Word:
    alternatives = text.split("|")
    starred = [word.partition("*") for word in alternatives if "*" in word]
    return _Word(
        frozenset(word for word in alternatives if "*" not in word),
        tuple((start, end) for start, _, end in starred),
    )


def _is_ending(text: str) -> bool:
    """Whether this is nothing or letters, not the other half of a compound."""
    return not text or text.isalnum()


def _stands(pattern: _Words, words: Sequence[str], at: int) -> bool:
    end = at + len(pattern)
    if end > len(words):
        return False
    return all(own.matches(word.lower()) for own, word in zip(pattern, words[at:end], strict=True))


def _is_one_piece(text: str) -> bool:
    """Whether nothing but spaces stands between the words."""
    return not _BETWEEN.search(text)
