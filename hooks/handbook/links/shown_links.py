"""The addresses that readers get on the pages of a site that is none of ours.

Its extensions may take a link away that we have read, into a comment or an abbreviation, and may make links
of what we take for words, of snippets and of code that is none. MkDocs looks at what they make.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser

from ..base.html_tree import html_tree
from ..base.positions import Position
from ..model.document import Document, Link
from ..model.project import Page, Settings
from ..model.rules import ERROR
from ..model.rules.links import LinkAbsolute
from ..reading.site_markdown import LINK_MARK, site_markdown
from .addresses import is_external
from .rendered import MADE, addresses

_SNIPPET = re.compile(r"^[ \t>]*-{1,}8<-{1,}")


class _Rendered(NamedTuple):
    """What a page comes to: all its addresses, and the links that Markdown makes."""

    addresses: frozenset[str]
    links: tuple[tuple[str, str, str], ...]


class Shown:
    """What readers get of the links of each page."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._known: dict[str, _Rendered | None] = {}
        # MkDocs says nothing of an address from the site's root unless it is told to.
        self._with_absolute = (
            settings.absolute_from_docs or settings.severities.get(LinkAbsolute.rule_id) == ERROR
        )

    def has(self, page: Page, link: Link) -> bool:
        """Whether readers get a link, as far as that can be told."""
        if self._settings.handbook:
            return True
        known = self._of(page)
        return known is None or link.target.strip() in known.addresses

    def unread(self, page: Page) -> Iterator[Link]:
        """The links within the site that readers get and that were not read in a page's text."""
        if self._settings.handbook or page.unreadable or (known := self._of(page)) is None:
            return
        seen = {link.target.strip() for link in page.document.links}
        for kind, target, words in known.links:
            if target in seen or not target or is_external(target):
                continue
            seen.add(target)
            if self._with_absolute or not target.startswith("/"):
                yield Link(target, words, kind, _place(page.document, target, words))

    def _of(self, page: Page) -> _Rendered | None:
        if page.path not in self._known:
            try:
                html = site_markdown(self._settings).html(page.document.body)
                self._known[page.path] = _taken_apart(html_tree(html))
            except Exception:  # Whatever an extension trips over is told elsewhere.
                self._known[page.path] = None
        return self._known[page.path]


def _taken_apart(tree: LexborHTMLParser) -> _Rendered:
    links = []
    for node in tree.css(f"[{LINK_MARK}]"):
        given = node.attributes
        if given.get("class") not in MADE:
            kind, name = ("image", "src") if node.tag == "img" else ("link", "href")
            links.append((kind, (given.get(name) or "").strip(), node.text().strip()))
    return _Rendered(frozenset(addresses(tree)), tuple(links))


def _place(document: Document, target: str, words: str) -> Position:
    """Where a link stands that was not read: its target, its words in brackets, or what brings a file."""
    body = list(enumerate(document.lines[document.front.end :], document.front.end + 1))
    for wanted in (target, target.partition("#")[0], f"[{words}]" if words else ""):
        for number, line in body if wanted else ():
            if (at := line.find(wanted)) >= 0:
                return Position(number, at + 1)
    snippet = (number for number, line in body if _SNIPPET.match(line))
    return Position(next(snippet, document.front.end + 1))
