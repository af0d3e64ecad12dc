"""What the history of a project tells of a file."""

from __future__ import annotations

import datetime
from dataclasses import dataclass


@dataclass(frozen=True)
class Past:
    """When a file was first and last changed, and by whom it was last."""

    first: datetime.date
    last: datetime.date
    who: str
