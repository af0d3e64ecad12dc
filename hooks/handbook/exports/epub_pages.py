"""The pages of the handbook as chapters of an EPUB: XHTML whose links stay within the book.

A page is rendered as on the site, without the frame's own additions, so that slots stay in square brackets.
What a reading device has no use for (boxes to tick, marks of the page's own scripts) becomes plain text.
"""

from __future__ import annotations

import datetime
import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ..links.targets import Targets
from ..model.project import Page, Project
from ..reading.site_markdown import site_markdown
from ..safety.allowed import ELEMENTS
from ..safety.hosts import scheme_fault
from ..site.additions import expand_page
from ..site.navigation import navigation

# What leads elsewhere or works in a browser alone, and what is for those who write.
_LEFT_OUT = frozenset({"index.md", "find.md", "learn.md", "new.md", "downloads.md"})
_OF_EDITORS = "editing/"
_KEPT = frozenset({"id", "class", "lang", "href", "alt", "title", "colspan", "rowspan", "start", "open"})
_VOID = frozenset({"br", "hr", "wbr", "col"})
_DROPPED = frozenset({"script", "style", "svg", "template", "button", "img", "-comment", "-comment-"})
# What XML cannot hold.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


@dataclass(frozen=True)
class Chapter:
    """A page of the book, or, without a page, the name of a part; `inner` are the chapters below it."""

    title: str
    page: Page | None = None
    inner: tuple[Chapter, ...] = ()

    @property
    def file(self) -> str:
        """Where the page, or the first one of the part, stands in the book."""
        return chapter_file(self.page.slug) if self.page else self.inner[0].file

    def pages(self) -> Iterator[Page]:
        """Its page and those below it, in the order in which they are read."""
        if self.page:
            yield self.page
        for chapter in self.inner:
            yield from chapter.pages()


def chapter_file(slug: str) -> str:
    """The file of a page in the book."""
    return f"{slug.removesuffix('.md').replace('/', '--')}.xhtml"


def chapters(project: Project, code: str) -> tuple[Chapter, ...]:
    """A language's pages in the order of its navigation, without those that no book needs."""
    pages = {slug: versions[code] for slug, versions in project.by_slug.items() if code in versions}
    return tuple(_chapters(navigation(project, code), pages))


def _chapters(entries: list[Any], pages: Mapping[str, Page]) -> Iterator[Chapter]:
    for entry in entries:
        for title, inner in entry.items() if isinstance(entry, dict) else (("", entry),):
            if isinstance(inner, list):
                if below := tuple(_chapters(inner, pages)):
                    yield Chapter(title, inner=below)
            elif inner not in _LEFT_OUT and not inner.startswith(_OF_EDITORS):
                yield Chapter(title or pages[inner].title, pages[inner])


class Chapters:
    """The XHTML of a language's chapters; ids are known of all of them before a link is written."""

    def __init__(self, project: Project, found: tuple[Chapter, ...], today: datetime.date) -> None:
        self._project, self._today = project, today
        self._pages = {page.slug: page for chapter in found for page in chapter.pages()}
        self._trees = {slug: self._tree(page) for slug, page in self._pages.items()}
        self._ids = {
            slug: {node.attributes.get("id") for node in tree.css("[id]")}
            for slug, tree in self._trees.items()
        }

    def xhtml(self, page: Page) -> str:
        """The content of a page, its heading included."""
        body = self._trees[page.slug].body
        return "".join(self._node(page, node) for node in _children(body)) if body else ""

    def _tree(self, page: Page) -> LexborHTMLParser:
        text = expand_page(self._project, page, page.document.body, self._today)
        html = site_markdown(self._project.settings).html(text)
        heading = "" if "<h1" in html else f"<h1>{escape(page.title)}</h1>"
        return LexborHTMLParser(f"<body>{heading}{html}</body>")

    def _node(self, page: Page, node: LexborNode) -> str:
        tag = node.tag or ""
        if tag == "-text":
            return escape(_FORBIDDEN.sub("", node.text_content or ""), quote=False)
        if tag == "input":
            return "☐ "
        if tag in _DROPPED:
            return ""
        if tag in _VOID:
            return f"<{tag}/>"
        inner = "".join(self._node(page, child) for child in _children(node))
        given = dict(self._attributes(page, node))
        if tag not in ELEMENTS or tag == "label" or (tag == "a" and "href" not in given):
            return inner
        attributes = "".join(f' {name}="{escape(value)}"' for name, value in given.items())
        return f"<{tag}{attributes}>{inner}</{tag}>"

    def _attributes(self, page: Page, node: LexborNode) -> Iterator[tuple[str, str]]:
        for name, value in node.attributes.items():
            if name == "href":
                if address := self._address(page, value or ""):
                    yield name, address
            elif name in _KEPT:
                yield name, value or ""
                if name == "lang":
                    yield "xml:lang", value or ""

    def _address(self, page: Page, href: str) -> str:
        """Where a link leads in the book or, if it can be told, on the site; nothing where it cannot."""
        if href.startswith("original:"):
            return self._on_site(href.removeprefix("original:"), "")
        if scheme_fault(href):
            return ""
        if _OUTSIDE.match(href):
            return href
        path, _, id = href.partition("#")
        path = path.partition("?")[0]
        slug = posixpath.normpath(posixpath.join(posixpath.dirname(page.slug), path)) if path else page.slug
        if slug in self._pages:
            return f"{chapter_file(slug)}#{id}" if id in self._ids[slug] else chapter_file(slug)
        return self._on_site(f"{page.language}/{slug}", id)

    def _on_site(self, path: str, id: str) -> str:
        site = self._project.settings.site_url
        if not site or path not in self._project.pages:
            return ""
        address = f"{site.rstrip('/')}/{Targets(self._project).url(path)}"
        return f"{address}#{id}" if id else address


def _children(node: LexborNode) -> Iterator[LexborNode]:
    return node.iter(include_text=True)
