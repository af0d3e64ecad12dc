"""What a page has come to in HTML, held against what was read in its text.

What a page is says Python-Markdown; our own reading is there for places and speed. Where the two
differ, a link or a section is checked that no reader gets, or one goes unchecked.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from html import unescape
from urllib.parse import unquote, urljoin

from selectolax.lexbor import LexborHTMLParser

from ..base.html_tree import html_tree
from ..base.positions import Position
from ..model.document import Document, Link
from ..model.project import Page
from .addresses import is_external
from .targets import FRONT_KINDS, HTML_KINDS, Targets, parts

_HEADINGS = "h1, h2, h3, h4, h5, h6"
_ADDRESSES = ("href", "src", "srcset", "poster", "data", "action", "cite", "longdesc", "usemap")
_WITH_ADDRESSES = ", ".join(f"[{name}]" for name in _ADDRESSES)
# The links that extensions make: beside headings, and to footnotes and back.
MADE = ("headerlink", "footnote-ref", "footnote-backref")
_NOTES = ("fn:", "fnref:")
# Where code stands, whose lines are numbered and linked by what colours it.
_CODE = "pre [id], .highlight [id], .codehilite [id]"
_BASE = "https://page.invalid/"
# So many addresses are remembered with what they lead to.
_KNOWN = 1 << 13

Difference = tuple[str, Position]


def differences(
    document: Document, html: str, *, own_slugs: bool = False, magiclink: bool = False
) -> Iterator[Difference]:
    """What a page's own text has come to otherwise than it was read: what it is, and where.

    Args:
        document: the page as it was read.
        html: its body as Python-Markdown renders it, with nothing added.
        own_slugs: whether the site makes ids of words in a way of its own. Then those that stand in the
            text are compared, and of the others only how many headings there are.
        magiclink: whether addresses become links by themselves.
    """
    tree = html_tree(html)
    yield from _headings(document, tree, exact=True, own_slugs=own_slugs)
    yield from _ids(document, tree, None if own_slugs else frozenset(document.ids))
    shown = set(addresses(tree))
    read = {link.target.strip() for link in document.links}
    if magiclink:
        read |= {
            target for target in shown if target.partition("://")[2] in document.text and "://" in target
        }
    for link in document.links:
        if link.kind != "reference" and link.kind not in FRONT_KINDS and link.target.strip() not in shown:
            yield link.target, link.position
    for target in sorted(shown - read):
        if _is_written(target, document):
            yield target, _place(document, target)


def _is_written(target: str, document: Document) -> bool:
    """Whether a link that readers get stands in the text; else an extension has made it.

    Such are those of numbered lines of code, of a list of contents and of pictures for emoji.
    """
    text = document.body
    return any(form in text for form in (target, unquote(target))) or target in _plain(text)


def _plain(text: str) -> str:
    """A text as the addresses in it come out: entities and escaped signs made plain."""
    return re.sub(r"\\([^\w\s])", r"\1", unescape(text))


def differences_in_build(
    page: Page, html: str, targets: Targets, ids: Collection[str]
) -> Iterator[Difference]:
    """The same for a page as it is built, with all that is added to it.

    Args:
        page: the page as it was read.
        html: its finished content.
        targets: what links can lead to.
        ids: those that the page may have, added ones among them.
    """
    tree = html_tree(html)
    yield from _headings(page.document, tree, exact=False, own_slugs=False)
    yield from _ids(page.document, tree, ids)
    here = urljoin(_BASE, targets.url(page.path))
    shown = {followed(here, address) for address in set(addresses(tree))}
    seen = set()
    for link in page.document.links:
        if (what := (link.kind, link.target)) in seen:
            continue
        seen.add(what)
        if (goal := _goal(targets, page, link)) is not None and urljoin(_BASE, goal) not in shown:
            yield link.target, link.position


def _headings(
    document: Document, tree: LexborHTMLParser, *, exact: bool, own_slugs: bool
) -> Iterator[Difference]:
    found = [(int(str(node.tag)[1]), node.attributes.get("id") or "") for node in tree.css(_HEADINGS)]
    if own_slugs:
        written = document.ids.keys() - {h.id for h in document.headings if not h.explicit}
        found = [(level, id if id in written else "") for level, id in found]
    shown = Counter(found)
    for heading in document.headings:
        id = "" if own_slugs and not heading.explicit else heading.id
        if not shown[heading.level, id]:
            yield heading.text, heading.position
        shown[heading.level, id] -= 1
    if exact:
        for level, id in sorted((+shown).keys()):
            # One in HTML was read as an id, or not at all where it has none.
            if id not in document.ids and not (not id and f"<h{level}" in document.text.lower()):
                yield f"<h{level}>", _place(document, id)


def _ids(document: Document, tree: LexborHTMLParser, known: Collection[str] | None) -> Iterator[Difference]:
    shown = {node.attributes.get("id") or "" for node in tree.css("[id]")}
    shown |= {node.attributes.get("name") or "" for node in tree.css("a[name]")}
    headings = {heading.id for heading in document.headings}
    for id, position in document.ids.items():
        # Footnotes may be told to make ids in a way of their own, too.
        if id not in shown and id not in headings and (known is not None or not id.startswith(_NOTES)):
            yield f"#{id}", position
    if known is None:
        return
    made = {node.attributes.get("id") or "" for node in tree.css(_CODE)}
    # Those of the extensions themselves, such as tabs, begin so.
    for id in sorted(id for id in shown.difference(known, made) if id and not id.startswith("__")):
        yield f"#{id}", _place(document, id)


def addresses(tree: LexborHTMLParser) -> Iterator[str]:
    """All addresses in a page's HTML but those that extensions make beside headings and footnotes."""
    for node in tree.css(_WITH_ADDRESSES):
        given = node.attributes  # Made anew each time that it is asked for.
        if given.get("class") not in MADE:
            yield from _of(given)


def _of(given: Mapping[str, str | None]) -> Iterator[str]:
    for name in _ADDRESSES:
        if name in given:
            value = (given[name] or "").strip()
            if name == "srcset":
                yield from (entry.split()[0] for entry in value.split(",") if entry.split())
            else:
                yield value


def followed(here: str, address: str) -> str:
    """An address as it is followed from a page: where it goes up to a folder, as all pages below that do."""
    while address.startswith("../") and here.endswith("/") and here != _BASE:
        if address.startswith("/", 3) or ":" in address:
            break
        address, here = address[3:], f"{here[:-1].rpartition('/')[0]}/"
    return _joined(here, address)


@lru_cache(_KNOWN)
def _joined(here: str, address: str) -> str:
    """An address as it is followed from a page; one that is none, such as http://[a, stays what it is."""
    try:
        return urljoin(here, address)
    except ValueError:
        return address


def _goal(targets: Targets, page: Page, link: Link) -> str | None:
    """Where a link has to lead on the site, as an address from its root; None where nobody can say."""
    target = link.target.strip()
    if link.kind not in ("link", "image") or not target or is_external(target) or link.kind in HTML_KINDS:
        return None
    path, anchor = parts(target)
    goal = targets.url(page.path) if not path else None
    if path and (beside := targets.beside(page, path)) in targets.project.files:
        there = targets.project.pages.get(beside)
        if there is not None and there.unreadable:
            return None  # It is not built, which is told of there.
        goal = targets.url(beside)
    return None if goal is None else f"{goal}#{anchor}" if anchor else goal


def _place(document: Document, shown: str) -> Position:
    """Where something stands that was not read: the first line below the front matter that has it."""
    bare = shown.partition("#")[0] or shown
    body = list(enumerate(document.lines[document.front.end :], document.front.end + 1))
    # An id such as "ex" is a part of many words.
    for wanted in (rf"(?<![\w-]){re.escape(shown)}(?![\w-])", re.escape(bare)) if shown else ():
        for number, line in body:
            if found := re.search(wanted, line):
                return Position(number, found.start() + 1)
    return Position(document.front.end + 1)
