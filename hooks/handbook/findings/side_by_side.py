"""The checks of a large project side by side: those of its prose here, the others in a copy of this process.

Whichever of the two is done with its own takes of the others what nobody has begun. What they find, and in
which order, is what they find one after the other.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from .. import checks
from ..base.processes import Copy, Lost, Turns, jobs
from ..model.project import Fault, Project
from . import recollections

# Fewer pages are checked before a copy has begun.
ENOUGH = 60

# By the number of a check, what it finds.
_Found = dict[int, list[Fault]]


def run(project: Project, *, prose: bool = False, untold: Collection[str] = frozenset()) -> Iterator[Fault]:
    """All faults of a project, as `checks.run` tells them."""
    if not prose or len(project.pages) < ENOUGH or jobs() < 2:
        yield from checks.run(project, prose=prose, untold=untold)
        return
    count = len(checks.CHECKS)
    turns = Turns(reversed(range(count)))  # The first ones take the least time.
    copy = Copy(lambda: _others(project, turns))
    try:
        of_prose = list(checks.of_prose(project, untold))
        found = _taken(project, turns)
        try:
            elsewhere, used = copy.result()
        except Lost:
            found |= _taken(project, (number for number in range(count) if number not in found))
        else:
            found |= elsewhere
            recollections.add(used)
    finally:
        copy.end()
        turns.close()
    for number in range(count):
        yield from found[number]
    yield from of_prose


def _taken(project: Project, numbers: Iterable[int]) -> _Found:
    """What the checks with some numbers find."""
    return {number: list(checks.one(number, project)) for number in numbers}


def _others(project: Project, turns: Turns) -> tuple[_Found, list[Any]]:
    """What the checks find whose turns came here, and what they recall for the next run."""
    recollections.set_apart()
    return _taken(project, turns), recollections.used()
