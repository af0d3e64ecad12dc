"""One thing that moved in an original since a translation was recorded."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Change:
    """One thing that moved in an original.

    Attributes:
        section: its id; "title", "lead", or ORDER for the order of the sections.
        kind: text, new, gone, order, entry-new (`entries` are their numbers) or entry-moved.
        entries: the numbers of list entries, the first is 1.
    """

    section: str
    kind: str = "text"
    entries: tuple[int, ...] = ()
