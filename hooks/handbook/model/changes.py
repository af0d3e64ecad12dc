"""How an original has moved on since a translation was recorded, as far as its digests tell.

A record holds no text, but what one entry more or one entry moved makes of a section can be undone
and held against the digest: where it fits, the entry is known without any history.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from .change import Change
from .digests import digest, digest_id, digests
from .document import Section
from .project import Page

# Stands among the ids of sections for their order; no heading has such an id.
ORDER = "#order"
# More entries are tried neither out nor elsewhere: a list of so many has no card or guide.
_TRIED = 15
_NUMBERED = re.compile(r"^(\s*)\d+(?=[.)]\s)")


def recorded(page: Page) -> Mapping[str, str]:
    """What a translation was last brought up to date with; empty where it has no record."""
    return page.matter.translation or {}


def moved(page: Page, original: Page) -> tuple[str, ...]:
    """The ids of what has moved in the original since the translation was recorded.

    The sections in the original's order, then those that it no longer has, then ORDER where those
    that are left have changed places.
    """
    now, then = digests(original), recorded(page)
    changed = [id for id, value in now.items() if then.get(id) != value]
    gone = [id for id in then if id not in now]
    return (*changed, *gone, *([ORDER] if order_moved(page, original) else []))


def order_moved(page: Page, original: Page) -> bool:
    """Whether the original has its sections in another order than when the translation was recorded."""
    now, then = digests(original), recorded(page)
    return [id for id in then if id in now] != [id for id in now if id in then]


def is_current(page: Page, original: Page, section: Section) -> bool:
    """Whether a translation was brought up to date with a section of the original as it is now.

    Where it was not, nobody can say that what differs is the translation's fault.
    """
    id = digest_id(section)
    return recorded(page).get(id) == digests(original).get(id)


def changes(page: Page, original: Page) -> tuple[Change, ...]:
    """The same as `moved`, each with what is known about it."""
    then = recorded(page)
    now = digests(original)
    return tuple(_change(original, id, then.get(id), id in now) for id in moved(page, original))


def _change(original: Page, id: str, then: str | None, there: bool) -> Change:
    if not there:
        return Change(id, "order" if id == ORDER else "gone")
    if then is None:
        return Change(id, "new")
    section = original.document.section("" if id == "lead" else id)
    if id == "title" or section is None or not 0 < len(section.items) <= _TRIED:
        return Change(id)
    for kind, entries, text in _before(original, section):
        heading = f"{section.heading.text} " if section.heading else ""
        if digest(f"{heading}{text}") == then:
            return Change(id, kind, entries)
    return Change(id)


def _before(page: Page, section: Section) -> Iterator[tuple[str, tuple[int, ...], str]]:
    """What the section may have been: without one entry or two, or with one at another place."""
    head, entries, tail = _taken_apart(page, section)
    places = range(len(entries))
    for count in (1, 2):
        for new in combinations(places, count):
            kept = [entries[place] for place in places if place not in new]
            yield "entry-new", tuple(place + 1 for place in new), _joined(head, kept, tail)
    for place in places:
        rest = [*entries[:place], *entries[place + 1 :]]
        for other in places:
            if other != place:
                order = [*rest[:other], entries[place], *rest[other:]]
                yield "entry-moved", (place + 1,), _joined(head, order, tail)


def _taken_apart(page: Page, section: Section) -> tuple[list[str], list[list[str]], list[str]]:
    """The lines before the first entry, those of each entry, and those after the last one."""
    lines = page.document.lines
    later = [s.position.line for s in page.document.sections if s.position.line > section.position.line]
    begin = section.position.line if section.heading else section.position.line - 1
    end = min(later, default=len(lines) + 1) - 1
    starts = [item.position.line - 1 for item in section.items]
    entries = [lines[a:b] for a, b in zip(starts, [*starts[1:], end], strict=True)]
    last = entries[-1]
    blank = next((n for n, line in enumerate(last) if not line.strip()), len(last))
    return lines[begin : starts[0]], [*entries[:-1], last[:blank]], last[blank:]


def _joined(head: Sequence[str], entries: Sequence[Sequence[str]], tail: Sequence[str]) -> str:
    """The lines as a text, numbered entries numbered anew."""
    body: list[str] = []
    for number, (first, *rest) in enumerate(entries, start=1):
        body += [_NUMBERED.sub(rf"\g<1>{number}", first), *rest]
    return "\n".join([*head, *body, *tail])
