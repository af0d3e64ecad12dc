"""Waivers: comments that let a finding pass for a stated reason and until a stated day.

<!-- handbook: allow card-words until 2027-01-31: the law's own wording -->      the next line
<!-- handbook: allow-page translation-missing until 2027-01-31: still at work --> the whole page
# handbook: allow key-wrong until 2027-01-31: …                                  in front matter
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from ...base.positions import Position
from ...model.document import Problem, Waiver
from ...model.rules.waivers import WaiverBroken

_COMMENT = re.compile(
    r"^[ \t]*(?:<!--|#)[ \t]*handbook:[ \t]*(?P<scope>allow(?:-page)?)\b(?P<rest>[^\n]*?)(?:-->)?[ \t]*$",
    re.MULTILINE,
)
_REST = re.compile(
    r"[ \t]+(?P<rule>[\w-]+)[ \t]+until[ \t]+(?P<day>\d{4}-\d{2}-\d{2}):[ \t]*(?P<reason>\S.*?)[ \t]*\Z"
)


def waivers(text: str) -> Iterator[Waiver | Problem]:
    """The waivers of a page; a comment that is meant as one and cannot be read is a problem."""
    if "handbook:" not in text or "allow" not in text:
        return
    lines = text.split("\n")
    for match in _COMMENT.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        position = Position(line, match.group().index("handbook") + 1)
        rest = _REST.fullmatch(match["rest"])
        day = _day(rest["day"]) if rest else None
        if rest is None or day is None:
            yield Problem(WaiverBroken(text=match[0].strip()), position)
            continue
        covers = next((n for n in range(line + 1, len(lines) + 1) if lines[n - 1].strip()), line)
        yield Waiver(rest["rule"], day, rest["reason"], match["scope"] == "allow-page", position, covers)


def _day(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None
