"""Links between generated parts, as the relative Markdown links MkDocs checks and rewrites."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable

from ..languages import language
from ..model.project import Page, Project
from ..model.slots import pieces

# MkDocs leads each link to the version in the page's own language, or says that there is none; what
# leads to another language is marked by this, which no writer's address may begin with.
_ORIGINAL = "original:"
_LINKED = re.compile(rf'href="{_ORIGINAL}([^"]+)"')
_SPACE = re.compile(r"\s+")


def relative(page: Page, slug: str, anchor: str = "") -> str:
    """The relative path from a page to another of the same language, with an anchor if given."""
    path = posixpath.relpath(slug, posixpath.dirname(page.slug) or ".")
    return f"{path}#{anchor}" if anchor else path


def link(project: Project, page: Page, slug: str, anchor: str = "") -> str:
    """A Markdown link with the title of the page it leads to; its bare slug where there is none.

    A page that is not in this language yet has the title of its original, marked as what it is.
    """
    versions = project.by_slug.get(slug, {})
    there = versions.get(page.language or "")
    if there is not None:
        return f"[{escape(there.title)}]({relative(page, slug, anchor)})"
    original = project.original(slug)
    if original is None or original.language is None or page.language is None:
        return escape(slug)
    return _to_original(original, page.language)


def _to_original(page: Page, code: str) -> str:
    """A link to a page in another language; resolve() gives it its address once that is known."""
    names = language(code)
    spoken = names.word("page", "untranslated", language=names.word("in-languages", page.language or ""))
    shown = f'<a href="{_ORIGINAL}{page.path}" lang="{page.language}" hreflang="{page.language}">'
    return f'{shown}{escape(page.title)}</a> <small class="untranslated">({spoken})</small>'


def resolve(html: str, address: Callable[[str], str]) -> str:
    """A page's HTML in which links to pages in other languages have their addresses.

    Args:
        address: the address of a page by its path in the docs folder, relative to the page itself.
    """
    return _LINKED.sub(lambda match: f'href="{address(match[1])}"', html)


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
