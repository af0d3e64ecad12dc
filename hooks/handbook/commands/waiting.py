"""What waits for somebody: translations and reviews, each with since when and whose change it follows."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..model.project import Page, Project
from ..model.state import Status
from .git import Past
from .words import Words


@dataclass(frozen=True)
class Entry:
    """One page that waits in one language."""

    file: str
    language: str
    state: str
    since: datetime.date | None
    who: str


def waiting(project: Project, now: Status, past: Mapping[str, Past], told: Words) -> list[Entry]:
    """All that waits, what has waited longest first; what nobody knows the day of comes last."""
    found = list(_entries(project, now, past, told))
    return sorted(found, key=lambda e: (e.since or datetime.date.max, e.language, e.file))


def _entries(project: Project, now: Status, past: Mapping[str, Past], told: Words) -> Iterator[Entry]:
    docs = project.settings.docs_dir
    for code, slug in now.missing:
        original = project.original(slug)
        known = past.get(original.file) if original else None
        # It has waited for as long as the original is there.
        since = known.first if known else None
        yield Entry(
            f"{docs}/{code}/{slug}", code, told.say("state-missing"), since, known.who if known else ""
        )
    for stale in now.stale:
        state = told.say("state-stale", sections=", ".join(stale.sections))
        yield _entry(stale.page, state, past.get(stale.original.file))
    for page in now.unrecorded:
        yield _entry(page, told.say("state-unrecorded"), past.get(page.file))
    for day, page in now.due:
        known = past.get(page.file)
        yield Entry(page.file, page.language or "", told.say("state-review"), day, known.who if known else "")


def _entry(page: Page, state: str, known: Past | None) -> Entry:
    return Entry(
        page.file, page.language or "", state, known.last if known else None, known.who if known else ""
    )


def table(entries: Iterable[Entry], told: Words, *, markdown: bool) -> str:
    """The entries as a table, for a terminal or for GitHub."""
    head = [told.say(f"column-{name}") for name in ("page", "language", "state", "since", "who")]
    rows = [head, *([e.file, e.language, e.state, str(e.since or "–"), e.who] for e in entries)]
    if markdown:
        lines = ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows]
        return "\n".join([lines[0], "| --- | --- | --- | --- | --- |", *lines[1:]])
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    padded = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)
    return "\n".join(line.rstrip() for line in padded)
