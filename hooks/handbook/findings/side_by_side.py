"""The checks of a large project side by side: those of its prose here, all others in a copy of this process.

What they find, and in which order, is what they find one after the other.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from .. import checks
from ..base.processes import Copy, Lost, jobs
from ..model.project import Fault, Project
from . import recollections

# Fewer pages are checked before a copy has begun.
ENOUGH = 60


def run(project: Project, *, prose: bool = False, untold: Collection[str] = frozenset()) -> Iterator[Fault]:
    """All faults of a project, as `checks.run` tells them."""
    if not prose or len(project.pages) < ENOUGH or jobs() < 2:
        yield from checks.run(project, prose=prose, untold=untold)
        return
    copy = Copy(lambda: _others(project))
    try:
        of_prose = list(checks.of_prose(project, untold))
        try:
            found, used = copy.result()
        except Lost:
            found = list(checks.run(project))
        else:
            recollections.add(used)
    finally:
        copy.end()
    yield from found
    yield from of_prose


def _others(project: Project) -> tuple[list[Fault], list[Any]]:
    """What the checks besides those of prose find, and what they recall for the next run."""
    recollections.set_apart()
    return list(checks.run(project)), recollections.used()
