"""Entries of a card's lists whose mark is spoilt: readers get them as the end of the entry before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..base.positions import Position
from ..model.card import PARTS, Part
from ..model.document import Section
from ..model.project import Fault, Page, Project
from ..model.rules.cards import CardEntryUnmarked

_ENTRY = re.compile(r"(?:[-*+]|\d+[.)])\s+\S")
# What stands for a mark, and the text after it.
_SPOILT = re.compile(
    r"""
    (?: \+?\*{0,2}\d{1,2}(?:\ufe0f?\u20e3|\s*\\?[.,):-])?\*{0,2}  # 3 Ask, 3.Ask, 3, Ask, **3.** Ask, +3. Ask
      | (?:[IVX]{1,5}|[a-h])[.)]                               # III. Ask, c) Ask
      | [•·▪◦‣–—-] | \*(?![^*\n]*\*) | >\s?(?:[-*]\s)?        # •Ask, – Ask, -Ask, *Ask, > Ask
    )\s*(?P<text>[^\s\d.,):*\\-].*)
    """,
    re.VERBOSE,
)


def check(project: Project) -> Iterator[Fault]:
    marks = {part.id: part for part in PARTS if part.high}
    for page in project.pages.values():
        if not project.is_card(page) or page.unreadable:
            continue
        for section in page.document.sections:
            if (part := marks.get(section.id)) is not None and section.items:
                yield from _section(page, section, part)


def _section(page: Page, section: Section, part: Part) -> Iterator[Fault]:
    lines = page.document.lines
    first = number = _first(section, lines)
    while number < len(lines) and (line := lines[number]).strip() and not line.startswith("#"):
        found = None if _ENTRY.match(line) else _SPOILT.match(line)
        if found:
            mark = f"{number - first + 1}." if part.marker[0].isdigit() else part.marker
            better = f"{mark} {found['text']}"
            yield page.fault(CardEntryUnmarked(line=line.strip(), guess=better), Position(number + 1, 1))
        number += 1


def _first(section: Section, lines: list[str]) -> int:
    """The line of a section's first entry, counted from 0; a spoilt mark may begin it."""
    found = section.items[0].position.line - 1
    while found > section.position.line and lines[found - 1].strip():
        found -= 1
    return found if _SPOILT.match(lines[found]) else section.items[0].position.line - 1
