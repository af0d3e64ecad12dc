"""Extension of Python-Markdown: slots become <span class="slot">, and nothing else in brackets does;
a line of a written reply stays a line.

It goes over the finished tree: a reference or a link has become an element by then, and code, raw
HTML and escaped brackets are no text any more. What is left in brackets is a slot where things are
said or sent, and plain text everywhere else.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from ..model.card import REPLY_IDS
from ..model.slots import SECTIONS, SLOT

# What holds things said or sent outside the sections for them; phrases of the phrasebook, the box of
# the local rules and the briefs of the role-plays carry these classes.
_CLASSES = frozenset({"phrase", "local-rule", "brief", "reply"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# Their text is a name, an address or somebody's code.
_SILENT = frozenset({"a", "code", "pre", "script", "style"}) | _HEADINGS
# After the attribute lists (8), which give headings their ids, before escaped signs come back (0).
_PRIORITY = 3


class SlotMarkup(Extension):
    """Registers the treeprocessor."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        md.treeprocessors.register(_Slots(md), "slots", _PRIORITY)


class _Slots(Treeprocessor):
    def run(self, root: Element) -> None:
        section = ""
        for child in root:
            if child.tag in _HEADINGS:
                section = child.get("id", "")
            elif section in SECTIONS:
                _mark(child)
                if section in REPLY_IDS and child.tag == "blockquote":
                    for paragraph in child.iter("p"):
                        _keep_lines(paragraph)
        _look(root)


def _look(element: Element) -> None:
    """Go down to what holds things said or sent."""
    if element.tag == "blockquote" or _CLASSES.intersection(element.get("class", "").split()):
        _mark(element)
        return
    below = list(element)
    for child in below:
        _look(child)
    # The phrase in other languages stands in the list below the phrase.
    for before, after in pairwise(below):
        if "phrase" in before.get("class", "").split() and after.tag == "ul":
            _mark(after)


def _keep_lines(paragraph: Element) -> None:
    """Put a break at each line end: what is sent is copied line by line."""
    for child in reversed(list(paragraph)):
        child.tail = _broken(paragraph, list(paragraph).index(child) + 1, child.tail)
    paragraph.text = _broken(paragraph, 0, paragraph.text)


def _broken(paragraph: Element, at: int, text: str | None) -> str | None:
    """Insert the lines of a text after its first one at a place; returns the first."""
    first, *others = (text or "").split("\n")
    for number, line in enumerate(others):
        br = Element("br")
        br.tail = line
        paragraph.insert(at + number, br)
    return first if text is not None else None


def _mark(element: Element) -> None:
    """Mark the slots in an element and all below it."""
    if element.tag in _SILENT:
        return
    for child in list(element):
        _mark(child)
        spans = _split(child.tail)
        if spans is not None:
            child.tail = spans[0]
            at = list(element).index(child) + 1
            element[at:at] = spans[1]
    spans = _split(element.text)
    if spans is not None:
        element.text = spans[0]
        element[0:0] = spans[1]


def _split(text: str | None) -> tuple[str, list[Element]] | None:
    """The text before the first slot, and an element for each slot with the text after it."""
    if not text or "[" not in text or isinstance(text, AtomicString):
        return None
    found = list(SLOT.finditer(text))
    if not found:
        return None
    ends = [*(match.start() for match in found[1:]), len(text)]
    return text[: found[0].start()], [
        _slot(match["example"], text[match.end() : end]) for match, end in zip(found, ends, strict=True)
    ]


def _slot(example: str, after: str) -> Element:
    span = Element("span", {"class": "slot"})
    span.text = example
    span.tail = after
    return span


def makeExtension(**options: Any) -> SlotMarkup:  # noqa: N802
    """What Python-Markdown calls."""
    return SlotMarkup(**options)
