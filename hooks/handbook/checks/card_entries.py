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
# "3 Ask", "3.Ask", "3, Ask", "•Ask", "– Ask", "-Ask": what stands there for a mark, and the text after it.
_SPOILT = re.compile(r"(?:\d{1,2}\s*[.,):-]?|[•·▪◦‣–—-])\s*(?P<text>[^\s\d.,):-].*)")


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
    number = section.items[0].position.line  # The line after the first entry, counted from 0.
    while number < len(lines) and (line := lines[number]).strip() and not line.startswith("#"):
        found = None if _ENTRY.match(line) else _SPOILT.match(line)
        if found:
            mark = (
                f"{number - section.items[0].position.line + 2}." if part.marker[0].isdigit() else part.marker
            )
            better = f"{mark} {found['text']}"
            yield page.fault(CardEntryUnmarked(line=line.strip(), guess=better), Position(number + 1, 1))
        number += 1
