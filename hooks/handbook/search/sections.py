"""The HTML of a page to its sections: heading, id and plain text."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_SILENT = {"script", "style", "template", "svg"}
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
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
    parser = _Parser()
    parser.feed(html)
    parser.close()
    parser.end_block()
    return parser.sections


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.sections = [Section()]
        self._open: list[tuple[str, bool]] = []
        self._skipped = 0
        self._heading: str | None = None
        self._deleted = False
        self._text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self.end_block()
        if tag in _VOID:
            return
        given = dict(attrs)
        silent = tag in _SILENT or "data-search-exclude" in given or given.get("class") == "headerlink"
        self._open.append((tag, silent))
        self._skipped += silent
        if self._skipped:
            return
        if tag in _HEADINGS:
            self.end_block()
            self.sections.append(Section(given.get("id") or ""))
            self._heading = tag
        elif tag == "del":
            self._deleted = True
            self.sections[-1].deleted.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag not in (name for name, _ in self._open):
            return
        while self._open:
            name, silent = self._open.pop()
            self._skipped -= silent
            if name == self._heading:
                self.sections[-1].title = self._take()
                self._heading = None
            if name == tag:
                break
        if tag == "del":
            self._deleted = False
        if tag in _BLOCKS:
            self.end_block()

    def handle_data(self, data: str) -> None:
        if self._skipped:
            return
        self._text.append(data)
        if self._deleted:
            self.sections[-1].deleted[-1] += data

    def end_block(self) -> None:
        """What was read since the last block is one of its own."""
        if self._heading is None and (text := self._take()):
            self.sections[-1].blocks.append(text)

    def _take(self) -> str:
        text = " ".join("".join(self._text).split())
        self._text.clear()
        return text
