"""An index in two files: what the first result needs, and the rest, which comes while it is read.

The first tier has the pages, what staff say of them more than once, and where words stand in the parts that
people know them by; of its lemmas the forms that begin like them. The rest has the other words and forms, and
where everything stands. docs/assets/search/tiers.js puts them together.

A lemma is written as how much of its end is that of the one before, and what stands in front of that:
lemmas that end alike have forms alike, so beside each other they and the numbers of their lists pack best.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from .indexed_pages import ANSWER, CUSTOMER, SAY, TITLE
from .steps import packed as steps
from .vocabulary import Term, covered, place

# The parts by which people know a page.
FIRST = TITLE + ANSWER + CUSTOMER + SAY
# The letter that stands for 0 letters in common, and the most that are counted.
_NONE, _MOST = "#", 50

# For each key of a form the numbers of the parts that it stands in.
Places = Mapping[str, Sequence[int]]


@dataclass(frozen=True)
class Lexical:
    """The columns of lemmas and forms, lines of text but for the lists of endings.

    A line of `paradigms` has the number of a lemma's list of endings, then other stems with theirs, as
    "stem=12". A line of `used` tells for each of these which forms the site uses: ":" and their places in
    the list, "~" and the doubtful ones, each with "'" and the number of its variant if that is not 0.
    """

    lists: list[str]
    lemmas: str
    paradigms: str
    used: str
    places: str


def tiers(terms: Sequence[Term], places: Places, known: Places, said: Iterable[str]) -> Tiers:
    """The words of a site as its two tiers.

    Args:
        places: where each form stands.
        known: the same of the parts that are `FIRST`, and only those forms.
        said: the lemmas that staff say often enough for the first tier.
    """
    spoken = set(said)
    early = [term for term in terms if term.lemma in spoken or any(use.key in known for use in term.used)]
    small = sorted((_early(term, known) for term in early), key=_from_the_end)
    names = {term.lemma for term in small}
    whole = {term.lemma: term for term in terms}
    others = sorted((term for term in terms if term.lemma not in names), key=_from_the_end)
    ordered = [*(whole[term.lemma] for term in small), *others]
    first_lists = _lists(small)
    lists = [*first_lists, *sorted(set(_lists(ordered)) - set(first_lists))]
    first = _columns(small, small, first_lists, known)
    rest = _columns(others, ordered, lists, places)
    order = tuple(term.lemma for term in ordered)
    return Tiers(first, replace(rest, lists=rest.lists[len(first_lists) :]), order, len(small))


@dataclass(frozen=True)
class Tiers:
    """The two tiers, and the lemmas in the order of their lines: of the first tier are the first `early`."""

    first: Lexical
    rest: Lexical
    order: tuple[str, ...]
    early: int


def _early(term: Term, known: Places) -> Term:
    """What the first tier has of a lemma."""
    used = tuple(use for use in term.used if use.key in known)
    return Term(term.lemma, tuple(covered(term.stems[:1], used)), used)


def _columns(
    new: Sequence[Term], terms: Sequence[Term], lists: Sequence[tuple[str, ...]], places: Places
) -> Lexical:
    numbers = {endings: number for number, endings in enumerate(lists)}
    keys = sorted({use.key for term in terms for use in term.used})
    return Lexical(
        lists=[",".join(endings) for endings in lists],
        lemmas="\n".join(_by_ends(term.lemma for term in new)),
        paradigms="\n".join(_paradigm(term, numbers) for term in terms),
        used="\n".join(_used(term) for term in terms),
        places="\n".join(steps(places[key]) for key in keys),
    )


def _lists(terms: Iterable[Term]) -> list[tuple[str, ...]]:
    """In order, as lists that begin alike are packed best side by side."""
    return sorted({endings for term in terms for _, endings in term.stems})


def _from_the_end(term: Term) -> str:
    return term.lemma[::-1]


def _by_ends(lemmas: Iterable[str]) -> Iterator[str]:
    before = ""
    for lemma in lemmas:
        turned = lemma[::-1]
        same = min(_MOST, len(os.path.commonprefix([before, turned])))  # noqa: RUF071  letters, not folders
        yield chr(ord(_NONE) + same) + turned[same:]
        before = turned


def _paradigm(term: Term, numbers: Mapping[tuple[str, ...], int]) -> str:
    entries = (
        f"{stem}={numbers[endings]}" if at else str(numbers[endings])
        for at, (stem, endings) in enumerate(term.stems)
    )
    return " ".join(entries)


def _used(term: Term) -> str:
    marks = []
    for stem in term.stems:
        sure: list[str] = []
        doubtful: list[str] = []
        found = ((place(use.form, stem), use) for use in term.used)
        placed = [(at, use) for at, use in found if at is not None]
        for at, use in sorted(placed, key=lambda pair: (pair[0], pair[1].variant)):
            (sure if use.sure else doubtful).append(f"{at}'{use.variant}" if use.variant else str(at))
        marks.append((":" + ".".join(sure) if sure else "") + ("~" + ".".join(doubtful) if doubtful else ""))
    return " ".join(marks).rstrip(" ")
