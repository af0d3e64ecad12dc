"""Python-Markdown's block processors, tried only on blocks that they may have to do with.

It asks each of some twenty on each block of a page, although most blocks are words alone; with the extensions
of a site that is a twentieth of a build's computing time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any
from xml.etree.ElementTree import Element

import markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor

# What begins each line that a processor looks for; it does nothing with a block that has no such line. "1" is
# any digit. A space or an end of line has to begin the block itself.
ACTING_ON = {
    "markdown.blockprocessors.BlockQuoteProcessor": ">",
    "markdown.blockprocessors.EmptyBlockProcessor": "\n",
    "markdown.blockprocessors.HRProcessor": "*-_",
    "markdown.blockprocessors.HashHeaderProcessor": "#",
    "markdown.blockprocessors.ListIndentProcessor": " ",
    "markdown.blockprocessors.OListProcessor": "1",
    "markdown.blockprocessors.ReferenceProcessor": "[",
    "markdown.blockprocessors.SetextHeaderProcessor": "-=",
    "markdown.blockprocessors.UListProcessor": "*+-",
    "markdown.extensions.abbr.AbbrBlockprocessor": "*",
    "markdown.extensions.admonition.AdmonitionProcessor": " !",
    "markdown.extensions.def_list.DefListIndentProcessor": " ",
    "markdown.extensions.def_list.DefListProcessor": ":",
    "markdown.extensions.footnotes.FootnoteBlockProcessor": "[",
    "markdown.extensions.md_in_html.MarkdownInHtmlProcessor": "\x02",
    "markdown.extensions.tables.TableProcessor": "-:|",
    "pymdownx.blocks.BlocksProcessor": "/",
    "pymdownx.details.DetailsProcessor": " ?",
    "pymdownx.superfences.SuperFencesCodeBlockProcessor": " ",
    "pymdownx.tabbed.TabbedProcessor": " =",
}
# The same at the beginning of a line.
_SIGN = re.compile(r"\n *([\d#>|:\[!?=*_+/\x02-])")


def try_where_due(converter: markdown.Markdown) -> markdown.Markdown:
    """Have a converter try its block processors so, if it goes over blocks as Python-Markdown does."""
    if type(converter.parser) is BlockParser:
        converter.parser.__class__ = _BlockParser
    return converter


def signs_of(block: str) -> frozenset[str]:
    """What begins the lines of a block, as `ACTING_ON` has it; each digit is there as it stands."""
    begun = block[:1] or "\n"
    found = _SIGN.findall(f"\n{block}")
    return frozenset((*found, begun) if begun in " \n" else found)


def may_act(processor: BlockProcessor, signs: frozenset[str]) -> bool:
    """Whether a processor may do anything with a block that has these signs."""
    acting_on = ACTING_ON.get(f"{type(processor).__module__}.{type(processor).__qualname__}")
    if acting_on is None:
        return True
    return any(sign in acting_on or (sign.isdecimal() and "1" in acting_on) for sign in signs)


class _BlockParser(BlockParser):
    # A parser becomes one after it was made.
    _all: Sequence[Any] = ()
    _stacks: Sequence[Sequence[Any]] = ()
    _known: dict[frozenset[str], list[Any]]

    def parseDocument(self, lines: Iterable[str]) -> Any:  # noqa: N802
        """See `BlockParser`; extensions may have other processors for each page."""
        present = list(self.blockprocessors)
        if present != self._all:
            self._all, self._known = present, {}
            self._stacks = [processor.stack for processor in present if hasattr(processor, "stack")]
        return super().parseDocument(lines)

    def parseBlocks(self, parent: Element, blocks: list[str]) -> None:  # noqa: N802
        """See `BlockParser`."""
        while blocks:
            for processor in self._due(blocks[0]):
                if processor.test(parent, blocks[0]) and processor.run(parent, blocks) is not False:
                    break

    def _due(self, block: str) -> Sequence[Any]:
        if any(self._stacks):  # One of PyMdown's blocks that was begun takes all that follows.
            return self._all
        signs = signs_of(block)
        if (found := self._known.get(signs)) is None:
            found = self._known[signs] = [one for one in self._all if may_act(one, signs)]
        return found
