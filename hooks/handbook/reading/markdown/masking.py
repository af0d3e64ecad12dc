"""Blanking what Markdown does not read: code, comments, scripts and escaped characters.

Everything is replaced by spaces of the same length, so that what is found afterwards keeps its
line and column. The rules are Python-Markdown's, not CommonMark's, as that is what the site gets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .code_spans import mask_spans
from .fences import without_fences
from .indents import mask_indented
from .plain_text import ESCAPED

_NOT_NEWLINE = re.compile(r"[^\n]")

# Comments, and elements with no Markdown in them. At the beginning of a line they come before all else;
# within a line a code span that shows one goes first, and a comment ends with its paragraph. The
# opening tag stays, as it may carry an id.
_RAW = r"(?P<tag><(?P<name>pre|script|style|textarea)\b[^>]*>)(?P<text>.*?)(?P<end></(?P=name)\s*>)"
_RAW_BLOCK = re.compile(rf"^[ ]{{0,3}}(?:<!--.*?-->|{_RAW})", re.DOTALL | re.IGNORECASE | re.MULTILINE)
_RAW_INLINE = re.compile(rf"<!--(?:[^\n]|\n(?![ \t]*\n))*?-->|{_RAW}", re.DOTALL | re.IGNORECASE)
# Elements whose content Markdown does not read, unless they say `markdown`.
_BLOCK = re.compile(
    r"^[ ]{0,3}<(?P<name>div|section|article|aside|details|figure|header|footer|main|nav|table|ul|ol|dl|p"
    r"|form|center|blockquote|address|fieldset|iframe|video|audio|object|canvas)\b(?P<attributes>[^>]*)>",
    re.MULTILINE | re.IGNORECASE,
)
# *[HTML]: what it stands for        {>> a comment <<}        $a[i](t)$ \(a[i](t)\) \[a[i](t)\]
_UNREAD = {
    "*[": re.compile(r"^\*\[[^\]\n]*\][ ]?:[^\n]*$", re.MULTILINE),
    "{>>": re.compile(r"\{>>.*?<<\}", re.DOTALL),
    "$": re.compile(
        r"(?<![\\$])\$\$(?!\$)(?:[^\n$]|\n(?![ \t]*\n))+\$\$"
        r"|(?<![\\$])\$(?![\s$])(?:\\.|[^\\$\n]|\n(?![ \t]*\n))+(?<!\s)\$"
    ),
    "\\(": re.compile(r"(?<!\\)\\\((?:[^\n]|\n(?![ \t]*\n))+?\\\)"),
    "\\[": re.compile(r"(?<!\\)\\\[(?:[^\n]|\n(?![ \t]*\n))+?\\\]"),
}
_TAGS = re.compile(r"<[^<>]*>")
_MARKDOWN = re.compile(r"(?<![\w-])markdown(?![\w-])(?!\s*=\s*[\"']?0)", re.IGNORECASE)


def mask_code(text: str, boxes: tuple[str, ...] = (), *, superfences: bool = True) -> str:
    """The text with fenced and indented code blanked; same length, same lines.

    Args:
        text: the body of a page.
        boxes: the marks of admonitions and the like that the site knows.
        superfences: whether fences count in entries and boxes, too.
    """
    text = without_fences(text, nested=superfences)
    if (
        "\n    " in text
        or "\n\t" in text
        or text.startswith(("    ", "\t"))
        or "\n>" in text
        or text[:1] == ">"
    ):
        text = "\n".join(mask_indented(text.split("\n"), boxes))
    return text


def indented_code(text: str, without_code: str, *, superfences: bool = True) -> Iterator[tuple[int, str]]:
    """Where each run of lines begins that an indent turns into code: its offset, and its first line.

    Args:
        text: the body of a page.
        without_code: the same as `mask_code` leaves it.
        superfences: as it was told of.
    """
    text = without_fences(text, nested=superfences)
    if text == without_code:
        return
    at, was_code = 0, False
    for line, masked in zip(text.split("\n"), without_code.split("\n"), strict=True):
        is_code = bool(line.strip()) and not masked.strip()
        if is_code and not was_code:
            yield at, line
        was_code = is_code or (was_code and not line.strip())
        at += len(line) + 1


def mask(text: str, md_in_html: bool = True, unread: tuple[str, ...] = ()) -> str:
    """The text with all else that is not read as Markdown blanked; same length, same lines.

    Args:
        text: what `mask_code` gives.
        md_in_html: whether elements that say `markdown` are read.
        unread: the marks of what is no Markdown on the site: abbreviations, comments, formulas.
    """
    has_tags = "<" in text
    if has_tags:
        text = _RAW_BLOCK.sub(_blank_raw, text)
        text = _mask_html_blocks(text, md_in_html)
    if "`" in text:
        text = mask_spans(text)
    for mark in unread:
        if mark in text:
            text = _UNREAD[mark].sub(_blank, text)
    if has_tags:
        text = _RAW_INLINE.sub(_blank_raw, text)
    if "\\" in text:
        text = ESCAPED.sub(_blank, text)
    return text


def _mask_html_blocks(text: str, md_in_html: bool) -> str:
    """Blank the words inside raw block elements; their tags stay, as they carry links and ids."""
    at = 0
    while match := _BLOCK.search(text, at):
        if md_in_html and _MARKDOWN.search(match["attributes"]):
            at = match.end()  # read as Markdown; an element inside it may still be raw
            continue
        end = _end_of_element(text, match["name"], match.end())
        inner = text[match.end() : end]
        pieces, last = [], 0
        for tag in _TAGS.finditer(inner):
            pieces += [_NOT_NEWLINE.sub(" ", inner[last : tag.start()]), tag[0]]
            last = tag.end()
        pieces.append(_NOT_NEWLINE.sub(" ", inner[last:]))
        text = text[: match.end()] + "".join(pieces) + text[end:]
        at = end
    return text


def _end_of_element(text: str, name: str, at: int) -> int:
    """Where the element that was opened before `at` is closed; the next blank line if it never is."""
    depth = 1
    for tag in re.finditer(rf"<(?P<close>/?){name}\b[^>]*>", text[at:], re.IGNORECASE):
        depth += -1 if tag["close"] else 1
        if depth == 0:
            return at + tag.start()
    blank = text.find("\n\n", at)
    return blank if blank >= 0 else len(text)


def _blank(match: re.Match[str]) -> str:
    return _NOT_NEWLINE.sub(" ", match[0])


def _blank_raw(match: re.Match[str]) -> str:
    if match["tag"] is None:
        return _blank(match)
    before = match[0][: match.start("tag") - match.start()]
    return before + match["tag"] + _NOT_NEWLINE.sub(" ", match["text"]) + match["end"]
