"""The whole handbook of one language as one HTML document to print, made from the built site.

Every page becomes a chapter; its ids get the page's address in front, so that they stay apart, and
links between pages become links within the book. Chromium knows no cross-references to page numbers:
the contents take them from a first printing.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from ..model.card import PART_IDS, REPLY_IDS

_ARTICLE = re.compile(r'<article class="(?P<classes>[^"]*)"[^>]*>(?P<text>.*)</article>', re.DOTALL)
_TAG = re.compile(r"<[a-zA-Z][^>]*>")
_ATTRIBUTE = re.compile(
    r'(?P<space>\s)(?P<name>id|href|src|for|name|aria-labelledby|aria-describedby|popovertarget)="(?P<value>[^"]*)"'
)
_STYLED = (*PART_IDS, *REPLY_IDS, "related", "customer-words")
# In the book an id is no longer unique by itself, so the styles go by another attribute.
_SECTION = re.compile(rf"#(?P<id>{'|'.join(_STYLED)})(?![\w-])")
# The theme's own sheet, whose name changes with its content.
_THEME = "stylesheets/main.*.css"
_SHEETS = ("handbook.css", "reading.css", "phrases.css", "card.css", "print.css", "book.css")


@dataclass(frozen=True)
class Chapter:
    """A page of the book, or, without an address, the name of a part."""

    title: str
    level: int
    address: str = ""

    @property
    def anchor(self) -> str:
        return anchor(self.address)


@dataclass(frozen=True)
class Words:
    """What the book says that no page says: its title, and the lines of the title page."""

    code: str
    title: str
    lines: tuple[str, ...]
    contents: str


def anchor(address: str, id: str = "") -> str:
    """The id in the book of a page, or of a place on it."""
    return f"{address.strip('/').replace('/', '--')}{f'--{id}' if id else ''}"


def chapters(
    navigation: list[Any], titles: Mapping[str, str], code: str, level: int = 1
) -> Iterator[Chapter]:
    """The chapters in the order of the navigation, with its parts as headings.

    Args:
        navigation: entries as MkDocs has them: a slug, or a name with a slug or more entries.
        titles: the titles of the pages by slug.
        code: the language, which is the folder of its pages.
    """
    for entry in navigation:
        if isinstance(entry, str):
            yield Chapter(titles[entry], level, _address(code, entry))
            continue
        for name, inner in entry.items():
            if isinstance(inner, str):
                yield Chapter(name, level, _address(code, inner))
            else:
                yield Chapter(name, level)
                yield from chapters(inner, titles, code, level + 1)


def book(site: Path, found: list[Chapter], words: Words, numbers: Mapping[str, int]) -> str:
    """The book as HTML.

    Args:
        site: the built site.
        found: the chapters; those with an address must stand in the site.
        words: what stands on the title page.
        numbers: page numbers by anchor; where one is missing, its place stays empty.
    """
    known = {chapter.address for chapter in found if chapter.address}
    paths = [*sorted((site / "assets").glob(_THEME)), *(site / "assets" / name for name in _SHEETS)]
    sheets = "".join(f"<style>{_sheet(path)}</style>" for path in paths)
    lines = "".join(f"<p>{escape(line)}</p>" for line in words.lines)
    parts = [
        f'<!doctype html>\n<html lang="{words.code}" data-scheme="light"><head><meta charset="utf-8">',
        f"<title>{escape(words.title)}</title>{sheets}</head><body>",
        f'<section class="cover"><h1>{escape(words.title)}</h1>{lines}</section>',
        f'<nav class="book-contents"><h1>{escape(words.contents)}</h1>',
        *(_line(chapter, numbers) for chapter in found),
        "</nav>",
        *(_chapter(site, chapter.address, known) for chapter in found if chapter.address),
        "</body></html>",
    ]
    return "\n".join(parts)


def _address(code: str, slug: str) -> str:
    path = f"{code}/{slug}".removesuffix(".md")
    return f"{path.removesuffix('index')}" if path.endswith("/index") else f"{path}/"


def _sheet(path: Path) -> str:
    return _SECTION.sub(r'[data-id="\g<id>"]', path.read_text("utf8"))


def _line(chapter: Chapter, numbers: Mapping[str, int]) -> str:
    title = escape(chapter.title)
    if not chapter.address:
        return f'<p class="part level-{chapter.level}">{title}</p>'
    number = numbers.get(chapter.anchor, "")
    return (
        f'<p class="level-{chapter.level}"><a href="#{chapter.anchor}"><span>{title}</span> '
        f"<b>{number}</b></a></p>"
    )


def _chapter(site: Path, address: str, known: set[str]) -> str:
    html = (site / address / "index.html").read_text("utf8")
    article = _ARTICLE.search(html)
    if article is None:
        raise ValueError(f"{address}: the page has no <article>")

    def tag(match: re.Match[str]) -> str:
        return _ATTRIBUTE.sub(lambda found: _attribute(site, address, known, found), match[0])

    text = _TAG.sub(tag, article["text"])
    return f'<article class="{article["classes"]}" id="{anchor(address)}">{text}</article>'


def _attribute(site: Path, address: str, known: set[str], found: re.Match[str]) -> str:
    name, value = found["name"], found["value"]
    if name == "href":
        value = _href(address, known, value)
        if value is None:
            return ""  # A link out of the book leads nowhere on paper.
    elif name == "src":
        value = (site / address / value).resolve().as_uri() if "://" not in value else value
    else:
        made = " ".join(anchor(address, id) for id in value.split())
        kept = f' data-id="{value}"' if name == "id" else ""
        return f'{found["space"]}{name}="{made}"{kept}'
    return f'{found["space"]}{name}="{value}"'


def _href(address: str, known: set[str], value: str) -> str | None:
    if "://" in value or value.startswith("mailto:"):
        return value
    path, _, id = value.partition("#")
    path = path.partition("?")[0]
    goal = posixpath.normpath(posixpath.join(address, path)) + "/" if path else address
    return f"#{anchor(goal, id)}" if goal in known else None
