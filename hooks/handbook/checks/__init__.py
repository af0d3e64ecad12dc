"""The checks: each a generator over the project that yields faults, in one explicit tuple.

Those of the prose ask dictionaries and models, so they run where they are asked for: by the command
line, not while a preview is rebuilt.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from ..base.collector import uncollected
from ..findings import consequences, waiving
from ..model.project import Fault, Project
from ..model.rules import PROSE
from ..prose.project_texts import Texts, texts
from . import (
    addresses,
    cards,
    decisions,
    files,
    front_matter,
    links,
    navigation,
    nonstandard,
    sentences,
    sources,
    spelling,
    terms,
    translation_contents,
    translations,
    typography,
    wrong_language,
)

Check = Callable[[Project], Iterator[Fault]]
ProseCheck = Callable[[Project, Texts], Iterator[Fault]]

CHECKS: tuple[Check, ...] = (
    files.check,
    front_matter.check,
    links.check,
    addresses.check,
    navigation.check,
    translations.check,
    translation_contents.check,
    cards.check,
    decisions.check,
    sources.check,
)

# Those that need the dictionaries' answer come last: it takes as long as the others together.
PROSE_CHECKS: tuple[ProseCheck, ...] = (
    terms.check,
    nonstandard.check,
    typography.check,
    sentences.check,
    wrong_language.check,
    spelling.check,
)


def run(project: Project, today: datetime.date | None = None, *, prose: bool = False) -> Iterator[Fault]:
    """All faults of a project that no waiver covers, in the order of the checks.

    Args:
        today: the day that waivers are held against; the present one where none is given.
        prose: whether to check the prose, too.
    """
    found: Iterable[Fault] = (fault for check in CHECKS for fault in check(project))
    if prose:
        all_texts = texts(project)
        found = chain(found, (fault for check in PROSE_CHECKS for fault in check(project, all_texts)))
    day = today or datetime.date.today()
    with uncollected():
        settled = consequences.settle(project, found)
        return iter(list(waiving.cover(project, settled, day, silent=() if prose else PROSE)))
