"""An index in two files: what the first result needs, and the rest, which comes while it is read.

The first tier has the pages, what staff say of them more than once, and where words stand in the parts that
people know them by; of its lemmas the forms that begin like them. The rest has the other words and forms, and
where everything stands. docs/assets/search/tiers.js puts them together.

A lemma is written as how much of its end is that of the one before, and what stands in front of that:
lemmas that end alike have forms alike, so beside each other they and the numbers of their lists pack best.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from .indexed_pages import ANSWER, CUSTOMER, SAY, TITLE
from .steps import packed as steps
from .vocabulary import Term, Use, covered, place

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
        places: where each form stands that the terms use.
        known: the same of the parts that are `FIRST`, and only those forms.
        said: the lemmas that staff say often enough for the first tier.
    """
    spoken = set(said)
    small = []
    for term in terms:
        used = tuple([use for use in term.used if use.key in known]) if term.used else ()
        if used or term.lemma in spoken:
            small.append(_early(term, used))
    small.sort(key=_from_the_end)
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


def _early(term: Term, used: tuple[Use, ...]) -> Term:
    """What the first tier has of a lemma."""
    own = term.stems[:1]
    return Term(term.lemma, covered(own, used) if used else own, used)


def _columns(
    new: Sequence[Term], terms: Sequence[Term], lists: Sequence[tuple[str, ...]], places: Places
) -> Lexical:
    numbers = {endings: str(number) for number, endings in enumerate(lists)}
    return Lexical(
        lists=[",".join(endings) for endings in lists],
        lemmas="\n".join(_by_ends(term.lemma for term in new)),
        paradigms="\n".join([_paradigm(term, numbers) for term in terms]),
        used="\n".join([_used(term) if term.used else "" for term in terms]),
        places="\n".join([steps(places[key]) for key in sorted(places)]),
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
        same = 0
        for one, other in zip(before[:_MOST], turned, strict=False):
            if one != other:
                break
            same += 1
        yield chr(ord(_NONE) + same) + turned[same:]
        before = turned


def _paradigm(term: Term, numbers: Mapping[tuple[str, ...], str]) -> str:
    (_, endings), *others = term.stems
    own = numbers[endings]
    return " ".join([own, *[f"{stem}={numbers[found]}" for stem, found in others]]) if others else own


def _used(term: Term) -> str:
    marks = []
    for stem in term.stems:
        sure: list[str] = []
        doubtful: list[str] = []
        placed = [
            (at, use.variant, use.sure) for use in term.used if (at := place(use.form, stem)) is not None
        ]
        for at, variant, is_sure in sorted(placed):
            (sure if is_sure else doubtful).append(f"{at}'{variant}" if variant else str(at))
        marks.append((":" + ".".join(sure) if sure else "") + ("~" + ".".join(doubtful) if doubtful else ""))
    return " ".join(marks).rstrip(" ")
