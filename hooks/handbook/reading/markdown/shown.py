"""What a page's text is without what Markdown does not read, made once for all who go over its lines."""

from __future__ import annotations

from typing import NamedTuple

from ...base.kept import kept, remember
from ...model.document import Document, Syntax
from .masking import mask, mask_code


class Shown(NamedTuple):
    """The body of a page without code, and without all else that is not read; same length, same lines."""

    without_code: str
    read: str


@kept
def shown(document: Document, syntax: Syntax) -> Shown:
    """What is shown of a page. Abbreviations, comments and formulas are still there.

    Args:
        document: the page.
        syntax: which of Markdown's extensions the site has on.
    """
    without_code = mask_code(document.body, syntax.boxes, superfences=syntax.superfences)
    return Shown(without_code, mask(without_code, syntax.md_in_html))


def keep(document: Document, syntax: Syntax, without_code: str, read: str) -> None:
    """Take over what whoever took the page apart has made already, where it is the same."""
    if not any(mark in without_code for mark in syntax.unread):
        remember(shown, Shown(without_code, read), document, syntax)
