"""Numbered lists in which readers see other numbers than somebody wrote.

Markdown counts for itself, from one and without a gap, and begins anew where something stands between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from ...model.rules.references import ListNumbers

_ENTRY = re.compile(r"(?:[-*+]|(?P<number>\d{1,9})\.)[ \t]+\S")
_MARK = re.compile(r"[-*+]|\d{1,9}\.")
_NUMBERED = re.compile(r"\n\s*\d{1,9}\.(?!\S)")
# The usual list, in which every number is right: below a heading, an entry a line.
_USUAL = re.compile(
    r"\n#[^\n]*\n[ \t]*\n1\.[ ]\S[^\n]*"
    + "".join(rf"(?:\n{number}\.[ ]\S[^\n]*" for number in range(2, 10))
    + ")?" * 8
)
# So many numbers are shown of one list.
_SHOWN = 12


class Misnumbered(NamedTuple):
    """A list whose numbers are not those that readers see, where the first such one stands, and what the
    lines from there on would be, None where nobody can know."""

    at: int
    broken: ListNumbers
    old: str
    new: str | None


class _Entry(NamedTuple):
    number: str | None  # None where it begins with another mark
    at: int


@dataclass
class _List:
    entries: list[_Entry] = field(default_factory=list)
    # The list before it in the same section, and the line between the two.
    before: _List | None = None
    between: str = ""

    @property
    def is_numbered(self) -> bool:
        return self.entries[0].number is not None


def misnumbered(body: str, text: str) -> Iterator[Misnumbered]:
    """The lists of a page in which a number is not the one that readers see, in order.

    Args:
        body: what stands below the front matter.
        text: the same with code and the like blanked.
    """
    others = _USUAL.sub("", f"\n{text}")
    for one in _lists(body, text) if _NUMBERED.search(others) else ():
        numbers = [entry.number for entry in one.entries]
        if not one.is_numbered or set(numbers) == {"1"}:
            continue
        wrong = [
            place
            for place, number in enumerate(numbers, start=1)
            if number is not None and number != str(place)
        ]
        if wrong:
            yield _told(body, one, wrong[0] - 1)


def _told(body: str, one: _List, first: int) -> Misnumbered:
    """What is told of a list from its first wrong number on."""
    written = [entry.number for entry in one.entries if entry.number is not None]
    shown = [str(place) for place, entry in enumerate(one.entries, start=1) if entry.number is not None]
    goes_on = one.before is not None and written[0] == str(len(one.before.entries) + 1)
    is_alone = len(one.entries) == 1 and not goes_on
    broken = ListNumbers(
        written=_listed(written),
        shown=_listed(shown),
        between=one.between if goes_on else None,
        escaped=f"{written[0]}\\." if is_alone else None,
    )
    start, last = one.entries[first].at, one.entries[-1]
    end = last.at + len(last.number or "")
    if goes_on or is_alone:
        return Misnumbered(start, broken, "", None)
    pieces, at = [], start
    for place, entry in enumerate(one.entries[first:], start=first + 1):
        if entry.number is not None:
            pieces += [body[at : entry.at], str(place)]
            at = entry.at + len(entry.number)
    return Misnumbered(start, broken, body[start:end], "".join([*pieces, body[at:end]]))


def _listed(numbers: list[str]) -> str:
    return ", ".join([*numbers[:_SHOWN], *(["…"] if len(numbers) > _SHOWN else [])])


def _lists(body: str, text: str) -> list[_List]:
    """The lists of a page, those within entries among them, as Markdown makes them."""
    found: list[_List] = []
    opened: dict[int, _List] = {}  # how deep -> the list there
    closed: tuple[_List, str] | None = None  # the last list at the margin, and what ended it
    at, after_blank, in_words = 0, True, False
    for line, whole in zip(text.split("\n"), body.split("\n"), strict=True):
        stripped = line.strip()
        depth = _indent(line) // 4
        # Of an entry that is all code its mark alone is left.
        match = (_ENTRY.match(stripped) or _code_entry(stripped, whole)) if stripped else None
        if not stripped:
            after_blank, in_words = True, False
        elif match and (after_blank or not in_words):
            for deeper in [level for level in opened if level > depth]:
                del opened[deeper]
            if depth not in opened:
                opened[depth] = _List()
                if depth == 0 and closed:
                    opened[depth].before, opened[depth].between = closed
                found.append(opened[depth])
            where = at + line.index(stripped)
            opened[depth].entries.append(_Entry(match["number"], where))
            after_blank = False
        else:
            if stripped[0] == "#":
                opened.clear()
                closed, in_words = None, False
            elif after_blank:
                if depth == 0 and 0 in opened:
                    closed = opened[0], stripped
                for level in [level for level in opened if level >= depth]:
                    del opened[level]
                in_words = not opened
            after_blank = False
        at += len(line) + 1
    return found


def _code_entry(stripped: str, whole: str) -> re.Match[str] | None:
    return _ENTRY.match(whole.strip()) if whole.strip() != stripped and _MARK.fullmatch(stripped) else None


def _indent(line: str) -> int:
    expanded = line.expandtabs(4)
    return len(expanded) - len(expanded.lstrip(" "))
