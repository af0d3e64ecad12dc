"""A small index made from given texts, for tests of a single thing."""

from __future__ import annotations

from typing import Any

from handbook.search.index import Synonym, index
from handbook.search.indexed_pages import ANSWER, BODY, CUSTOMER, TITLE, Document, Part
from handbook.search.lexicon import lexicon


def page(url: str, title: str, body: str = "", said: str = "", kind: str = "card") -> Document:
    """A page with a title, a text, and what customers say."""
    parts = [Part(TITLE, 0, title), Part(ANSWER, 0, title), Part(CUSTOMER, 1, said), Part(BODY, 2, body)]
    sections = (("", ""), ("customer-words", ""), ("do", ""))
    return Document(url, title, kind, "", title, "", sections, tuple(part for part in parts if part.text))


def small(
    code: str, *pages: Document, avoided: tuple[Synonym, ...] = ()
) -> tuple[dict[str, Any], dict[str, Any]]:
    """The index of some pages."""
    return index(code, pages, lexicon(code), avoided)
