"""Lemmas with their forms, packed: a form is a stem and an ending, and words of one kind share endings.

"karta, karty, kart ..." becomes the stem "kart" and the number of the list of endings "a,y,,...".
Forms that begin otherwise ("lepszy" of "dobry") have a stem of their own, with the lemma written out.
"""

from __future__ import annotations

import os
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from mmap import mmap

# A lemma's forms are kept together by their first letters: shorter, and one odd form costs little.
_SHARED = 2
# Stems with so many letters in common are packed together.
TOGETHER = 3
_END_OF_LISTS = b"\n=\n"
# The first column of a line, and the others.
_LINE = re.compile(rb"^([^\t\n]*)\t(.*)", re.MULTILINE)


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


def pack(groups: Mapping[str, Iterable[str]]) -> bytes:
    """Lemmas and forms as text in UTF-8, which `Paradigms` reads.

    The lists of endings, a line each, and after a line "=" a line for all stems that begin with the
    same letters. Its columns, with tabs between them: these letters; the rest of each stem; what each
    stem makes, that is for each lemma the number of its list, with "=" and the lemma where the list
    does not begin with the lemma's ending; and the lemmas that begin with these letters and have such
    a list, each with its stem.
    """
    counted: Counter[tuple[str, ...]] = Counter()
    stems: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    others: dict[str, list[str]] = defaultdict(list)
    for lemma, forms in groups.items():
        for stem, endings, own in clusters(lemma, forms):
            counted[endings] += 1
            stems[stem].append((endings, "" if own else f"={lemma}"))
            if not own:
                others[lemma[:TOGETHER]].append(f"{lemma[TOGETHER:]}={stem}")
    order = sorted(counted, key=lambda endings: (-counted[endings], endings))
    numbers = {endings: number for number, endings in enumerate(order)}
    together: dict[str, list[str]] = defaultdict(list)
    for stem in sorted(stems):
        together[stem[:TOGETHER]].append(stem)
    lists = "\n".join(",".join(endings) for endings in order)
    lines = []
    for start in sorted(together.keys() | others.keys()):
        found = together[start]
        made = (
            " ".join(sorted(f"{numbers[endings]}{lemma}" for endings, lemma in stems[stem])) for stem in found
        )
        rests = (stem[TOGETHER:] for stem in found)
        lines.append("\t".join([start, ",".join(rests), ",".join(made), ",".join(sorted(others[start]))]))
    return lists.encode() + _END_OF_LISTS + "\n".join(lines).encode()


class Paradigms:
    """What `pack` has made: the lists of endings, and what each stem makes.

    There are 200,000 stems; those that begin alike are taken apart when one of them is asked for.
    """

    def __init__(self, packed: bytes | mmap) -> None:
        end = packed.find(_END_OF_LISTS)
        self.lists = packed[:end].decode().split("\n")
        self._packed, self._begin = packed, end + len(_END_OF_LISTS)
        self._stems: dict[str, dict[str, str]] = {}
        self._others: dict[str, list[str]] = defaultdict(list)

    def stems(self, start: str) -> Mapping[str, str]:
        """What the stems make that begin with some letters, as `pack` writes it, by the rest of each.

        Args:
            start: `TOGETHER` letters; with fewer, there is only the stem of just these.
        """
        if (found := self._stems.get(start)) is None:
            found = self._stems[start] = self._opened(start)
        return found

    def made(self, stem: str) -> str:
        """What a stem makes, as `pack` writes it; nothing where there is no such stem."""
        return self.stems(stem[:TOGETHER]).get(stem[TOGETHER:], "")

    def others(self, lemma: str) -> Sequence[str]:
        """The stems of a lemma that begin otherwise than itself."""
        self.stems(lemma[:TOGETHER])
        return self._others.get(lemma, ())

    def _opened(self, start: str) -> dict[str, str]:
        if (place := self._lines.get(start)) is None:
            return {}
        rests, made, others = self._packed[slice(*place)].decode().split("\t")
        for entry in others.split(",") if others else ():
            rest, _, stem = entry.partition("=")
            self._others[start + rest].append(stem)
        # Without stems there is one empty rest, and it makes nothing.
        return dict(zip(rests.split(","), made.split(","), strict=True))

    @cached_property
    def _lines(self) -> dict[str, tuple[int, int]]:
        """Where each line stands, without its first column, by that."""
        return {found[1].decode(): found.span(2) for found in _LINE.finditer(self._packed, self._begin)}
