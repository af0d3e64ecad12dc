"""Links between generated parts, as the relative Markdown links MkDocs checks and rewrites."""

from __future__ import annotations

import posixpath
import re

from ..model.project import Page, Project
from ..model.slots import pieces

_SPACE = re.compile(r"\s+")


def relative(page: Page, slug: str, anchor: str = "") -> str:
    """The relative path from a page to another of the same language, with an anchor if given."""
    path = posixpath.relpath(slug, posixpath.dirname(page.slug) or ".")
    return f"{path}#{anchor}" if anchor else path


def link(project: Project, page: Page, slug: str, anchor: str = "") -> str:
    """A Markdown link with the title of the page it leads to; its bare slug where there is none."""
    there = project.by_slug.get(slug, {}).get(page.language or "")
    if there is None:
        return escape(slug)
    return f"[{escape(there.title)}]({relative(page, slug, anchor)})"


def escape(text: object) -> str:
    """Plain text, on one line, that Markdown reads as no markup and no attribute list."""
    return _escape(str(text)).strip()


def _escape(text: str) -> str:
    """The same for a piece of a line, whose spaces at either end count."""
    text = _SPACE.sub(" ", text)
    for sign in "\\[]*_`{}":
        text = text.replace(sign, f"\\{sign}")
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def escape_said(text: str) -> str:
    """The same for what is said or sent, whose slots stay slots."""
    return "".join(f"[{_escape(piece)}]" if slot else _escape(piece) for piece, slot in pieces(text)).strip()


def claim_link(page: Page, id: str, sources_slug: str = "reference/sources.md") -> str:
    """A link to a claim on the sources page."""
    return f"[{id}]({relative(page, sources_slug, id.lower())})"
