"""Elements that are not closed, or not in the order in which they were opened.

Browsers close and reopen them as they think best, and Python-Markdown takes what follows for part of them; so
each is told of, whether or not this page happens to come out as meant.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from .allowed import words

COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TAG = re.compile(
    r"<(?P<close>/?)(?P<name>[a-zA-Z][^\s/>]*)(?P<rest>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*+>?)", re.DOTALL
)
_VOID = words("br hr img input wbr col source track area base embed link meta param")
# These may stay open: browsers close them where the next one begins.
_LOOSE = words("li p td th tr dt dd tbody thead tfoot option")
# These may close themselves.
_DRAWN = words("path svg g circle ellipse rect line polyline polygon use")


class Wrong(NamedTuple):
    """The name of an element that is wrong, and where its tag begins."""

    name: str
    at: int


def first_wrong(html: str) -> Wrong | None:
    """The first element that is not closed where it should be, or is closed and was never opened."""
    if "<" not in html:
        return None
    opened: list[Wrong] = []
    for tag in _TAG.finditer(COMMENT.sub(lambda comment: " " * len(comment[0]), html)):
        name = tag["name"].lower()
        if name in _VOID or (name in _DRAWN and tag["rest"].endswith("/>")):
            continue
        this = Wrong(name, tag.start())
        if not tag["close"]:
            opened.append(this)
        elif (wrong := _closed(this, opened)) is not None:
            return wrong
    return next((one for one in opened if one.name not in _LOOSE), None)


def _closed(this: Wrong, opened: list[Wrong]) -> Wrong | None:
    """Take off what an end tag closes; returns what is wrong with that."""
    if all(one.name != this.name for one in opened):
        # Whoever ended it by another name meant the one that was opened last.
        return None if this.name in _LOOSE else next((o for o in opened[::-1] if o.name not in _LOOSE), this)
    while opened[-1].name != this.name:
        if (inner := opened.pop()).name not in _LOOSE:
            return inner
    opened.pop()
    return None
