"""The book of one language as one HTML document: title page, contents, chapters, and an index.

Numbers of pages are not in it: book.css asks for them where a link leads to another page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

from ...languages import Language, language
from ...languages.sorting import alphabetical
from ...links.addresses import is_local
from ...model.card import replies_in
from ...model.project import Page, Project
from ...site.frame import version_words
from ...site.qr_code import qr_picture
from ...site.untranslated import only_in
from .chapters import REPLIES, Chapter, address_of, anchor
from .paper import on_paper
from .replies import replies, reply_anchor

_ANCHOR = re.compile(r' id="([^"]+)"')
_REFERENCE = re.compile(r' href="#([^"]+)"')
_INDEX = "index-of-customer-words"


@dataclass(frozen=True)
class Volume:
    """A language's book: its chapters, and what it takes to make pages of them.

    Args:
        site: the built site.
        licence: what the foot of each page says of the right to copy it.
    """

    project: Project
    code: str
    site: Path
    chapters: list[Chapter]
    licence: str = ""

    @property
    def names(self) -> Language:
        return language(self.code)

    @property
    def title(self) -> str:
        return self.project.pages[f"{self.code}/index.md"].title

    @property
    def cards(self) -> dict[str, Page]:
        """The cards of this book by their chapter's address."""
        cards = {
            f"{self.code}/{card.slug.removesuffix('.md')}/": card for card in self.project.cards(self.code)
        }
        here = {chapter.address for chapter in self.chapters}
        return {address: card for address, card in cards.items() if address in here}

    @property
    def root(self) -> str:
        """The site's address with a slash at its end; "" where it has none that others can reach."""
        given = self.project.settings.site_url or ""
        return "" if not given or is_local(given) else f"{given.rstrip('/')}/"


def html(volume: Volume) -> str:
    """The whole document. Raises ValueError for a page without an article."""
    index = _index(volume)
    body = "\n".join([*_front(volume, bool(index)), *_chapters(volume), *index])
    page = volume.names.word("reading", "book-page", page="\0").replace(" ", "\u00a0")
    before, after = page.split("\0")
    numbered = (
        f'.page-reference::after {{ content: "\\a0({before}" target-counter(attr(href), page) "{after})"; }}'
    )
    return (
        f'<!doctype html>\n<html lang="{volume.code}"><head><meta charset="utf-8">'
        f"<title>{escape(volume.title)}</title><style>{numbered}</style></head>"
        f"<body>{_only_found(body)}</body></html>"
    )


def _front(volume: Volume, has_index: bool) -> Iterator[str]:
    home = volume.project.pages[f"{volume.code}/index.md"]
    names = volume.names
    verified = volume.project.neutral(home).verified
    lines = [version_words(volume.code), *([names.date(verified)] if verified else []), volume.licence]
    if volume.root:
        lines.append(f"{volume.root}{volume.code}/")
    said = "".join(f"<p>{escape(line)}</p>" for line in lines if line)
    yield f'<section class="cover"><h1>{escape(volume.title)}</h1>{said}</section>'
    entries = [_entry(volume, chapter) for chapter in volume.chapters]
    if has_index:
        entries.append(_entry(volume, Chapter(names.word("reading", "book-index"), 1, _INDEX)))
    heading = escape(names.word("reading", "book-contents"))
    yield f'<section class="contents"><h1>{heading}</h1>{"".join(entries)}</section>'


def _entry(volume: Volume, chapter: Chapter) -> str:
    title = escape(chapter.title)
    if (page := chapter.original) is not None:
        spoken = f'lang="{page.language}"'
        href = f"{volume.root}{address_of(page.language or '', page.slug)}"
        shown = f'<a href="{href}" {spoken}>{title}</a>' if volume.root else f"<span {spoken}>{title}</span>"
        only = escape(only_in(volume.project, volume.code, page))
        return f'<p class="level-{chapter.level} elsewhere">{shown} ({only})</p>'
    if not chapter.address:
        return f'<p class="part level-{chapter.level}">{title}</p>'
    return f'<p class="level-{chapter.level}"><a href="#{chapter.anchor}">{title}</a></p>'


def _chapters(volume: Volume) -> Iterator[str]:
    known = {chapter.address for chapter in volume.chapters if chapter.address}
    cards = volume.cards
    above: list[Chapter] = []
    marks = ""
    for chapter in volume.chapters:
        if chapter.original:
            continue
        above = [other for other in above if other.level < chapter.level]
        if not chapter.address:
            above.append(chapter)
            marks += _mark("part", chapter.level, chapter.title)
            continue
        marks += _mark("head", chapter.level, above[-1].title if above else chapter.title)
        above.append(chapter)
        if chapter.part == REPLIES:
            yield replies(volume.project, volume.site, volume.code, chapter, known, marks)
            marks = ""
            continue
        card = cards.get(chapter.address)
        code = qr_picture(f"{volume.root}{chapter.address}") if card and volume.root else ""
        imprint = _imprint(volume, card, chapter.address) if card else ""
        html = on_paper(volume.site, chapter.address, known, f"{marks}{code}", imprint)
        yield _led_to_replies(volume, card, chapter.address, html) if card else html
        marks = ""


def _mark(kind: str, level: int, words: str) -> str:
    """What running heads (head) and the bookmarks of parts without a page (part) take their words from."""
    return f'<div class="{kind} level-{level}" data-words="{escape(words)}"></div>'


def _imprint(volume: Volume, card: Page, address: str) -> str:
    """Beneath a card: where its page is, its id and the version."""
    said = [volume.root + address] if volume.root else []
    said += [volume.project.neutral(card).id, version_words(volume.code)]
    return f'<p class="imprint">{escape(" · ".join(said))}</p>'


def _led_to_replies(volume: Volume, card: Page, address: str, html: str) -> str:
    """A card with the page of its written replies, beside its review: it has no line to spare."""
    if not replies_in(card.document) or all(chapter.part != REPLIES for chapter in volume.chapters):
        return html
    words = escape(volume.names.word("page", "replies"))
    link = f'<a class="page-reference" href="#{reply_anchor(volume.code, address)}">{words}</a>'
    start, verified, end = html.rpartition('<p class="verified">')
    return f"{start}{verified}{end.replace('</p>', f' · {link}</p>', 1)}" if verified else html


def _index(volume: Volume) -> list[str]:
    """What customers may say, sorted as the language sorts, with the pages of the cards."""
    found: dict[str, list[str]] = {}
    for address, card in volume.cards.items():
        for words in card.matter.customer_words:
            found.setdefault(words, []).append(address)
    if not found:
        return []
    names = volume.names
    lines = [
        f'<section class="index" id="{_INDEX}"><h1>{escape(names.word("reading", "book-index"))}</h1>'
        f"<p>{escape(names.word('reading', 'book-index-note'))}</p><ul>"
    ]
    for words in sorted(found, key=lambda words: (alphabetical(volume.code, words), words)):
        pages = "".join(f'<a href="#{anchor(address)}"></a>' for address in found[words])
        lines.append(f"<li><span>{escape(names.quoted(words))}</span>{pages}</li>")
    return [*lines, "</ul></section>"]


def _only_found(body: str) -> str:
    """The document with links to what is not on paper leading to the chapter it was left out of."""
    ids = set(_ANCHOR.findall(body))

    def led(match: re.Match[str]) -> str:
        goal = match[1]
        while goal not in ids and "--" in goal:
            goal = goal.rpartition("--")[0]
        return f' href="#{goal}"' if goal in ids else ""

    return _REFERENCE.sub(led, body)
