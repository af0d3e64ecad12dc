"""The checks: each a generator over the project that yields faults, in one explicit tuple."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator

from ..model import Fault, Project
from . import (
    addresses,
    cards,
    decisions,
    files,
    front_matter,
    links,
    navigation,
    parity,
    precedence,
    sources,
    translations,
    waivers,
)

Check = Callable[[Project], Iterator[Fault]]

CHECKS: tuple[Check, ...] = (
    files.check,
    front_matter.check,
    links.check,
    addresses.check,
    navigation.check,
    translations.check,
    parity.check,
    cards.check,
    decisions.check,
    sources.check,
)


def run(project: Project, today: datetime.date | None = None) -> Iterator[Fault]:
    """All faults of a project that no waiver covers, in the order of the checks.

    Args:
        today: the day that waivers are held against; the present one where none is given.
    """
    found = (fault for check in CHECKS for fault in check(project))
    return waivers.cover(project, precedence.settle(project, found), today or datetime.date.today())
