"""Comments and fences of code that are opened and never closed, or that browsers end elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..reading.markdown.code_spans import mask_spans
from ..reading.markdown.masking import mask_code

_FENCE = re.compile(r"^[ \t>]*(?P<fence>`{3,}|~{3,})[^`\n]*$", re.MULTILINE)
# Where a browser ends a comment although --> comes later.
_EARLIER = re.compile(r"<!--(?:-?>|.*?--!>)", re.DOTALL)


def open_fences(text: str, boxes: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """Where a fence of code is opened and never closed, and the fence.

    Args:
        text: the body of a page.
        boxes: the marks of admonitions and the like that the site knows.
    """
    if "```" in text or "~~~" in text:
        for match in _FENCE.finditer(mask_code(text, boxes)):
            yield match.start("fence"), match["fence"]


def open_comments(text: str, boxes: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """Where a comment is not closed, or is one for a browser only up to some sign within it."""
    if "<!--" not in text:
        return
    shown = mask_spans(mask_code(text, boxes))
    at = shown.find("<!--")
    while at >= 0:
        end = shown.find("-->", at + 4)
        stop = end + 3 if end >= 0 else len(shown)
        if end < 0:
            yield at, "<!--"
            return
        if earlier := _EARLIER.match(shown, at, stop):
            yield at, earlier[0][:4] + "…" + earlier[0][-4:] if len(earlier[0]) > 6 else earlier[0]
        at = shown.find("<!--", stop)
