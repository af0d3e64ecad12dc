"""The passages of a page: title, customers' words, headings, paragraphs, list items, table cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..base.kept import kept
from ..model.document import Syntax
from ..model.project import Page
from ..model.slots import SECTIONS
from ..reading.markdown.shown import shown
from .data_passages import later
from .markup import Line, prose
from .passage import Kind, Passage

# What stands before the text of a line: quotation, list marker with its box, heading, footnote,
# definition, admonition or tab with its title.
_START = re.compile(
    r"""
    [ \t>]*
    (?:
        (?P<heading>\#{1,6})[ \t]*
      | (?P<item>(?:[-*+]|\d+[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)
      | (?P<note>\[\^[^\]\n]+\]:[ \t]*)
      | (?P<titled>(?:!!!|\?\?\?\+?|===[!+]?)[^"\n]*(?P<title>"?))
      | (?P<definition>:[ \t]+)
      | (?P<silent>\[[^\]\n]+\]:|\*\[[^\]\n]+\]:|(?:[-*_][ ]*){3,}$|=+$|<!--\#?[ ]*handbook:)
    )?
    """,
    re.VERBOSE,
)
_ROW = re.compile(r"[ \t>]*\|(?P<cells>.*)\|[ \t]*$")
_CELL = re.compile(r"(?:[^|\\]|\\.)+")
_RULE_OF_TABLE = re.compile(r"[\s|:-]+$")
_TAG = re.compile(r"<[^<>]*>")
# {: lang="hr" }
_FOREIGN = re.compile(r"\{:?[^{}\n]*\blang=[^{}\n]*\}")


@kept
def passages(page: Page, language: str, syntax: Syntax) -> tuple[Passage, ...]:
    """What a page says.

    Args:
        page: the page.
        language: the language it is written in.
        syntax: which of Markdown's extensions the site has on.
    """
    if page.unreadable or page.front.broken:
        return ()
    return (*_front(page, language), *_body(page, language, syntax))


def _body(page: Page, language: str, syntax: Syntax) -> Iterator[Passage]:
    may_be_marked = "lang=" in page.document.text
    for kind, section, lines in _blocks(page, syntax):
        if may_be_marked and any(_FOREIGN.search(text) for _, _, text in lines):
            continue
        text, places, emphasised = prose(lines, slots=section in SECTIONS)
        if text.strip():
            yield Passage(page.file, language, text, places, kind, section, page, emphasised)


def _front(page: Page, language: str) -> Iterator[Passage]:
    for key, value in (("title", page.matter.title), ("description", page.matter.description)):
        if value:
            yield _value(page, language, value, Kind.TITLE, key)
    for index, value in enumerate(page.matter.customer_words):
        if value.strip():
            yield _value(page, language, value, Kind.CUSTOMER, "customer_words", index)


def _value(page: Page, language: str, value: str, kind: Kind, *path: str | int) -> Passage:
    places = later(page.document.lines, page.front.keys, path, value)
    return Passage(page.file, language, value, places, kind, str(path[0]), page)


def _blocks(page: Page, syntax: Syntax) -> Iterator[tuple[Kind, str, Sequence[Line]]]:
    """The blocks of the body, each with its section and its lines."""
    headings = {heading.position.line: heading.id for heading in page.document.headings}
    section, kind, block = "", Kind.PARAGRAPH, list[Line]()
    for number, line, masked in _lines(page, syntax):
        # Nearly every line is words alone, or empty.
        if line[:1].isalpha() and line == masked and number not in headings:
            block.append((number, 1, line))
            continue
        start = _START.match(line)
        begun = start.lastgroup if start else None
        # A line of a quotation that holds no more than its sign parts paragraphs as well.
        silent = not line.strip(" \t>") or _is_hidden(line, masked.rstrip())
        silent = silent or start is None or begun == "silent"
        if start is None or silent or number in headings or begun:
            if block:
                yield kind, section, block
                block = []
            if start is None or silent:
                kind = Kind.PARAGRAPH
                continue
            kind = Kind.ITEM if begun == "item" else Kind.PARAGRAPH
        section = headings.get(number, section)
        if "|" in line and (row := _ROW.match(line)):
            if not _RULE_OF_TABLE.match(line):
                yield from ((Kind.CELL, section, [cell]) for cell in _cells(row, number))
            continue
        begin, text = start.end(), line[start.end() :]
        if begun == "titled":
            text = text.removesuffix('"') if start["title"] else ""
        if number in headings:
            text = text.rstrip("#").rstrip()
            if text:
                yield Kind.HEADING, section, [(number, begin + 1, text)]
        elif text:
            block.append((number, begin + 1, text))
            if begun == "titled":
                yield Kind.PARAGRAPH, section, block
                block = []
    if block:
        yield kind, section, block


def _lines(page: Page, syntax: Syntax) -> Iterator[tuple[int, str, str]]:
    """The lines of the body: each with its number, as it stands there, and without what is not read."""
    lines = page.document.lines
    for number, masked in enumerate(shown(page.document, syntax).read.split("\n"), page.front.end + 1):
        yield number, lines[number - 1].rstrip(), masked


def _cells(row: re.Match[str], number: int) -> Iterator[Line]:
    for cell in _CELL.finditer(row["cells"]):
        inner = cell[0].strip()
        yield number, row.start("cells") + cell.start() + cell[0].find(inner) + 1, inner


def _is_hidden(line: str, masked: str) -> bool:
    """Whether Markdown does not read the line: code, a comment, or the inside of a raw element."""
    return masked != line and not _TAG.sub("", masked).strip()
