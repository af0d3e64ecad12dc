"""What an operator is made of: it spoils one page of the real handbook in one way.

An operator gets a page and a source of chance. It returns the spoilt text with the lines on which
the fault may be reported and the rules that may report it, or None where the page offers no place.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

from handbook.model.document import Link, Section
from handbook.model.project import Page, Project


@dataclass(frozen=True)
class Defect:
    """A spoilt file. `text` None: the file is deleted; `file` is where the finding must be.

    `spoilt` is the file that gets the text where that is not the page itself. `prose`: whether the
    finding is one of the prose checks. `stale`: the translations that are told of a change of their
    original, which is no defect and has no other finding.
    """

    text: str | bytes | None
    lines: frozenset[int]
    rules: frozenset[str]
    file: str
    spoilt: str | None = None
    prose: bool = False
    stale: frozenset[str] = frozenset()


Operator = Callable[[Project, Page, random.Random], Defect | None]
OPERATORS: dict[str, Operator] = {}


def operator(function: Operator) -> Operator:
    """Make a function known as an operator, by its own name."""
    OPERATORS[function.__name__] = function
    return function


def defect(page: Page, text: str | bytes | None, line: int, *rules: str) -> Defect:
    return Defect(text, frozenset({line}), frozenset(rules), page.file)


def differing(project: Project, page: Page, text: str, line: int, *rules: str) -> Defect:
    """A page made to differ from its other versions: a translation's fault, but an original's right."""
    if project.original(page.slug) is not page:
        return defect(page, text, line, *rules)
    others = frozenset(version.file for version in project.by_slug[page.slug].values() if version is not page)
    return Defect(text, frozenset(), frozenset({"translation-stale"}), page.file, stale=others)


def replace_line(page: Page, line: int, new: str) -> str:
    lines = list(page.document.lines)
    lines[line - 1] = new
    return "\n".join(lines)


def links(page: Page) -> list[Link]:
    """Links to pages that stand in lists or paragraphs on one line, each target once on it."""
    found = []
    for link in page.document.links:
        line = page.document.lines[link.position.line - 1]
        whole = f"[{link.text}]({link.target})"
        if link.kind == "link" and ".md" in link.target and line.count(whole) == 1:
            found.append(link)
    return found


def relink(
    page: Page, chance: random.Random, change: Callable[[str, str], str | None], *rules: str
) -> Defect | None:
    """Spoil one link: `change` gets its text and target and returns the new Markdown."""
    places = links(page)
    if not places:
        return None
    link = chance.choice(places)
    new = change(link.text, link.target)
    if new is None:
        return None
    line = link.position.line
    old = page.document.lines[line - 1]
    return defect(
        page, replace_line(page, line, old.replace(f"[{link.text}]({link.target})", new)), line, *rules
    )


def append_block(page: Page, block: str, line: int, *rules: str) -> Defect:
    """Add a block at the end of the page; the fault is in this line of it, counted from 1."""
    text = page.document.text.rstrip()
    return defect(page, f"{text}\n\n{block}\n", text.count("\n") + 2 + line, *rules)


def section_at(page: Page, line: int) -> Section:
    """The section that a line stands in."""
    return [s for s in page.document.sections if s.position.line <= line][-1]


def without_line(page: Page, line: int) -> str:
    """The page's text without one of its lines."""
    lines = page.document.lines
    return "\n".join(lines[: line - 1] + lines[line:])


def append(page: Page, chance: random.Random, words: str, *rules: str) -> Defect | None:
    """Add words at the end of a paragraph of the last section."""
    lines = page.document.lines
    places = [
        n
        for n in range(page.front.end + 1, len(lines) + 1)
        if re.match(r"[A-ZŠĐŽĆČŁŚŻŹÓ“„]", lines[n - 1]) and (n == len(lines) or not lines[n].strip())
    ]
    if not places:
        return None
    line = places[-1]
    return defect(page, replace_line(page, line, f"{lines[line - 1]} {words}"), line, *rules)
