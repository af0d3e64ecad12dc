"""A language's lexicon: which lemmas a written form belongs to, and all forms of a lemma."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, cached_property
from itertools import accumulate
from mmap import ACCESS_READ, mmap
from pathlib import Path

from ..languages import language
from .analyser import fold
from .paradigms import TOGETHER, Paradigms, pack

# No form of a lexicon has more letters.
LONGEST = 200
# A stem and its endings, without diacritics.
Stem = tuple[str, tuple[str, ...]]


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


# There are few endings, in many lists.
_folded = cache(fold)


class _List:
    """A list of endings, as it is asked for."""

    def __init__(self, text: str) -> None:
        self.endings = tuple(text.split(","))
        self.all = frozenset(self.endings)
        self._text = text

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """The endings without diacritics."""
        return tuple(dict.fromkeys(map(_folded, self.endings)))

    @cached_property
    def typed(self) -> tuple[str, ...]:
        """Those with Croatian đ, as they are typed with dj."""
        if "đ" not in self._text:
            return ()
        return tuple(sorted({fold(one.replace("đ", "dj")) for one in self.endings if "đ" in one}))


# What a stem makes: a list of endings, first as a set, and the lemma if that begins otherwise.
_Entry = tuple[frozenset[str], _List, str]
# What a word that is in no lexicon has.
_ALONE = _List("")


class Lexicon:
    """Looks words up in what `paradigms.pack` makes."""

    def __init__(self, code: str, packed: bytes | mmap) -> None:
        self._paradigms = Paradigms(packed)
        self._prefixes = language(code).search_prefixes
        self._lists: dict[str, _List] = {}
        # What stems make, as it is written and as it is asked for.
        self._entries: dict[str, tuple[_Entry, ...]] = {}
        # Stems by what they begin with. Those of one or two letters begin many words and make few forms, so
        # these are spelt out, each with its lemmas: as one text, as the search for garbage passes over texts.
        self._begun: dict[str, Mapping[str, str]] = {}
        self._short: dict[str, str] = {}
        # What was found of lemmas by the way: what their own stems make; none of a form that nothing makes.
        self._owned: dict[str, _List | None] = {}

    def lemmas(self, form: str) -> set[str]:
        """The lemmas that have this form, in lower case with its diacritics; none if it is unknown."""
        found = self._exact(form)
        if not found:
            for prefix in self._prefixes:
                if form.startswith(prefix):
                    found |= self._exact(form[len(prefix) :])
        return found

    def forms(self, lemma: str) -> set[str]:
        """All forms of a lemma."""
        found = {lemma}
        for stem, known in self._all(lemma):
            found.update(stem + ending for ending in known.endings)
        return found

    def size(self, lemma: str) -> int:
        """How many forms a lemma has; a word that is not in the lexicon has one."""
        return sum(len(known.endings) for _, known in self._all(lemma)) or 1

    def folded(self, lemma: str) -> tuple[Stem, ...]:
        """The stems of a lemma with their endings, all without diacritics.

        The first stem makes the lemma with its first ending.
        """
        stems = []
        for stem, known in self._all(lemma) or [(lemma, _ALONE)]:
            start, endings = fold(stem), known.folded
            stems.append((start, endings))
            # Croatian đ is typed as dj, too.
            if "đ" in stem:
                stems.append((stem.replace("đ", "dj"), endings))
            elif known.typed:
                stems.append((start, known.typed))
        return tuple(stems)

    def _all(self, lemma: str) -> list[tuple[str, _List]]:
        """The stems of a lemma, its own first, each with its endings."""
        if lemma not in self._owned:
            self._exact(lemma)
        own = self._owned.get(lemma)
        found = [(lemma.removesuffix(own.endings[0]), own)] if own else []
        for stem in self._paradigms.others(lemma):
            entries = self._made(self._paradigms.made(stem))
            found.extend((stem, known) for _, known, other in entries if other == lemma)
        return found

    def _exact(self, form: str) -> set[str]:
        if len(form) > LONGEST:
            return set()  # Each of its beginnings would be looked up.
        start, rest = form[:TOGETHER], form[TOGETHER:]
        if (stems := self._begun.get(start)) is None:
            stems = self._begin(start)
        found = set(self._short[form].split(" ")) if form in self._short else set()
        for begun in filter(stems.__contains__, accumulate(rest, initial="")):
            ending, made = rest[len(begun) :], stems[begun]
            for endings, known, lemma in self._entries.get(made) or self._made(made):
                if ending in endings:
                    found.add(lemma or self._own(start + begun, known))
        if not found:
            self._owned[form] = None
        return found

    def _begin(self, start: str) -> Mapping[str, str]:
        """What stems make that begin with some letters, by their rests."""
        for stem in (start[:1], start[:2]):
            is_new = stem not in self._begun
            self._begun.setdefault(stem, {})
            for _, known, other in self._made(self._paradigms.made(stem)) if is_new else ():
                lemma = other or self._own(stem, known)
                for form in [stem + ending for ending in known.endings]:
                    self._short[form] = f"{self._short[form]} {lemma}" if form in self._short else lemma
        found = self._begun[start] = self._paradigms.stems(start) if len(start) == TOGETHER else {}
        return found

    def _own(self, stem: str, known: _List) -> str:
        """The lemma that a stem makes with the first of its endings."""
        lemma = stem + known.endings[0]
        self._owned[lemma] = known
        return lemma

    def _made(self, made: str) -> tuple[_Entry, ...]:
        """Take apart what a stem makes."""
        if (found := self._entries.get(made)) is None:
            entries = [entry.partition("=") for entry in made.split(" ")] if made else ()
            lists = ((self._list(number), lemma) for number, _, lemma in entries)
            found = self._entries[made] = tuple((known.all, known, lemma) for known, lemma in lists)
        return found

    def _list(self, number: str) -> _List:
        if (found := self._lists.get(number)) is None:
            found = self._lists[number] = _List(self._paradigms.lists[int(number)])
        return found
