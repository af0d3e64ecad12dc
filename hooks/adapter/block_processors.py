"""Python-Markdown's block processors, tried only on blocks that they may have to do with.

It asks each of some twenty on each block of a page, although most blocks are one line of words, an entry of a
list or a paragraph; with the extensions of a site that is a twentieth of a build's computing time.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from xml.etree.ElementTree import Element

import markdown
from markdown.blockparser import BlockParser

# These look for signs at the beginning of a line, for an indent or for a second line, and do nothing with a
# block that has none of them.
SILENT = frozenset(
    [
        "markdown.blockprocessors.BlockQuoteProcessor",
        "markdown.blockprocessors.EmptyBlockProcessor",
        "markdown.blockprocessors.HRProcessor",
        "markdown.blockprocessors.HashHeaderProcessor",
        "markdown.blockprocessors.ListIndentProcessor",
        "markdown.blockprocessors.OListProcessor",
        "markdown.blockprocessors.ReferenceProcessor",
        "markdown.blockprocessors.SetextHeaderProcessor",
        "markdown.blockprocessors.UListProcessor",
        "markdown.extensions.abbr.AbbrBlockprocessor",
        "markdown.extensions.admonition.AdmonitionProcessor",
        "markdown.extensions.def_list.DefListIndentProcessor",
        "markdown.extensions.def_list.DefListProcessor",
        "markdown.extensions.footnotes.FootnoteBlockProcessor",
        "markdown.extensions.md_in_html.MarkdownInHtmlProcessor",
        "markdown.extensions.tables.TableProcessor",
        "pymdownx.details.DetailsProcessor",
        "pymdownx.superfences.SuperFencesCodeBlockProcessor",
        "pymdownx.tabbed.TabbedProcessor",
    ]
)
# What opens a quotation in the languages of a site; no sign of Markdown's.
_QUOTES = frozenset("„“”«»‚‘’")


def pass_words_on(converter: markdown.Markdown) -> markdown.Markdown:
    """Have a converter try its block processors so, if it goes over blocks as Python-Markdown does."""
    if type(converter.parser) is BlockParser:
        converter.parser.__class__ = _BlockParser
    return converter


def is_silent(processor: object) -> bool:
    """Whether a processor does nothing with a line of words."""
    return f"{type(processor).__module__}.{type(processor).__qualname__}" in SILENT


def is_words(block: str) -> bool:
    """Whether a block is one line that begins with a letter or a quotation mark."""
    return (block[:1].isalpha() or block[:1] in _QUOTES) and "\n" not in block


class _BlockParser(BlockParser):
    def parseDocument(self, lines: Iterable[str]) -> Any:  # noqa: N802
        """See `BlockParser`; extensions may have other processors for each page."""
        self._all = list(self.blockprocessors)
        self._few = [processor for processor in self._all if not is_silent(processor)]
        return super().parseDocument(lines)

    def parseBlocks(self, parent: Element, blocks: list[str]) -> None:  # noqa: N802
        """See `BlockParser`."""
        while blocks:
            for processor in self._few if is_words(blocks[0]) else self._all:
                if processor.test(parent, blocks[0]) and processor.run(parent, blocks) is not False:
                    break
