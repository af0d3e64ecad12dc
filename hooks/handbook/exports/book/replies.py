"""The written replies of all cards as a part of the book: each whole, by family, with the page of its card.

On a card's own page there is no room for them, and whoever writes needs no card at hand but the text.
"""

from __future__ import annotations

from collections.abc import Collection
from html import escape
from pathlib import Path

from ...languages import language
from ...model.card import REPLY_IDS
from ...model.project import Project
from .chapters import CARDS, REPLIES, Chapter, anchor, chapters
from .paper import below


def reply_anchor(code: str, address: str) -> str:
    """The id in the book of the replies of a card, by its address."""
    return anchor(f"{code}/{REPLIES}/", anchor(address))


def replies(
    project: Project, site: Path, code: str, chapter: Chapter, known: Collection[str], before: str
) -> str:
    """The part as HTML.

    Args:
        site: the built site.
        chapter: where it stands in the book.
        known: the addresses of all pages of the book.
        before: HTML to put in front of its text.
    """
    names = language(code)
    parts = [
        f'<section class="replies" id="{chapter.anchor}">{before}<h1>{escape(chapter.title)}</h1>',
        f"<p>{escape(names.word('reading', 'book-replies-note'))}</p>",
    ]
    family = ""
    for card in chapters(project, code, [CARDS]):
        if card.original:
            continue
        if not card.address:
            family = f"<h2>{escape(card.title)}</h2>"
        elif given := below(site, card.address, REPLY_IDS, known):
            # The first of a family stands with its name.
            parts.append(f'<div class="reply">{family}{_heading(code, card, known)}')
            parts += [f"<h4>{escape(names.word('sections', id))}</h4>{text}" for id, text in given.items()]
            parts.append("</div>")
            family = ""
    return "\n".join([*parts, "</section>"])


def _heading(code: str, card: Chapter, known: Collection[str]) -> str:
    title = escape(card.title)
    if card.address in known:
        title = f'<a class="page-reference" href="#{card.anchor}">{title}</a>'
    return f'<h3 id="{reply_anchor(code, card.address)}">{title}</h3>'
