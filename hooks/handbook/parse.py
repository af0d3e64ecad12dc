"""Markdown text to a `Document`: front matter with lines, headings, ids, links, sections.

A scanner rather than a full conversion: it must find the same headings, ids and links as
Python-Markdown does, with their places, in a small part of the time. What it relies on is pinned
by tests that convert the same text with Python-Markdown.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from html import unescape

from markdown.extensions.toc import slugify, unique

from . import front_matter
from .masking import mask
from .model import Document, Heading, Item, Link, Position, Section

# ## Text {#id}     also "##Text ##"; indented by fours inside a container
_ATX = re.compile(r"^(?: {4})*(?P<level>#{1,6})(?P<text>[^\n]*?)#*[ \t]*$", re.MULTILINE)
# Text
# ----      only where the block begins with it
_SETEXT = re.compile(r"(?:\A|\n[ \t]*\n)(?P<text>[^\n#>|\-*+ \t][^\n]*)\n(?P<rule>=+|-+)[ ]*(?=\n|\Z)")
# { #id .class key=value }
_ATTRIBUTES = re.compile(r"\{:?[ ]*(?P<list>[^}\n ][^}\n]*?)[ ]*\}")
_ATTRIBUTE_ID = re.compile(r"(?:^|[ ])(?:#|id=['\"]?)(?P<id>[^\s'\"}]+)")

_BRACKETS = r"(?:[^\[\]\n]|\n(?![ \t]*\n)|\[(?:[^\[\]\n]|\n(?![ \t]*\n)|\[[^\[\]\n]*\])*+\])*+"
# [text](target "title"), ![text](target), [text](<target>)
_INLINE = re.compile(
    rf"""
    (?P<image>!?)\[(?P<text>{_BRACKETS})\]
    \([ \t]*\n?[ \t]*
    (?P<target><[^>\n]*>|(?:[^()\s]|\((?:[^()\s]|\([^()\s]*\))*+\))*+)
    (?:[ \t\n]+(?:"[^"]*"|'[^']*'))?[ \t]*\)
    """,
    re.VERBOSE,
)
# [name]: target "title"        but not a footnote, [^name]:
_DEFINITION = re.compile(
    r"^[ ]{0,3}\[(?P<name>[^\]\n^][^\]\n]*)\]:[ \t]*(?P<target><[^>\n]*>|\S+)", re.MULTILINE
)
_TAG = re.compile(r"<(?P<name>[a-zA-Z][\w-]*)(?P<attributes>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*+)>")
_ATTRIBUTE = re.compile(
    r"(?<![\w-])(?P<name>href|src|id|name)\s*=\s*(?P<value>\"[^\"]*\"|'[^']*'|[^\s>]+)", re.IGNORECASE
)
_MARKER = re.compile(r"^<!--[ \t]*handbook:[ \t]*(?P<name>[^\n]*?)[ \t]*-->[ \t]*$", re.MULTILINE)
_ITEM = re.compile(r"^ {0,3}(?P<marker>[-*+]|\d+\.)[ \t]+(?P<task>\[[ xX]\][ \t]+)?(?P<text>.*)$")
_MARKUP = re.compile(r"[*_`]+|<[^>]*>")


def parse(text: str) -> Document:
    """Take a page apart.

    Args:
        text: the whole page as it stands in its file, with "\\n" as line end.

    Returns:
        The document. Never raises on bad input: what is wrong is in `problems`.
    """
    front, problems = front_matter.read(text)
    _, _, body = front_matter.split(text)
    start = len(text) - len(body)
    # Blank the front matter instead of cutting it, so that all places are places in the file.
    head = re.sub(r"[^\n]", " ", text[:start])
    masked = head + mask(text[start:])
    places = _Places(text)

    ids = _ids(masked, places)
    headings = tuple(_headings(text, masked, places, ids))
    for heading in headings:
        ids.setdefault(heading.id, heading.position)
    links = tuple(sorted(_links(text, masked, places), key=lambda link: link.position))
    markers = tuple(
        (m["name"], places.at(m.start())) for m in _MARKER.finditer(text) if m.start() >= start
    )
    sections = tuple(_sections(text, masked, headings, front.end))
    return Document(text, front, headings, links, ids, sections, markers, problems)


def plain(markdown: str) -> str:
    """Inline Markdown to plain words: links become their text, emphasis and tags go."""
    previous = None
    while previous != markdown:
        previous, markdown = markdown, _INLINE.sub(lambda m: m["text"], markdown)
    markdown = _ATTRIBUTES.sub("", markdown)
    return unescape(_MARKUP.sub("", markdown)).strip()


class _Places:
    """Offsets to lines and columns."""

    def __init__(self, text: str) -> None:
        self._starts = [0]
        self._starts.extend(m.end() for m in re.finditer("\n", text))

    def at(self, offset: int) -> Position:
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)


def _ids(masked: str, places: _Places) -> dict[str, Position]:
    found: dict[str, Position] = {}
    for match in _ATTRIBUTES.finditer(masked):
        if given := _ATTRIBUTE_ID.search(match["list"]):
            found.setdefault(given["id"], places.at(match.start()))
    for tag in _TAG.finditer(masked):
        for attribute in _ATTRIBUTE.finditer(tag["attributes"]):
            name = attribute["name"].lower()
            if name == "id" or (name == "name" and tag["name"].lower() == "a"):
                found.setdefault(unescape(attribute["value"].strip("\"'")), places.at(tag.start()))
    return found


def _headings(text: str, masked: str, places: _Places, ids: dict[str, Position]) -> Iterator[Heading]:
    used = set(ids)
    found = [(m.start("level"), len(m["level"]), m.span("text")) for m in _ATX.finditer(masked)]
    for m in _SETEXT.finditer(masked):
        found.append((m.start("text"), 1 if m["rule"][0] == "=" else 2, m.span("text")))
    for start, level, (begin, end) in sorted(found):
        source = text[begin:end].rstrip().rstrip("#")
        attributes = re.search(rf"[ ]*{_ATTRIBUTES.pattern}[ ]*$", source)
        explicit = _ATTRIBUTE_ID.search(attributes["list"]) if attributes else None
        words = plain(source[: attributes.start()] if attributes else source)
        if explicit:
            identifier = explicit["id"]
        else:
            identifier = unique(slugify(words, "-"), used)
        yield Heading(level, words, identifier, explicit is not None, places.at(start))


def _links(text: str, masked: str, places: _Places) -> Iterator[Link]:
    yield from _inline(text, masked, places, 0, len(masked))
    for match in _DEFINITION.finditer(masked):
        target = unescape(match["target"].strip("<>"))
        yield Link(target, match["name"], "reference", places.at(match.start("target")))
    for tag in _TAG.finditer(masked):
        for attribute in _ATTRIBUTE.finditer(tag["attributes"]):
            if attribute["name"].lower() in ("href", "src"):
                place = places.at(tag.start("attributes") + attribute.start())
                yield Link(unescape(attribute["value"].strip("\"'")), "", "html", place)


def _inline(text: str, masked: str, places: _Places, start: int, end: int) -> Iterator[Link]:
    for match in _INLINE.finditer(masked, start, end):
        target = unescape(match["target"].strip("<>"))
        kind = "image" if match["image"] else "link"
        words = text[match.start("text") : match.end("text")]
        yield Link(target, words, kind, places.at(match.start()))
        if "](" in match["text"]:
            # An image inside a link: [![text](picture.png)](page.md)
            yield from _inline(text, masked, places, match.start("text"), match.end("text"))


def _sections(
    text: str, masked: str, headings: tuple[Heading, ...], front_end: int
) -> Iterator[Section]:
    lines = text.split("\n")
    shown = masked.split("\n")
    bounds: list[tuple[Heading | None, int, int]] = []
    first = front_end  # index of the first line of the body
    previous: Heading | None = None
    for heading in headings:
        bounds.append((previous, first, heading.position.line - 1))
        previous, first = heading, heading.position.line
    bounds.append((previous, first, len(lines)))
    for opened, begin, stop in bounds:
        items = tuple(_items(lines, shown, begin, stop))
        paragraphs = tuple(_paragraphs(shown, lines, begin, stop))
        position = opened.position if opened else Position(begin + 1)
        body = "\n".join(lines[begin:stop]).strip("\n")
        yield Section(opened.id if opened else "", opened, body, position, items, paragraphs)


def _items(lines: list[str], shown: list[str], begin: int, stop: int) -> Iterator[Item]:
    open_item: tuple[str, str, bool, Position] | None = None
    for number in range(begin, stop):
        match = _ITEM.match(lines[number]) if shown[number].strip() else None
        if match:
            if open_item:
                yield Item(*open_item)
            column = match.start("marker") + 1
            place = Position(number + 1, column)
            open_item = (match["text"].strip(), match["marker"], match["task"] is not None, place)
        elif open_item and lines[number].strip():
            # A wrapped line goes on with the item.
            open_item = (f"{open_item[0]} {lines[number].strip()}", *open_item[1:])
        elif open_item:
            yield Item(*open_item)
            open_item = None
    if open_item:
        yield Item(*open_item)


def _paragraphs(shown: list[str], lines: list[str], begin: int, stop: int) -> Iterator[str]:
    block: list[str] = []
    for number in range(begin, stop):
        if shown[number].strip():
            block.append(lines[number])
            continue
        if block and not _ITEM.match(block[0]):
            yield " ".join(line.strip() for line in block)
        block = []
    if block and not _ITEM.match(block[0]):
        yield " ".join(line.strip() for line in block)
