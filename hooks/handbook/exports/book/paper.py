"""What of a page belongs on paper: nothing to press, nothing closed, no link to what is not in the book.

The ids of a page get its address in front, so that those of all pages stay apart.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ...model.card import REPLY_IDS, WRITE
from .chapters import anchor

_ON_SCREEN = (
    "nav, form, search, script, template, button, dialog, input:not([type=checkbox]), [hidden], .headerlink,"
    ".tools, .status, .trust, .said"
)
# Of a card, what is read before and after a conversation stays on screen; `related` follows in one line.
_NOT_ON_CARD = ".reply-copy, .may-become, .cited, .imprint, .qr"
_SECTIONS = (WRITE, *REPLY_IDS, "related", "customer-words")
# The list of written replies leads to the cards; in the book they are a part of their own.
_REPLIES = "written-replies"
_KEPT = frozenset(("class", "id", "href", "src", "lang", "alt", "colspan", "rowspan", "start", "value"))
_OPENED = (
    (re.compile(r"<details\b"), "<section"),
    (re.compile(r"</details>"), "</section>"),
    (re.compile(r"<(/?)summary\b"), r"<\1h3"),
    (re.compile(r"<(/?)article\b"), r"<\1section"),
    (re.compile(r"</?label>"), ""),
    (re.compile(r'<input type="checkbox"[^>]*>'), '<span class="box"></span>'),
)
_CLAIM = re.compile(r"[A-Z]\d?-\d+")


def on_paper(site: Path, address: str, known: Collection[str], before: str = "", after: str = "") -> str:
    """The article of a page as it stands in the book.

    Args:
        site: the built site.
        address: the page's address from the site's root.
        known: the addresses of all pages of the book.
        before: HTML to put in front of its text.
        after: HTML to put behind it.

    Raises:
        ValueError: the page has no article.
    """
    page = LexborHTMLParser((site / address / "index.html").read_text("utf8"))
    article = page.css_first("article")
    if article is None:
        raise ValueError(f"{address}: the page has no <article>")
    _drop(article)
    for node in article.css("*"):
        _adapt(node, site, address, known)
    article.attrs["id"] = anchor(address)
    html = article.html or ""
    for pattern, opened in _OPENED:
        html = pattern.sub(opened, html)
    start, _, text = html.removesuffix("</section>").partition(">")
    return f"{start}>{before}{text}{after}</section>"


def below(site: Path, address: str, ids: Collection[str], known: Collection[str]) -> dict[str, str]:
    """What stands under some headings of a page up to the next heading, each by its id, as in the book.

    Args: as those of on_paper; a heading that the page lacks is left out.
    """
    page = LexborHTMLParser((site / address / "index.html").read_text("utf8"))
    for node in page.css(_NOT_ON_CARD):
        node.decompose()
    found = {}
    for id in ids:
        if (heading := page.css_first(f"article [id='{id}']")) is None:
            continue
        parts, following = [], heading.next
        while following is not None and following.tag not in ("h1", "h2", "h3"):
            if following.tag != "-text":
                for node in (following, *following.css("*")):
                    _adapt(node, site, address, known)
                parts.append(following.html or "")
            following = following.next
        found[id] = "".join(parts)
    return found


def _drop(article: LexborNode) -> None:
    is_card = "card" in (article.attributes.get("class") or "").split()
    for node in article.css(f"{_ON_SCREEN}, {_NOT_ON_CARD}" if is_card else _ON_SCREEN):
        node.decompose()
    for id in _SECTIONS if is_card else (_REPLIES,):
        if heading := article.css_first(f"[id='{id}']"):
            _drop_section(heading)


def _drop_section(heading: LexborNode) -> None:
    """Drop a heading and what stands under it."""
    following = heading.next
    while following is not None and following.tag not in ("h1", "h2", heading.tag):
        node, following = following, following.next
        if node.tag != "-text" and "verified" not in (node.attributes.get("class") or ""):
            node.decompose()
    heading.decompose()


def _adapt(node: LexborNode, site: Path, address: str, known: Collection[str]) -> None:
    given = dict(node.attributes)
    if node.tag in ("input", "svg", "path"):
        return
    for name in given:
        if name not in _KEPT:
            del node.attrs[name]
    if id := given.get("id"):
        node.attrs["id"] = anchor(address, id)
        if node.tag == "h2":
            node.attrs["data-part"] = id  # What the book's styles go by.
    if (source := given.get("src")) and "://" not in source:
        node.attrs["src"] = (site / address / source).resolve().as_uri()
    if node.tag == "a" and (href := given.get("href")):
        _lead(node, address, href, known)


def _lead(link: LexborNode, address: str, href: str, known: Collection[str]) -> None:
    """Let a link lead to its place in the book; what is not in the book is named, and no more."""
    if "://" in href or href.startswith("mailto:"):
        return
    path, _, id = href.partition("#")
    path = path.partition("?")[0]
    goal = posixpath.normpath(posixpath.join(address, path)) + "/" if path else address
    if goal not in known:
        del link.attrs["href"]
        return
    link.attrs["href"] = f"#{anchor(goal, id)}"
    # A claim is found by its number, a term by its name.
    if goal != address and not _CLAIM.fullmatch(link.text().strip()) and not goal.endswith("/glossary/"):
        link.attrs["class"] = "page-reference"
