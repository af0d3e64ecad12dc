"""The words of a site: which lemmas they belong to, and all of it packed for the browser."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .analyser import fold
from .lexicon import Lexicon
from .likelihood import unlikely


@dataclass(frozen=True)
class Packed:
    """The lexicon of a site.

    `endings` are the lists of endings. `terms` has a line for each lemma: the lemma, the number of
    its list, then other stems with theirs. After each list stand the places in it of the forms that
    the site uses, and after "~" those that more likely belong to another lemma; see `_places`.
    `keys` has for each word of the site the key of what is used, in the form the browser works out.
    `said` has for each word that staff say the numbers of its lemmas among the terms.
    """

    endings: tuple[str, ...]
    terms: tuple[str, ...]
    keys: Mapping[str, str]
    said: Mapping[str, tuple[int, ...]]


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

    def packed(
        self, uses: Mapping[str, int], said: Mapping[str, int] = {}, more: Sequence[str] = ()
    ) -> Packed:
        """The lexicon of the words that a site uses.

        Args:
            uses: how often each word is used, as it is written.
            said: the same of what staff say: its lemmas are kept, not in which form they were said.
            more: lemmas that the site does not use and a reader may type.
        """
        # In order, so that the same pages make the same index.
        everything = {word: self.lemmas(word) for word in sorted({*uses, *said})}
        counts = {word: uses.get(word, 0) + said.get(word, 0) for word in everything}
        sizes = {lemma: self._lexicon.size(lemma) for lemmas in everything.values() for lemma in lemmas}
        doubted = unlikely(counts, everything, sizes)
        meant = {
            word: [lemma for lemma in everything[word] if (word, lemma) not in doubted] or everything[word]
            for word in said
        }
        readings = {word: everything[word] for word in sorted(uses)}
        kept = (lemma for lemmas in (*readings.values(), *meant.values()) for lemma in lemmas)
        terms = sorted({*more, *kept})
        keys = _keys(readings)
        # Lemma -> folded form -> variant -> whether it is sure.
        used: dict[str, dict[str, dict[str, bool]]] = {term: defaultdict(dict) for term in terms}
        for word, lemmas in readings.items():
            form, _, variant = keys[word].partition("'")
            for lemma in lemmas:
                known = used[lemma][form]
                known[variant] = known.get(variant, False) or (word, lemma) not in doubted
        stems = [self._stems(term, used[term]) for term in terms]
        # In order, as lists that begin alike are packed best side by side.
        lists = sorted({endings for found in stems for _, endings in found})
        numbers = {endings: number for number, endings in enumerate(lists)}
        lines = []
        for term, found in zip(terms, stems, strict=True):
            entries = [
                f"{stem + '=' if at else ''}{numbers[endings]}{_places(stem, endings, used[term])}"
                for at, (stem, endings) in enumerate(found)
            ]
            lines.append(" ".join([term, *entries]))
        places = {term: number for number, term in enumerate(terms)}
        spoken = {word: tuple(places[lemma] for lemma in lemmas) for word, lemmas in meant.items()}
        return Packed(tuple(",".join(endings) for endings in lists), tuple(lines), keys, spoken)

    def _stems(self, term: str, used: Mapping[str, object]) -> list[tuple[str, tuple[str, ...]]]:
        """The stems of a lemma without diacritics; the first makes the lemma with its first ending."""
        found = list(self._lexicon.folded(term))
        # A prefix that the analyser takes off, and a word no lexicon has.
        others = [form for form in used if all(_place(form, *stem) is None for stem in found)]
        return [*found, *((form, ("",)) for form in sorted(others))]


def _keys(readings: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """For each word its form without diacritics, with a number where another word that looks the same
    then ("pomoc", "pomóc") has other lemmas."""
    variants: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    keys = {}
    for word, lemmas in sorted(readings.items()):
        form = fold(word)
        if lemmas not in variants[form]:
            variants[form].append(lemmas)
        number = variants[form].index(lemmas)
        keys[word] = f"{form}'{number}" if number else form
    return keys


def _places(stem: str, endings: Sequence[str], used: Mapping[str, Mapping[str, bool]]) -> str:
    """Which forms of a stem are used: ":" and their places in the list, "~" and the doubtful ones.

    A place is followed by "'" and the number of the variant where it is not the first.
    """
    sure: list[str] = []
    doubtful: list[str] = []
    places = ((_place(form, stem, endings), variants) for form, variants in used.items())
    for place, variants in sorted((place, variants) for place, variants in places if place is not None):
        for variant, is_sure in variants.items():
            (sure if is_sure else doubtful).append(f"{place}'{variant}" if variant else str(place))
    return (":" + ".".join(sure) if sure else "") + ("~" + ".".join(doubtful) if doubtful else "")


def _place(form: str, stem: str, endings: Sequence[str]) -> int | None:
    """The place of a form in the list of endings of a stem, if it is there."""
    if not form.startswith(stem):
        return None
    ending = form[len(stem) :]
    return endings.index(ending) if ending in endings else None
