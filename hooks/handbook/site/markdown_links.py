"""Links between generated parts, as the relative Markdown links MkDocs checks and rewrites."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from functools import lru_cache

from ..model.project import Page, Project
from ..model.slots import pieces
from .untranslated import ORIGINAL, only_in

_LINKED = re.compile(
    rf'<a(?P<before>[^>]*) href="{ORIGINAL}(?P<path>[^"#]+)(?P<anchor>[^"]*)"(?P<after>[^>]*)>'
    r"(?P<text>.*?)</a>",
    re.DOTALL,
)
_SPACE = re.compile(r"\s+")


def relative(page: Page, slug: str, anchor: str = "") -> str:
    """The relative path from a page to another of the same language, with an anchor if given."""
    path = _path(slug, posixpath.dirname(page.slug) or ".")
    return f"{path}#{anchor}" if anchor else path


@lru_cache(maxsize=10_000)
def _path(slug: str, folder: str) -> str:
    return posixpath.relpath(slug, folder)  # It asks the system where this process is, each time.


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
    return _to_original(project, original, page.language)


def _to_original(project: Project, page: Page, code: str) -> str:
    """A link to a page in another language; resolve() gives it its address once that is known."""
    shown = f'<a href="{ORIGINAL}{page.path}" lang="{page.language}" hreflang="{page.language}">'
    return f"{shown}{escape(page.title)}</a> {_mark(project, page, code)}"


def _mark(project: Project, page: Page, code: str) -> str:
    """What stands after a link to a page in another language."""
    return f'<small class="untranslated">({only_in(project, code, page)})</small>'


def site_file(path: str, text: str) -> str:
    """A link to a file that no page is made of, by its path from the site's root."""
    return f'<a href="{ORIGINAL}{path}">{escape(text)}</a>'


def resolve(project: Project, html: str, code: str, address: Callable[[str], str]) -> str:
    """A page's HTML in which links to pages in other languages and to files have their addresses.

    A writer's own link is marked as those of the lists are.

    Args:
        html: the page's content.
        code: its language.
        address: the address of what has this path in the docs folder, relative to the page itself.
    """

    def resolved(match: re.Match[str]) -> str:
        there = project.pages.get(match["path"])
        before, after, text = match["before"], match["after"], match["text"]
        if there is None:
            return f'<a{before} href="{address(match["path"])}"{after}>{text}</a>'
        is_marked = "hreflang=" in after
        attributes = after if is_marked else f' hreflang="{there.language}"{after}'
        link = f'<a{before} href="{address(there.path)}{match["anchor"]}"{attributes}>{text}</a>'
        return link if is_marked else f"{link} {_mark(project, there, code)}"

    return _LINKED.sub(resolved, html)


def escape(text: object) -> str:
    """Plain text, on one line, that Markdown reads as no markup and no attribute list."""
    return _escape(str(text)).strip()


@lru_cache(maxsize=10_000)
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
