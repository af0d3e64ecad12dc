"""HTML as a tree: parsed once for all who look at a page's content one after the other."""

from __future__ import annotations

from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser


@lru_cache(maxsize=1)
def html_tree(html: str) -> LexborHTMLParser:
    """The tree of a text, which is for reading alone: the next one who asks gets the same."""
    return LexborHTMLParser(html)
