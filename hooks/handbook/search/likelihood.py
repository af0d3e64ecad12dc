"""Of the lemmas a written form may belong to, which ones it hardly does.

"mam" is a form of "mieć" and one of "mama". Where a site has other forms that are of "mieć" alone, and
none of "mama" alone, "mama" is to be doubted. A lemma is not doubted for one that has nothing of its
own either: whether "nalaze" is "nalaz" or "nalaziti" cannot be told from it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import permutations
from math import sqrt

# So many times more must speak for another lemma.
_UNLIKELY = 6
# What speaks for a lemma that is read nowhere else: it may still be meant.
_FLOOR = 0.5


def unlikely(
    uses: Mapping[str, int], readings: Mapping[str, Sequence[str]], forms: Mapping[str, int]
) -> set[tuple[str, str]]:
    """The pairs of form and lemma to doubt.

    Args:
        uses: how often each form is used.
        readings: the lemmas of each form.
        forms: how many forms each lemma of a form with several has; with many, a use of them says less.
    """
    several = {form: lemmas for form, lemmas in readings.items() if len(lemmas) > 1}
    used: dict[str, list[str]] = {lemma: [] for lemmas in several.values() for lemma in lemmas}
    for form, lemmas in readings.items():
        for lemma in lemmas:
            if lemma in used:
                used[lemma].append(form)

    roots = {lemma: sqrt(forms[lemma]) for lemma in used}

    @cache
    def alone(lemma: str, other: str) -> int:
        """How often a lemma is used in forms that the other one does not have."""
        return sum([uses[form] for form in used[lemma] if other not in readings[form]])

    def doubted(form: str, lemma: str, other: str) -> bool:
        own, against = alone(lemma, other), alone(other, lemma)
        # A word that is a lemma speaks for it, unless the other one could then not be found at all.
        own += uses[form] if form == lemma else 0
        against += uses[form] if form == other and own else 0
        return against / roots[other] > _UNLIKELY * (own + _FLOOR) / roots[lemma]

    return {
        (form, lemma)
        for form, lemmas in several.items()
        for lemma, other in permutations(lemmas, 2)
        if doubted(form, lemma, other)
    }
