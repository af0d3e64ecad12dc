"""Judges a text as if it were a page of the small handbook."""

from __future__ import annotations

from collections.abc import Sequence

from handbook.checks import PROSE_CHECKS, ProseCheck
from handbook.model.project import Fault, Page, Project
from handbook.prose.page_passages import passages
from handbook.prose.project_texts import texts
from handbook.reading.markdown.parse import parse
from tests.support.project import BASE, read

SMALL = read(BASE)
SYNTAX = SMALL.settings.syntax
GUIDE = "docs/{}/guides/listening.md"
HEAD = "---\ntitle: OK\n---\n\n"  # What follows begins on line 5.

Place = tuple[str, int, int]


def page(text: str, code: str) -> Page:
    """A page of the small handbook with another text."""
    file = GUIDE.format(code)
    path = file.removeprefix("docs/")
    return Page(path, file, code, path.removeprefix(f"{code}/"), parse(text))


def judged(text: str, code: str, checks: Sequence[ProseCheck] = PROSE_CHECKS) -> list[Fault]:
    """What the prose checks find on a page, alone in the small handbook."""
    one = page(text, code)
    project = Project(SMALL.settings, {one.path: one}, SMALL.files, SMALL.sources)
    read = texts(project, passages(one, code, SYNTAX))
    return [fault for check in checks for fault in check(project, read)]


def places(text: str, code: str) -> list[Place]:
    found = judged(text, code)
    return sorted((fault.rule, fault.position.line, fault.position.column) for fault in found)
