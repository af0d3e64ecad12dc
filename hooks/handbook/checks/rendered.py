"""Pages that come to something else than what was read: for those with more in them than plain Markdown.

All others are looked at when they are built, where each page is rendered anyway.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from ..links.rendered import differences
from ..model.project import Fault, Project
from ..model.rules.references import PageReadOtherwise
from ..safety.rendering import is_suspect, render

# What is read in more ways than one: an attribute list that is no heading's own or stands in a table,
# a line that may underline the one above, a fence, a tab,
# and a heading inside of something.
_UNUSUAL = re.compile(
    r"""
    [^ \n]\{\# | \|[^\n]*\{\# | ^[ \t>]*\{\#
    | \S[^\n]*\n[ \t>]*(?:-+|=+)[ \t]*$
    | ^[ \t>]*(?:```|~~~)
    | \t | ^(?:[ ]{1,}|[ ]*(?:[>*+-]|\d+\.)[^\n]*[ >])\#
    """,
    re.MULTILINE | re.VERBOSE,
)
# MkDocs has these on.
_ALWAYS = ("toc", "tables", "fenced_code")
# One cause, such as a tag that is not closed, changes all that follows it.
_MOST = 1


def check(project: Project) -> Iterator[Fault]:
    if project.settings.macros:
        return  # What they write is not known.
    for page in project.pages.values():
        body = "\n".join(page.document.lines[page.front.end :])
        if page.unreadable or page.front.broken or not is_in_doubt(body):
            continue
        found = differences(page.document, render(body, (*_ALWAYS, *project.settings.extensions)))
        for what, position in islice(found, _MOST):
            yield page.fault(PageReadOtherwise(what=what), position)


def is_in_doubt(body: str) -> bool:
    """Whether what a text comes to must be rendered to be known."""
    return is_suspect(body) or _UNUSUAL.search(body) is not None
