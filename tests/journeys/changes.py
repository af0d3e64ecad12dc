"""What editors change in a section of a card, by its lines: those that are there, and those that are then."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from handbook.languages import CODES
from handbook.model.project import Page, Project

Change = Callable[[list[str]], list[str]]
# A word that stands nowhere else.
WORD = "Abcxyz"
_RELATED = re.compile(r"^related: \[(.*)\]$", re.MULTILINE)


def phrase(lines: list[str]) -> list[str]:
    """The first phrase in other words, as many as before."""
    return [re.sub(r"(\w+)(\W*)$", rf"{WORD}\2", lines[0]), *lines[1:]]


def step_more(lines: list[str]) -> list[str]:
    return [*lines, f"{len(lines) + 1}. {WORD}."]


def step_less(lines: list[str]) -> list[str]:
    return lines[:-1]


def steps_moved(lines: list[str]) -> list[str]:
    words = [line.partition(". ")[2] for line in (lines[1], lines[0], *lines[2:])]
    return [f"{number}. {text}" for number, text in enumerate(words, start=1)]


def number(lines: list[str]) -> list[str]:
    """A number in the first entry, before its last sign."""
    return [re.sub(r"(\w)(\W*)$", r"\1 37\2", lines[0]), *lines[1:]]


def changed(page: Page, changes: Mapping[str, Change]) -> str:
    """The text of a page after a change of the entries of some sections."""
    lines = list(page.document.lines)
    found = {id: page.document.section(id) for id in changes}
    # From the end, so that the lines of what is above stay where they are.
    for id, section in sorted(found.items(), key=lambda one: -one[1].position.line if one[1] else 0):
        assert section
        first, last = section.items[0].position.line - 1, section.items[-1].position.line
        lines[first:last] = changes[id](lines[first:last])
    return "\n".join(lines)


def may_change(page: Page) -> bool:
    """Whether a step more and one less are allowed in a card, and no link stands in a step."""
    section = page.document.section("do")
    return section is not None and len(section.items) in (4, 5) and "](" not in section.text


def deletion(project: Project, root: Path, name: str) -> dict[str, str | None]:
    """What somebody proposes who deletes a card that no page links to, and mends all that names it."""
    files: dict[str, str | None] = {f"docs/{code}/scenarios/{name}.md": None for code in CODES}
    entry = re.compile(rf"^{re.escape(name)}:\n(?:[ #].*\n|\n)*", re.MULTILINE)
    for file in ("sources/briefs.yml", *(f"sources/staff-words/{code}.yml" for code in CODES)):
        files[file] = entry.sub("", (root / file).read_text("utf8"))
    for card in (card for code in CODES for card in project.cards(code) if name in card.matter.related):
        files[card.file] = _RELATED.sub(partial(_without, name), card.document.text)
    return files


def _without(name: str, related: re.Match[str]) -> str:
    return f"related: [{', '.join(one for one in related[1].split(', ') if one != name)}]"
