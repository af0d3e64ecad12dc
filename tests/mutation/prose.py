"""Words and signs of the text, spoilt; found where the prose is checked, too."""

from __future__ import annotations

import random
import re

from handbook.model.project import Page, Project
from tests.mutation.defect import Defect, operator, replace_line

# A word of the text in small letters, long enough to be no name and no form that happens to exist.
_WORD = re.compile(r"(?<=[ ])[a-zšđžčćąęłńóśźż]{8,}(?=[ ])")


def _words(page: Page) -> list[int]:
    """The lines of the body that are words and nothing else."""
    lines = page.document.lines
    return [
        n
        for n in range(page.front.end + 1, len(lines) + 1)
        if _WORD.search(lines[n - 1]) and not re.search(r"[\[\]<>`{}|#*„“”\"–…]", lines[n - 1])
    ]


def _respell(page: Page, chance: random.Random, old: re.Pattern[str], new: str, rule: str) -> Defect | None:
    """Replace one place in one line."""
    found = [(n, m) for n in _words(page) for m in old.finditer(page.document.lines[n - 1])]
    if page.language is None or not found:
        return None
    line, match = chance.choice(found)
    text = page.document.lines[line - 1]
    spoilt = replace_line(page, line, text[: match.start()] + match.expand(new) + text[match.end() :])
    return Defect(spoilt, frozenset({line}), frozenset({rule}), page.file, prose=True)


@operator
def word_misspelt(project: Project, page: Page, chance: random.Random) -> Defect | None:
    return _respell(page, chance, re.compile(rf"({_WORD.pattern})"), r"\1xq", "spelling")


@operator
def two_spaces(project: Project, page: Page, chance: random.Random) -> Defect | None:
    return _respell(page, chance, re.compile(r"(?<=\w)[ ](?=\w)"), "  ", "space-wrong")


@operator
def dash_of_hyphens(project: Project, page: Page, chance: random.Random) -> Defect | None:
    return _respell(page, chance, re.compile(r"(?<=\w)[ ](?=\w)"), " -- ", "dash-wrong")


@operator
def three_dots(project: Project, page: Page, chance: random.Random) -> Defect | None:
    return _respell(page, chance, re.compile(r"(?<=\w)\.(?=\Z)"), "...", "ellipsis-wrong")


@operator
def quotation_marks_of_a_typewriter(project: Project, page: Page, chance: random.Random) -> Defect | None:
    return _respell(page, chance, re.compile(rf"({_WORD.pattern})"), r'"\1"', "quote-wrong")
