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
# What may stand between the mark of an entry and its words.
_BEFORE_WORDS = " \t["
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
    for kind, section, lines in _Blocks(page, syntax):
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


_Block = tuple[Kind, str, Sequence[Line]]
# They are looked up for every line.
_ITEM, _PARAGRAPH = Kind.ITEM, Kind.PARAGRAPH


class _Blocks:
    """The blocks of a page's body, each with its section and its lines."""

    def __init__(self, page: Page, syntax: Syntax) -> None:
        self._headings = {heading.position.line: heading.id for heading in page.document.headings}
        self._section, self._kind, self._block = "", _PARAGRAPH, list[Line]()
        lines, read = page.document.lines[page.front.end :], shown(page.document, syntax).read.split("\n")
        self._lines = enumerate(zip(lines, read, strict=False), page.front.end + 1)

    def __iter__(self) -> Iterator[_Block]:
        headings = self._headings
        for number, (line, masked) in self._lines:
            # Nearly every line is words alone, an entry of them, or empty.
            if line == masked and number not in headings and not line[-1:].isspace():
                if line[:1].isalpha():
                    self._block.append((number, 1, line))
                    continue
                if not line or (line[:2] == "- " and line[2] not in _BEFORE_WORDS):
                    if self._block:
                        yield self._kind, self._section, self._block
                    self._block = [(number, 3, line[2:])] if line else []
                    self._kind = _ITEM if line else _PARAGRAPH
                    continue
            yield from self._other(number, line.rstrip(), masked.rstrip())
        yield from self._ended(_PARAGRAPH)

    def _ended(self, kind: Kind) -> Iterator[_Block]:
        """The block that ends where one of some kind begins."""
        if self._block:
            yield self._kind, self._section, self._block
            self._block = []
        self._kind = kind

    def _other(self, number: int, line: str, masked: str) -> Iterator[_Block]:
        """Take a line that may be anything."""
        start = _START.match(line)
        begun = start.lastgroup if start else None
        # A line of a quotation that holds no more than its sign parts paragraphs as well.
        if start is None or begun == "silent" or not line.strip(" \t>") or _is_hidden(line, masked):
            yield from self._ended(_PARAGRAPH)
            return
        if begun or number in self._headings:
            yield from self._ended(_ITEM if begun == "item" else _PARAGRAPH)
        self._section = self._headings.get(number, self._section)
        if "|" in line and (row := _ROW.match(line)):
            if not _RULE_OF_TABLE.match(line):
                yield from ((Kind.CELL, self._section, [cell]) for cell in _cells(row, number))
            return
        begin, text = start.end(), line[start.end() :]
        if begun == "titled":
            text = text.removesuffix('"') if start["title"] else ""
        if number in self._headings:
            text = text.rstrip("#").rstrip()
            if text:
                yield Kind.HEADING, self._section, [(number, begin + 1, text)]
        elif text:
            self._block.append((number, begin + 1, text))
            if begun == "titled":
                yield from self._ended(_PARAGRAPH)


def _cells(row: re.Match[str], number: int) -> Iterator[Line]:
    for cell in _CELL.finditer(row["cells"]):
        inner = cell[0].strip()
        yield number, row.start("cells") + cell.start() + cell[0].find(inner) + 1, inner


def _is_hidden(line: str, masked: str) -> bool:
    """Whether Markdown does not read the line: code, a comment, or the inside of a raw element."""
    return masked != line and not _TAG.sub("", masked).strip()
