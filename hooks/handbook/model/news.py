"""What has changed for readers lately, as far as the history of the pages is known."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

# So many days back changes are told.
DAYS = 90
# A page of which more sections have changed is read anew as a whole; of these no more than one is known.
FEW = 4
# What the ids of local rules begin with among the sections of the page that lists the cards.
RULE = "rule:"


def day_of(time: int) -> datetime.date:
    """The day of a time in seconds since 1970, in UTC as the day of a build."""
    return datetime.datetime.fromtimestamp(time, datetime.UTC).date()


@dataclass(frozen=True)
class Entry:
    """What happened to a page on one day.

    Args:
        path: where the page is now, relative to the docs folder; where it was, if it is gone.
        then: where it was on that day, which stays as it is wherever the page goes.
        time: of the last commit that touched it on that day, in seconds since 1970.
        sections: the ids of the sections whose meaning moved, or of phrases, terms and local rules, with
            their headings; none of a new page.
        gone: the title that a page had which is there no more.
    """

    path: str
    then: str
    time: int
    sections: tuple[tuple[str, str], ...] = ()
    gone: str = ""

    @property
    def is_new(self) -> bool:
        return not self.sections and not self.gone

    @property
    def day(self) -> datetime.date:
        return day_of(self.time)


@dataclass(frozen=True)
class News:
    """The entries of all languages, and the day on which the known history begins, if it is known so late.

    Without a history nothing `is_known`.
    """

    entries: tuple[Entry, ...] = ()
    begins: datetime.date | None = None
    is_known: bool = True
