"""The HTML of a page to its sections: heading, id and plain text."""

from __future__ import annotations

from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from ..base.html_tree import html_tree

_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_SILENT = {"script", "style", "template", "svg"}
# Between these a reader sees a gap, so there is one between their words.
_BLOCKS = {"p", "li", "dt", "dd", "td", "th", "tr", "div", "blockquote", "pre", "ul", "ol", "table", "br"}


@dataclass
class Section:
    """What stands between two headings; `id` and `title` are empty before the first one."""

    id: str = ""
    title: str = ""
    blocks: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join(self.blocks)


def sections(html: str) -> list[Section]:
    """Take a page's content apart.

    Args:
        html: the content without the page's frame. What has the attribute `data-search-exclude`, and
            the links beside headings, are left out.

    Returns:
        The sections in their order; the first is what stands before the first heading.
    """
    reading = _Reading()
    body = html_tree(html).body
    if body is not None:
        reading.children(body)
    reading.end_block()
    return reading.sections


class _Reading:
    """Goes through a page and keeps its text by section and block."""

    def __init__(self) -> None:
        self.sections = [Section()]
        self._in_heading = False
        self._in_deleted = False
        self._text: list[str] = []

    def children(self, node: LexborNode) -> None:
        for child in node.iter(include_text=True):
            if child.tag != "-text":
                self._element(child)
                continue
            text = child.text_content or ""
            self._text.append(text)
            if self._in_deleted:
                self.sections[-1].deleted[-1] += text

    def end_block(self) -> None:
        """What was read since the last block is one of its own."""
        if self._text and not self._in_heading and (text := self._take()):
            self.sections[-1].blocks.append(text)

    def _element(self, node: LexborNode) -> None:
        tag, attributes = node.tag, node.attributes
        is_block = tag in _BLOCKS
        if is_block:
            self.end_block()
        if tag in _SILENT or "data-search-exclude" in attributes or attributes.get("class") == "headerlink":
            return
        if tag in _HEADINGS:
            self.end_block()
            self.sections.append(Section(attributes.get("id") or ""))
            self._in_heading = True
            self.children(node)
            self.sections[-1].title = self._take()
            self._in_heading = False
        elif tag == "del":
            self._in_deleted = True
            self.sections[-1].deleted.append("")
            self.children(node)
            self._in_deleted = False
        else:
            self.children(node)
        if is_block:
            self.end_block()

    def _take(self) -> str:
        text = " ".join("".join(self._text).split())
        self._text.clear()
        return text
