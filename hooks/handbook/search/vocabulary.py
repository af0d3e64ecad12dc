"""The words of a site: which lemmas they belong to, with all forms of these."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from .analyser import fold
from .lexicon import Lexicon
from .likelihood import unlikely

# A stem and its endings, without diacritics.
Stem = tuple[str, tuple[str, ...]]


@dataclass(frozen=True)
class Use:
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
        return f"{self.form}'{self.variant}" if self.variant else self.form


@dataclass(frozen=True)
class Term:
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
        everything = {word: self.lemmas(word) for word in sorted({*uses, *said})}
        counts = {word: uses.get(word, 0) + said.get(word, 0) for word in everything}
        sizes = {lemma: self._lexicon.size(lemma) for lemmas in everything.values() for lemma in lemmas}
        doubted = unlikely(counts, everything, sizes)
        meant = {
            word: tuple(lemma for lemma in everything[word] if (word, lemma) not in doubted)
            or everything[word]
            for word in said
        }
        readings = {word: everything[word] for word in sorted(uses)}
        kept = (lemma for lemmas in (*readings.values(), *meant.values()) for lemma in lemmas)
        keys = _keys(readings)
        # Lemma -> folded form and variant -> whether it is sure.
        used: dict[str, dict[tuple[str, int], bool]] = defaultdict(dict)
        for word, lemmas in readings.items():
            form, _, variant = keys[word].partition("'")
            for lemma in lemmas:
                use = (form, int(variant or 0))
                used[lemma][use] = used[lemma].get(use, False) or (word, lemma) not in doubted
        terms = tuple(self._term(lemma, used[lemma]) for lemma in sorted({*more, *kept}))
        return Words(terms, keys, meant)

    def _term(self, lemma: str, used: Mapping[tuple[str, int], bool]) -> Term:
        uses = tuple(Use(*use, sure) for use, sure in sorted(used.items()))
        return Term(lemma, tuple(covered(list(self._lexicon.folded(lemma)), uses)), uses)


def covered(stems: Sequence[Stem], used: Sequence[Use]) -> Iterator[Stem]:
    """Stems, and one more for each used form that they do not make.

    Such are those with a prefix that the analyser takes off, and words no lexicon has.
    """
    yield from stems
    for form in sorted({use.form for use in used}):
        if all(place(form, stem) is None for stem in stems):
            yield form, ("",)


def place(form: str, stem: Stem) -> int | None:
    """The place of a form in the list of endings of a stem, if it is there."""
    start, endings = stem
    if not form.startswith(start):
        return None
    ending = form[len(start) :]
    return endings.index(ending) if ending in endings else None


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
