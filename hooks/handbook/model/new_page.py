"""What a new original is given: the next free id of its family, and the day of its first review."""

from __future__ import annotations

import calendar
import datetime

from .project import Project

# A new page is due for a review after so many months.
REVIEW_MONTHS = 6


def next_number(project: Project, prefix: str) -> int:
    """The number of the next card of a family, whose ids begin with the prefix."""
    ids = [page.matter.id for page in project.pages.values()]
    numbers = [int(id[3:]) for id in ids if id.startswith(f"{prefix}-") and id[3:].isdigit()]
    return max(numbers, default=0) + 1


def card_id(prefix: str, number: int) -> str:
    return f"{prefix}-{number:02d}"


def first_review(today: datetime.date) -> datetime.date:
    """The day by which a page that is begun today is to be read again."""
    month = today.month - 1 + REVIEW_MONTHS
    year, month = today.year + month // 12, month % 12 + 1
    return datetime.date(year, month, min(today.day, calendar.monthrange(year, month)[1]))
