"""Sections of cards and what stands in them, spoilt."""

from __future__ import annotations

import random

from handbook.model.card import PARTS
from handbook.model.project import Page, Project
from tests.mutation.defect import Defect, defect, differing, operator, replace_line


@operator
def renamed_card_heading(project: Project, page: Page, chance: random.Random) -> Defect | None:
    if not project.is_card(page):
        return None
    heading = chance.choice(page.document.headings)
    line = heading.position.line
    new = page.document.lines[line - 1].replace(heading.text, f"{heading.text} xyz")
    return defect(page, replace_line(page, line, new), line, "card-section-name")


@operator
def missing_section(project: Project, page: Page, chance: random.Random) -> Defect | None:
    if not project.is_card(page):
        return None
    sections = page.document.sections
    index = chance.randrange(1, len(sections))
    begin = sections[index].position.line
    end = sections[index + 1].position.line if index + 1 < len(sections) else len(page.document.lines) + 1
    lines = page.document.lines
    text = "\n".join(lines[: begin - 1] + lines[end - 1 :])
    if next((part.optional for part in PARTS if part.id == sections[index].id), True):
        return None
    line = begin if index + 1 < len(sections) else len(text.rstrip("\n").split("\n"))
    return defect(page, text, line, "card-section-missing")


@operator
def sections_swapped(project: Project, page: Page, chance: random.Random) -> Defect | None:
    if not project.is_card(page):
        return None
    # Whole sections, with those within them.
    sections = [s for s in page.document.sections if s.heading and s.heading.level == 2]
    index = chance.randrange(len(sections) - 1)
    lines = page.document.lines
    a, b = sections[index].position.line - 1, sections[index + 1].position.line - 1
    c = sections[index + 2].position.line - 1 if index + 2 < len(sections) else len(lines)
    text = "\n".join([*lines[:a], *lines[b:c], "", *lines[a:b], *lines[c:]])
    moved = frozenset({a + 1, a + 2 + (c - b), a + 1 + (c - b)})
    return Defect(text, moved, frozenset({"card-section-order"}), page.file)


@operator
def entry_removed(project: Project, page: Page, chance: random.Random) -> Defect | None:
    if not project.is_card(page):
        return None
    section = chance.choice([s for s in page.document.sections if s.items and not _has_link(page, s.id)])
    item = chance.choice(section.items)
    lines = page.document.lines
    text = "\n".join(lines[: item.position.line - 1] + lines[item.position.line :])
    if len(section.items) <= next((part.low for part in PARTS if part.id == section.id), 0):
        return defect(page, text, section.position.line, "card-count")
    return differing(project, page, text, section.position.line, "translation-items")


@operator
def number_added(project: Project, page: Page, chance: random.Random) -> Defect | None:
    section = page.document.section("do")
    if not project.is_card(page) or section is None:
        return None
    item = chance.choice(section.items)
    line = item.position.line
    new = f"{page.document.lines[line - 1]} 37"
    return differing(
        project, page, replace_line(page, line, new), section.position.line, "translation-numbers"
    )


@operator
def phrase_too_long(project: Project, page: Page, chance: random.Random) -> Defect | None:
    section = page.document.section("say")
    if not project.is_card(page) or section is None:
        return None
    line = chance.choice(section.items).position.line
    new = page.document.lines[line - 1] + " a" * 16
    return defect(page, replace_line(page, line, new), line, "card-words")


@operator
def answer_removed(project: Project, page: Page, chance: random.Random) -> Defect | None:
    lead = page.document.section("")
    if not project.is_card(page) or lead is None:
        return None
    text = page.document.text.replace(f"{lead.text}\n\n", "", 1)
    return defect(page, text, page.front.end + 1, "card-answer-missing")


def _has_link(page: Page, id: str) -> bool:
    section = page.document.section(id)
    return section is not None and "](" in section.text
