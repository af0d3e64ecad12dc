"""The words of a site: which lemmas they belong to, with all forms of these."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import NamedTuple

from .analyser import fold
from .lexicon import Lexicon, Stem
from .likelihood import unlikely


class Use(NamedTuple):
    """A form of a lemma that the site uses.

    `variant` tells words apart that look the same without diacritics ("pomoc", "pomóc"); where not
    `sure`, the form more likely belongs to another lemma.
    """

    form: str
    variant: int
    sure: bool

    @property
    def key(self) -> str:
        """What the places of the form are kept by."""
        return _key(self.form, self.variant)


class Term(NamedTuple):
    """A lemma. The first of its stems makes it with its first ending; together they make all its forms."""

    lemma: str
    stems: tuple[Stem, ...]
    used: tuple[Use, ...]


@dataclass(frozen=True)
class Words:
    """The lexicon of a site.

    `terms` are in the order of their lemmas. `keys` has for each word of the site the key of its form, and
    `said` for each word that staff say its lemmas.
    """

    terms: tuple[Term, ...]
    keys: Mapping[str, str]
    said: Mapping[str, tuple[str, ...]]


class Vocabulary:
    """Looks up the lemmas of words, each word once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._lemmas: dict[str, tuple[str, ...]] = {}

    def lemmas(self, word: str) -> tuple[str, ...]:
        """The lemmas of a written word; the word itself where the lexicon has none."""
        if (found := self._lemmas.get(word)) is None:
            found = self._lemmas[word] = tuple(sorted(self._lexicon.lemmas(word))) or (word,)
        return found

    def words(self, uses: Mapping[str, int], said: Mapping[str, int] = {}, more: Sequence[str] = ()) -> Words:
        """The lexicon of the words that a site uses.

        Args:
            uses: how often each word is used, as it is written.
            said: the same of what staff say: its lemmas are kept, not in which form they were said.
            more: lemmas that the site does not use and a reader may type.
        """
        # In order, so that the same pages make the same index.
        everything = {word: self._lemmas.get(word) or self.lemmas(word) for word in sorted({*uses, *said})}
        doubted = self._doubted(everything, uses, said)
        meant = {word: everything[word] for word in said}
        for word in {word for word, _ in doubted} & meant.keys():
            likely = tuple(lemma for lemma in meant[word] if (word, lemma) not in doubted)
            meant[word] = likely or meant[word]
        readings = {word: lemmas for word, lemmas in everything.items() if word in uses}
        forms = _forms(readings)
        # Lemma -> folded form and variant -> whether it is sure.
        used: dict[str, dict[tuple[str, int], bool]] = defaultdict(dict)
        for word, lemmas in readings.items():
            use = forms[word]
            for lemma in lemmas:
                found = used[lemma]
                found[use] = found.get(use, False) or (word, lemma) not in doubted
        kept = sorted({*more, *used, *chain.from_iterable(meant.values())})
        terms = tuple([self._term(lemma, used.get(lemma, {})) for lemma in kept])
        return Words(terms, {word: _key(*form) for word, form in forms.items()}, meant)

    def _doubted(
        self, readings: Mapping[str, tuple[str, ...]], uses: Mapping[str, int], said: Mapping[str, int]
    ) -> set[tuple[str, str]]:
        """The lemmas that forms hardly belong to, see `likelihood`."""
        counts = {word: uses.get(word, 0) + said.get(word, 0) for word in readings}
        several = {lemma for lemmas in readings.values() if len(lemmas) > 1 for lemma in lemmas}
        return unlikely(counts, readings, {lemma: self._lexicon.size(lemma) for lemma in several})

    def _term(self, lemma: str, used: Mapping[tuple[str, int], bool]) -> Term:
        stems = self._lexicon.folded(lemma)
        if not used:
            return Term(lemma, stems, ())
        uses = tuple([Use(form, variant, used[form, variant]) for form, variant in sorted(used)])
        return Term(lemma, covered(stems, uses), uses)


def covered(stems: tuple[Stem, ...], used: Sequence[Use]) -> tuple[Stem, ...]:
    """Stems, and one more for each used form that they do not make.

    Such are those with a prefix that the analyser takes off, and words no lexicon has.
    """
    missing = {use.form for use in used}
    for stem in stems:
        missing = {form for form in missing if place(form, stem) is None}
        if not missing:
            return stems
    return (*stems, *[(form, ("",)) for form in sorted(missing)])


def place(form: str, stem: Stem) -> int | None:
    """The place of a form in the list of endings of a stem, if it is there."""
    start, endings = stem
    return _places(endings).get(form[len(start) :]) if form.startswith(start) else None


@cache
def _places(endings: tuple[str, ...]) -> dict[str, int]:
    """The place of each ending in a list, which has none twice."""
    return {ending: at for at, ending in enumerate(endings)}


def _key(form: str, variant: int) -> str:
    return f"{form}'{variant}" if variant else form


def _forms(readings: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, int]]:
    """For each word its form without diacritics, with a number where another word that looks the same
    then ("pomoc", "pomóc") has other lemmas."""
    variants: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    forms = {}
    for word, lemmas in readings.items():
        form = fold(word)
        known = variants[form]
        if lemmas not in known:
            known.append(lemmas)
        forms[word] = form, known.index(lemmas)
    return forms
