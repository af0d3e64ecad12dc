"""Blanking what Markdown does not read: code, comments, scripts and escaped characters.

Everything is replaced by spaces of the same length, so that what is found afterwards keeps its
line and column. The rules are Python-Markdown's, not CommonMark's, as that is what the site gets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .plain_text import ESCAPED

_NOT_NEWLINE = re.compile(r"[^\n]")

# ```python        (also ~~~, also indented inside a list or an admonition, closed by the same fence)
_FENCE = re.compile(
    r"""
    ^(?P<indent>[ \t>]*)(?P<fence>`{3,}|~{3,})[^\n`]*\n
    (?:.*\n)*?
    [ \t>]*(?P=fence)[ \t]*$
    """,
    re.MULTILINE | re.VERBOSE,
)
# Comments, and elements with no Markdown in them. At the beginning of a line they come before all else;
# within a line a code span that shows one goes first, and a comment ends with its paragraph. The
# opening tag stays, as it may carry an id.
_RAW = r"(?P<tag><(?P<name>pre|script|style|textarea)\b[^>]*>)(?P<text>.*?)(?P<end></(?P=name)\s*>)"
_RAW_BLOCK = re.compile(rf"^[ ]{{0,3}}(?:<!--.*?-->|{_RAW})", re.DOTALL | re.IGNORECASE | re.MULTILINE)
_RAW_INLINE = re.compile(rf"<!--(?:[^\n]|\n(?![ \t]*\n))*?-->|{_RAW}", re.DOTALL | re.IGNORECASE)
# What code spans begin and end with, and where paragraphs end: `code`, ``co`de``
_TICKS = re.compile(r"`+|\n(?=[ \t]*\n)")
# What may hold indented text that is not code: list items, footnotes and definitions; admonitions,
# details and tabs, whose content is a block of its own from its first line on.
_CONTAINER = re.compile(
    r"(?P<indent>[ \t]*)(?:[-*+][ \t]|\d+\.[ \t]|\[\^[^\]]+\]:|:[ \t]|(?P<box>!!!|\?\?\?|===))"
)
_QUOTE = re.compile(r"(?P<sign>[ \t]*>[ ]?)(?P<rest>.*)")
# A line that begins with one of these, or with a letter, holds nothing and is no quotation.
_WORDS = frozenset('#<|{„“"(')
_HASHES = re.compile(r"#+")
# So many quotations within quotations are looked into.
_DEEPEST = 20

# Elements whose content Markdown does not read, unless they say `markdown`.
_BLOCK = re.compile(
    r"^[ ]{0,3}<(?P<name>div|section|article|aside|details|figure|header|footer|main|nav|table|ul|ol|dl|p"
    r"|form|center|blockquote|address|fieldset|iframe|video|audio|object|canvas)\b(?P<attributes>[^>]*)>",
    re.MULTILINE | re.IGNORECASE,
)
_TAGS = re.compile(r"<[^<>]*>")
_MARKDOWN = re.compile(r"(?<![\w-])markdown(?![\w-])(?!\s*=\s*[\"']?0)", re.IGNORECASE)


def mask_code(text: str, boxes: tuple[str, ...] = ()) -> str:
    """The text with fenced and indented code blanked; same length, same lines.

    Args:
        text: the body of a page.
        boxes: the marks of admonitions and the like that the site knows.
    """
    if "```" in text or "~~~" in text:
        text = _FENCE.sub(_blank, text)
    if (
        "\n    " in text
        or "\n\t" in text
        or text.startswith(("    ", "\t"))
        or "\n>" in text
        or text[:1] == ">"
    ):
        text = "\n".join(_mask_indented(text.split("\n"), boxes))
    return text


def indented_code(text: str, without_code: str) -> Iterator[tuple[int, str]]:
    """Where each run of lines begins that an indent turns into code: its offset, and its first line.

    Args:
        text: the body of a page.
        without_code: the same as `mask_code` leaves it.
    """
    if "```" in text or "~~~" in text:
        text = _FENCE.sub(_blank, text)
    at, was_code = 0, False
    for line, masked in zip(text.split("\n"), without_code.split("\n"), strict=True):
        is_code = bool(line.strip()) and not masked.strip()
        if is_code and not was_code:
            yield at, line
        was_code = is_code or (was_code and not line.strip())
        at += len(line) + 1


def mask(text: str, md_in_html: bool = True) -> str:
    """The text with all else that is not read as Markdown blanked; same length, same lines.

    Args:
        text: what `mask_code` gives.
        md_in_html: whether elements that say `markdown` are read.
    """
    has_tags = "<" in text
    if has_tags:
        text = _RAW_BLOCK.sub(_blank_raw, text)
        text = _mask_html_blocks(text, md_in_html)
    if "`" in text:
        text = mask_spans(text)
    if has_tags:
        text = _RAW_INLINE.sub(_blank_raw, text)
    if "\\" in text:
        text = ESCAPED.sub(_blank, text)
    return text


def mask_spans(text: str) -> str:
    """The text with code spans blanked; a span may run over a line end but not over a blank line.

    Each run of backticks asks for the next of its length, which the runs' ends are written down for.
    """
    pieces, last = [], 0
    for start, end in code_spans(text):
        pieces += [text[last:start], _NOT_NEWLINE.sub(" ", text[start:end])]
        last = end
    return "".join([*pieces, text[last:]]) if pieces else text


def code_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where code spans begin and end."""
    runs = [match.span() for match in _TICKS.finditer(text)]
    # For each run the next one of its length within the paragraph, found from the end.
    closing: list[int | None] = [None] * len(runs)
    ahead: dict[int, int] = {}
    for number in range(len(runs) - 1, -1, -1):
        start, end = runs[number]
        if text[start] == "\n":
            ahead.clear()
            continue
        closing[number] = ahead.get(end - start)
        ahead[end - start] = number
    number = 0
    while number < len(runs):
        start, _ = runs[number]
        stop = closing[number]
        if text[start] != "\n" and stop is not None and text[start - 1 : start] != "\\":
            yield start, runs[stop][1]
            number = stop
        number += 1


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


def _mask_indented(lines: list[str], boxes: tuple[str, ...], depth: int = 0) -> list[str]:
    lines = list(lines)
    container: int | None = None  # the indent of the list item (or the like) that we are in
    after_blank, code = True, False
    quoted = -1  # the last line of a quotation that has been done with
    for number, line in enumerate(lines):
        if number <= quoted:
            continue
        first = line[:1]
        if first.isalpha() or first in _WORDS:
            code = False
            if after_blank:
                container, after_blank = None, False
            continue
        if not line.strip():
            after_blank = True
            continue
        indent = _indent(line)
        start = 0 if container is None else container + 4
        box = False
        if indent >= start + 4 and (after_blank or code):
            lines[number] = " " * len(line)
            code = True
        elif line.lstrip()[0] == ">" and indent < start + 4 and depth < _DEEPEST:
            quoted = _mask_quotation(lines, number, boxes, depth + 1)
            code = False
        else:
            code = False
            opened = _CONTAINER.match(line)
            if opened and (opened["box"] is None or opened["box"] in boxes):
                container, box = _indent(opened["indent"] + "x"), opened["box"] is not None
            elif indent < 4 and after_blank:
                container = None
            elif indent >= 4 and indent != start and line.lstrip()[0] == "#":
                # Words of the paragraph, as a heading begins where the text of its container does.
                lines[number] = _HASHES.sub(_blank, line, count=1)
        after_blank = box
    return lines


def _mask_quotation(lines: list[str], first: int, boxes: tuple[str, ...], depth: int) -> int:
    """Blank the code in a quotation that begins in this line; returns its last line."""
    signs, inner = [], []
    for line in lines[first:]:
        match = _QUOTE.fullmatch(line)
        if match is None:
            break
        signs.append(match["sign"])
        inner.append(match["rest"])
    masked = _mask_indented(inner, boxes, depth)
    lines[first : first + len(signs)] = [sign + rest for sign, rest in zip(signs, masked, strict=True)]
    return first + len(signs) - 1


def _indent(line: str) -> int:
    expanded = line.expandtabs(4)
    return len(expanded) - len(expanded.lstrip(" "))
