"""Recording that a translation is up to date with its original.

The record is written into the translation's front matter as text: nothing else on the page moves.
"""

from __future__ import annotations

import re
from pathlib import Path

from ..base.text_files import write
from ..model.digests import digests
from ..model.project import Page, Project
from .skeletons import without_originals

# The key and all that is indented below it, with the blank lines and comments in between.
_RECORD = re.compile(
    r"^translation:[^\n]*\n(?:(?:[ \t]*\n|[ \t]*#[^\n]*\n)*[ \t]+[^\s#][^\n]*\n)*", re.MULTILINE
)


class NotATranslation(Exception):
    """The page cannot be accepted; the message says why."""


def accepted(project: Project, page: Page) -> str:
    """The page's whole text with its translation record brought up to date.

    Raises:
        NotATranslation: the page is an original or belongs to no language, its original is missing,
            or the front matter of one of them is missing or broken.
    """
    if page.language and page.slug in project.orphans:
        raise NotATranslation(f"{page.file}: the page that it translates is missing")
    original = project.original(page.slug) if page.language else None
    if original is None or original is page:
        raise NotATranslation(f"{page.file}: this page is an original; accept its translations")
    if page.front.broken or page.front.end == 0 or original.front.broken:
        raise NotATranslation(f"{page.file}: its front matter, or that of {original.file}, is broken")
    lines = ["translation:", *(f"  {id}: {value}" for id, value in digests(original).items())]
    record = "\n".join(lines) + "\n"
    text = without_originals(page.document.text)
    rows = text.split("\n")
    head = "\n".join(rows[1 : page.front.end - 1]) + "\n"
    head = _RECORD.sub("", head) + record
    return "\n".join([rows[0], head + rows[page.front.end - 1], *rows[page.front.end :]])


def record(root: Path, project: Project, page: Page) -> bool:
    """Write the record; says whether anything changed. Raises NotATranslation."""
    text = accepted(project, page)
    if text == page.document.text:
        return False
    write(root, {page.file: text})
    return True
