"""The checks: each a generator over the project that yields faults, in one explicit tuple."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..model import Fault, Project
from . import cards, files, front_matter, links, sources, translations

Check = Callable[[Project], Iterator[Fault]]

CHECKS: tuple[Check, ...] = (
    files.check,
    front_matter.check,
    links.check,
    translations.check,
    cards.check,
    sources.check,
)


def run(project: Project) -> Iterator[Fault]:
    """All faults of a project, in the order of the checks."""
    for check in CHECKS:
        yield from check(project)
