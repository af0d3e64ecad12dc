"""A language's lexicon: which lemmas a written form belongs to, and all forms of a lemma."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from mmap import ACCESS_READ, mmap
from pathlib import Path

from ..languages import language
from .analyser import fold
from .paradigms import Paradigms, pack

# No form of a lexicon has more letters.
LONGEST = 200


@cache
def lexicon(code: str) -> Lexicon:
    """The lexicon of a language; an empty one where there is none."""
    if not has_lexicon(code):
        return Lexicon(code, pack({}))
    with _file(code).open("rb") as file:
        # Only the parts that are looked at are read.
        return Lexicon(code, mmap(file.fileno(), 0, access=ACCESS_READ))


def has_lexicon(code: str) -> bool:
    """Whether there is a lexicon of this language."""
    return _file(code).is_file()


def _file(code: str) -> Path:
    return Path(__file__).with_name("lexicons").joinpath(f"{code}.txt")


class Lexicon:
    """Looks words up in what `paradigms.pack` makes."""

    def __init__(self, code: str, packed: bytes | mmap) -> None:
        self._paradigms = Paradigms(packed)
        self._prefixes = language(code).search_prefixes
        self._endings: dict[str, list[str]] = {}
        self._sets: dict[str, frozenset[str]] = {}
        self._foldings: dict[str, tuple[str, ...]] = {}
        self._taken: dict[str, tuple[tuple[frozenset[str], str, str], ...]] = {}
        # What was found of lemmas by the way: their own stems.
        self._owned: dict[str, tuple[str, str]] = {}

    def lemmas(self, form: str) -> set[str]:
        """The lemmas that have this form, in lower case with its diacritics; none if it is unknown."""
        found = set(self._exact(form))
        if not found:
            for prefix in self._prefixes:
                if form.startswith(prefix):
                    found |= self._exact(form[len(prefix) :])
        return found

    def forms(self, lemma: str) -> set[str]:
        """All forms of a lemma."""
        found = {lemma}
        for stem, number in self._all(lemma):
            found.update(stem + ending for ending in self._list(number))
        return found

    def size(self, lemma: str) -> int:
        """How many forms a lemma has; a word that is not in the lexicon has one."""
        return sum(len(self._list(number)) for _, number in self._all(lemma)) or 1

    def folded(self, lemma: str) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The stems of a lemma with their endings, all without diacritics.

        The first stem makes the lemma with its first ending.
        """
        found = self._all(lemma)
        if not found:
            found = [(lemma, "")]
        for stem, number in found:
            endings = self._folded(number) if number else ("",)
            yield fold(stem), endings
            # Croatian đ is typed as dj, too.
            if "đ" in stem:
                yield stem.replace("đ", "dj"), endings
            elif number and any("đ" in ending for ending in self._list(number)):
                typed = {fold(ending.replace("đ", "dj")) for ending in self._list(number) if "đ" in ending}
                yield fold(stem), tuple(sorted(typed))

    def _all(self, lemma: str) -> list[tuple[str, str]]:
        if lemma not in self._owned:
            self._exact(lemma)
        found = [self._owned[lemma]] if lemma in self._owned else []
        for stem in self._paradigms.others(lemma):
            found.extend((stem, number) for _, number, other in self._made(stem) if other == lemma)
        return found

    def _folded(self, number: str) -> tuple[str, ...]:
        if (found := self._foldings.get(number)) is None:
            folded = fold(self._paradigms.lists[int(number)]).split(",")
            found = self._foldings[number] = tuple(dict.fromkeys(folded))
        return found

    def _exact(self, form: str) -> set[str]:
        found: set[str] = set()
        if len(form) > LONGEST:
            return found  # Each of its beginnings would be looked up, and kept.
        for length in range(1, len(form) + 1):
            stem = form[:length]
            ending = form[length:]
            for endings, number, lemma in self._made(stem):
                if ending in endings:
                    if not lemma:
                        lemma = stem + self._list(number)[0]
                        self._owned[lemma] = (stem, number)
                    found.add(lemma)
        return found

    def _made(self, stem: str) -> tuple[tuple[frozenset[str], str, str], ...]:
        """What a stem makes: endings, the number of their list, and the lemma if that begins otherwise."""
        if (found := self._taken.get(stem)) is None:
            made = self._paradigms.made(stem)
            entries = [entry.partition("=") for entry in made.split(" ")] if made else ()
            found = tuple((self._set(number), number, lemma) for number, _, lemma in entries)
            self._taken[stem] = found
        return found

    def _set(self, number: str) -> frozenset[str]:
        if (found := self._sets.get(number)) is None:
            found = self._sets[number] = frozenset(self._list(number))
        return found

    def _list(self, number: str) -> list[str]:
        if (found := self._endings.get(number)) is None:
            found = self._endings[number] = self._paradigms.lists[int(number)].split(",")
        return found
