"""Lemmas with their forms, packed: a form is a stem and an ending, and words of one kind share endings.

"karta, karty, kart ..." becomes the stem "kart" and the number of the list of endings "a,y,,...".
Forms that begin otherwise ("lepszy" of "dobry") have a stem of their own, with the lemma written out.
"""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

# A lemma's forms are kept together by their first letters: shorter, and one odd form costs little.
_SHARED = 2


def clusters(lemma: str, forms: Iterable[str]) -> Iterator[tuple[str, tuple[str, ...], bool]]:
    """The stems of a lemma.

    Args:
        lemma: the form that stands in a dictionary.
        forms: all forms; the lemma itself need not be among them.

    Yields:
        The stem, its endings, and whether the first ending makes the lemma.
    """
    groups: dict[str, set[str]] = defaultdict(set)
    for form in {lemma, *forms}:
        groups[form[:_SHARED]].add(form)
    for start, found in sorted(groups.items()):
        ordered = sorted(found)
        stem = os.path.commonprefix([ordered[0], ordered[-1]])  # noqa: RUF071  letters, not folders
        endings = [form[len(stem) :] for form in ordered]
        own = start == lemma[:_SHARED]
        if own:
            ending = lemma[len(stem) :]
            endings.remove(ending)
            endings.insert(0, ending)
        yield stem, tuple(endings), own


def pack(groups: Mapping[str, Iterable[str]]) -> str:
    """Lemmas and forms as text of three parts, with a line "=" between them.

    The lists of endings; the stems; and in the same order what each stem makes: for each lemma the
    number of its list, with "=" and the lemma where the list does not begin with the lemma's ending.
    """
    counted: Counter[tuple[str, ...]] = Counter()
    stems: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for lemma, forms in groups.items():
        for stem, endings, own in clusters(lemma, forms):
            counted[endings] += 1
            stems[stem].append((endings, "" if own else f"={lemma}"))
    order = sorted(counted, key=lambda endings: (-counted[endings], endings))
    numbers = {endings: number for number, endings in enumerate(order)}
    ordered = sorted(stems)
    made = [
        " ".join(sorted(f"{numbers[endings]}{lemma}" for endings, lemma in stems[stem])) for stem in ordered
    ]
    parts = ([",".join(endings) for endings in order], ordered, made)
    return "\n=\n".join("\n".join(part) for part in parts)
