"""What waits for somebody: translations and reviews, each with since when and whose change it follows."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..model.project import Project
from ..model.state import Status, waiting
from .words import Words


@dataclass(frozen=True)
class Entry:
    """One page that waits in one language."""

    file: str
    language: str
    state: str
    since: datetime.date | None
    who: str


def entries(project: Project, now: Status, told: Words) -> list[Entry]:
    """All that waits, what has waited longest first; what nobody knows the day of comes last."""
    found = [*_translations(project, now, told), *_reviews(project, now, told)]
    return sorted(found, key=lambda e: (e.since or datetime.date.max, e.language, e.file))


def _translations(project: Project, now: Status, told: Words) -> Iterator[Entry]:
    for one in waiting(project, now):
        file = one.page.file if one.page else f"{project.settings.docs_dir}/{one.code}/{one.original.slug}"
        state = told.say(f"state-{one.kind}", sections=", ".join(one.sections))
        yield Entry(file, one.code, state, one.since, one.past.who if one.past else "")


def _reviews(project: Project, now: Status, told: Words) -> Iterator[Entry]:
    for day, page in now.due:
        known = project.past.get(page.file)
        yield Entry(page.file, page.language or "", told.say("state-review"), day, known.who if known else "")


def table(found: Iterable[Entry], told: Words, *, markdown: bool) -> str:
    """The entries as a table, for a terminal or for GitHub."""
    head = [told.say(f"column-{name}") for name in ("page", "language", "state", "since", "who")]
    rows = [head, *([e.file, e.language, e.state, str(e.since or "–"), e.who] for e in found)]
    if markdown:
        lines = ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows]
        return "\n".join([lines[0], "| --- | --- | --- | --- | --- |", *lines[1:]])
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    padded = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)
    return "\n".join(line.rstrip() for line in padded)
