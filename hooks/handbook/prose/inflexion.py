"""Words in all their forms: which forms a word has, and phrases that match in any of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from ..base.digest import digest
from ..base.guessing import WORD
from ..base.recollection import Recollection, text_of
from ..languages import language as spoken
from ..search.lexicon import lexicon

# The forms of words in earlier runs.
RECOLLECTION = Recollection("forms")
# What a word in no lexicon keeps when its ending goes: "deeskalirati", "deeskaliranje".
_ENDING = re.compile(r"(?:ować|owanie|irati|iranje|[aeiouyćj]+)\Z")
_LONGEST_ENDING = 7
# So many of its letters lead to it.
_LOOSE = 4
# The name of an action is declined; it must not bring the forms of its verb along.
_ACTION = re.compile(r"(?P<stem>.+(?:ni|ci|nj))e\Z")


@cache
def forms(word: str, language: str, *, of_any_lemma: bool = False) -> frozenset[str]:
    """The forms of a word, in lower case.

    Args:
        word: the word, in lower case.
        language: the code of its language.
        of_any_lemma: whether a form such as "zasady" stands for the whole word "zasada".

    Returns:
        Its forms, itself among them; nothing where the lexicon does not know it.
    """
    if not RECOLLECTION.is_on:
        return _forms(word, language, of_any_lemma)
    key = digest(language, word, str(of_any_lemma))
    found = RECOLLECTION.get(key, _split)
    if found is None:
        found = _forms(word, language, of_any_lemma)
        RECOLLECTION.put(key, "\n".join(sorted(found)))
    return found


def _split(kept: Any) -> frozenset[str]:
    return frozenset(text_of(kept).split("\n")) - {""}


def _forms(word: str, language: str, of_any_lemma: bool) -> frozenset[str]:
    known, inflexion = lexicon(language), spoken(language).inflexion
    lemmas = known.lemmas(word)
    if not lemmas:
        return frozenset()
    if of_any_lemma:
        return frozenset({word}.union(*(known.forms(lemma) for lemma in lemmas)))
    own = known.forms(word)
    if len(own) == 1 and (action := _ACTION.match(word)):
        own = {action["stem"] + ending for ending in inflexion.action_cases}
    # An adjective of the same letters ("spor", slow or quarrel) has these; then only the word itself counts.
    adjective = f"{word}{inflexion.adjective}"
    return frozenset({word}) if inflexion.adjective and adjective in own else frozenset(own)


@dataclass(frozen=True)
class Phrase:
    """One or more words that match in any of their forms; `about` is whatever it was made for."""

    words: tuple[str, ...]
    language: str
    about: Any

    def matches(self, words: Sequence[str], at: int) -> bool:
        """Whether the phrase stands at this place in a list of words in lower case."""
        end = at + len(self.words)
        return end <= len(words) and all(map(self._same, self.words, words[at:end]))

    def starts_with(self) -> frozenset[str]:
        """The forms of its first word; none where no lexicon knows it."""
        return forms(self.words[0], self.language, of_any_lemma=len(self.words) > 1)

    def _same(self, own: str, word: str) -> bool:
        known = forms(own, self.language, of_any_lemma=len(self.words) > 1)
        return word in known if known else own == word or self._alike(own, word)

    def _alike(self, own: str, word: str) -> bool:
        """Whether this may be a form of a word that no lexicon knows."""
        suffixes = spoken(self.language).inflexion.suffixes
        if suffixes:
            stem = own.removesuffix("e")
            return word.startswith(stem) and word.removeprefix(stem) in suffixes
        stem = _ENDING.sub("", own)
        return len(stem) > 4 and word.startswith(stem) and len(word) <= len(stem) + _LONGEST_ENDING


def phrase(text: str, language: str, about: Any = None) -> Phrase | None:
    """The phrase of a text, None where the text has no words."""
    words = tuple(word.lower() for word in WORD.findall(text))
    return Phrase(words, language, about) if words else None


class Phrases:
    """Many phrases, looked up by the forms of their first words."""

    def __init__(self, phrases: Iterable[Phrase | None]) -> None:
        self._starting: dict[str, list[Phrase]] = {}
        self._loose: dict[str, list[Phrase]] = {}
        for one in phrases:
            if one is None:
                continue
            known = one.starts_with()
            for form in known:
                self._starting.setdefault(form, []).append(one)
            if not known:
                self._loose.setdefault(one.words[0][:_LOOSE], []).append(one)

    def beginnings(self, words: Iterable[str]) -> frozenset[str]:
        """Those of the words that one of the phrases may begin with."""
        return frozenset(
            word
            for word in words
            if (small := word.lower()) in self._starting or small[:_LOOSE] in self._loose
        )

    def found(self, words: Sequence[str]) -> Iterator[tuple[int, Phrase]]:
        """The phrases in a list of words in lower case, each with its place."""
        for at, word in enumerate(words):
            if word in self._starting or word[:_LOOSE] in self._loose:
                for one in (*self._starting.get(word, ()), *self._loose.get(word[:_LOOSE], ())):
                    if one.matches(words, at):
                        yield at, one
