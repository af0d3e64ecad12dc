"""Python-Markdown's inline patterns, tried only on texts that have the signs they need.

It tries each of some thirty patterns on each text of a page, although most texts hold no sign of markup at
all; that is a third of the time of a conversion. What each pattern needs is read from its regular expression.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import import_module
from typing import Any, cast
from xml.etree.ElementTree import Element

import markdown
from markdown import treeprocessors
from markdown.util import AtomicString

_NAME, _PRIORITY = "inline", 20
# Steps of an expression that hold another one, which has to match as well; in each its place among the step's
# arguments.
_WHOLE = {"SUBPATTERN": 3, "ATOMIC_GROUP": 0, "ASSERT": 1}
_REPEATS = frozenset(["MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"])


def try_sparingly(converter: markdown.Markdown) -> markdown.Markdown:
    """Have a converter try its inline patterns in this way, if it goes over texts as Python-Markdown does."""
    found = converter.treeprocessors
    if _NAME in found and type(found[_NAME]) is treeprocessors.InlineProcessor:
        found.register(_InlineProcessor(converter), _NAME, _PRIORITY)
    return converter


@cache
def needed_signs(pattern: re.Pattern[str]) -> frozenset[str]:
    """Signs of which each match has at least one, or such a match looks at one; empty where none is known.

    Letters and digits are never among them, so that upper and lower case make no difference.
    """
    return _needed(import_module("re._parser").parse(pattern.pattern, pattern.flags)) or frozenset()


def _needed(steps: Iterable[tuple[Any, Any]]) -> frozenset[str] | None:
    found = [signs for name, given in steps if (signs := _of_step(str(name), given))]
    # Spaces are in nearly every text.
    return min(found, key=lambda signs: (" " in signs, len(signs), sorted(signs)), default=None)


def _of_step(name: str, given: Any) -> frozenset[str] | None:
    if name == "LITERAL":
        return None if chr(given).isalnum() else frozenset(chr(given))
    if name == "IN":
        return _either(_of_step(str(kind), sign) if str(kind) == "LITERAL" else None for kind, sign in given)
    if name == "BRANCH":
        return _either(map(_needed, given[1]))
    if name in _REPEATS:
        least, _, inner = given
        return _needed(inner) if least else None
    if name in _WHOLE:
        return _needed(given if name == "ATOMIC_GROUP" else given[_WHOLE[name]])
    return None


def _either(choices: Iterable[frozenset[str] | None]) -> frozenset[str] | None:
    found = list(choices)
    known = [signs for signs in found if signs]
    return frozenset().union(*known) if known and len(known) == len(found) else None


class _Patterns:
    """Which of some patterns may match, by what each of them needs."""

    def __init__(self, needed: Sequence[frozenset[str]]) -> None:
        self._needed = needed
        signs = "".join(map(re.escape, sorted(frozenset().union(*needed))))
        self._signs = re.compile(f"[{signs}]") if signs else re.compile("(?!)")
        self._known: dict[frozenset[str], list[int]] = {}

    def next_for(self, text: str) -> list[int]:
        """For the number of each pattern that of the first one from there on which may match in a text."""
        signs = frozenset(self._signs.findall(text))
        if (found := self._known.get(signs)) is None:
            found = self._known[signs] = [len(self._needed)] * (len(self._needed) + 1)
            for number in reversed(range(len(self._needed))):
                may = not self._needed[number] or self._needed[number] & signs
                found[number] = number if may else found[number + 1]
        return found


@cache
def _patterns(needed: tuple[frozenset[str], ...]) -> _Patterns:
    return _Patterns(needed)


class _InlineProcessor(treeprocessors.InlineProcessor):
    """Its name makes the names with two underscores here those of the class that it extends."""

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """See `InlineProcessor`; extensions may have other patterns for each page."""
        self._all: tuple[Any, ...] = tuple(self.inlinePatterns)
        self._which = _patterns(tuple(needed_signs(pattern.getCompiledRegExp()) for pattern in self._all))
        return super().run(tree, ancestors)

    def __handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803
        """See `InlineProcessor`, which calls it by this name and with these arguments."""
        if isinstance(data, AtomicString):
            return data
        apply = cast("Any", self)._InlineProcessor__applyPattern
        following, start, changed = self._which.next_for(data), 0, False
        number = following[patternIndex]
        while number < len(self._all):
            data, matched, start = apply(self._all[number], data, number, start)
            if matched:
                changed = True
                continue
            if changed:  # Not after each match: a long text may have thousands of one pattern's.
                following, changed = self._which.next_for(data), False
            number = following[number + 1]
        return data
