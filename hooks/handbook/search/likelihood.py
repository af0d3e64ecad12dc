"""Of the lemmas a written form may belong to, which ones it likely does.

"jak" is a word of its own, and a rare form of "jaki" that has many others. So a form's uses are
shared out among its lemmas: to each the more, the more uses it has in all, the fewer forms it has,
and if the form is the lemma itself. Shared out again with what came of it, a few rounds settle it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import sqrt

_ROUNDS = 4
_UNLIKELY = 0.15
_ITSELF = 3
# A lemma that is read nowhere else may still be meant.
_FLOOR = 0.5


def unlikely(
    uses: Mapping[str, int], readings: Mapping[str, Sequence[str]], forms: Mapping[str, int]
) -> set[tuple[str, str]]:
    """The pairs of form and lemma to doubt.

    Args:
        uses: how often each form is used.
        readings: the lemmas of each form.
        forms: how many forms each lemma has.
    """
    total: dict[str, float] = dict.fromkeys(forms, 1)
    for _ in range(_ROUNDS):
        shares = {form: _shares(form, lemmas, total, forms) for form, lemmas in readings.items()}
        total = dict.fromkeys(forms, _FLOOR)
        for form, share in shares.items():
            for lemma, part in share.items():
                total[lemma] += uses[form] * part
    return {
        (form, lemma) for form, share in shares.items() for lemma, part in share.items() if part < _UNLIKELY
    }


def _shares(
    form: str, lemmas: Sequence[str], total: Mapping[str, float], forms: Mapping[str, int]
) -> dict[str, float]:
    parts = {lemma: total[lemma] / sqrt(forms[lemma]) * (_ITSELF if lemma == form else 1) for lemma in lemmas}
    whole = sum(parts.values())
    return {lemma: part / whole for lemma, part in parts.items()}
