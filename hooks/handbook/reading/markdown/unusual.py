"""Texts that our scanner may read otherwise than Python-Markdown does, so that the latter must be asked.

It is a look for signs alone, and takes a twentieth of the time that rendering takes. The differential test
holds what is not told of here against Python-Markdown.
"""

from __future__ import annotations

import re

from .code_spans import code_spans

_FENCE = re.compile(r"^[ \t>]*(?:```|~~~)", re.MULTILINE)
# A line that may make a heading of the one above.
_UNDERLINE = re.compile(r"\n[ \t>]*(?:-+|=+)[ \t]*$", re.MULTILINE)
_HASHES = re.compile(r"#+")
# The usual heading with its id, in which no hash is looked at more closely.
_USUAL_HEADING = re.compile(r"\n#+[^#|\[\n]* \{#[^#\\\[\n]*(?=\n|\Z)")
_MARKER = re.compile(r"[ ]*(?:[>*+-]|\d+\.)")
# What begins a block of its own in the middle of something: a link or code does not go on there.
_BLOCK = r"\n[ \t]*(?:[#>]|(?:[*+-]|\d+\.)[ ])"
_BEGUN = re.compile(_BLOCK)
_LINK_OVER = re.compile(rf"\[[^\]\n]*{_BLOCK}")
# [text][name](target): which of the two it is depends on what is defined.
_LINK_AND_REFERENCE = re.compile(r"\]\[[^\]\n]*\]\(")


def is_unusual(body: str) -> bool:
    """Whether a page's text holds what is read in more ways than one."""
    if "\t" in body or (("```" in body or "~~~" in body) and _FENCE.search(body)):
        return True
    if any(body[body.rfind("\n", 0, m.start()) + 1 : m.start()].strip() for m in _UNDERLINE.finditer(body)):
        return True
    has_others = "#" in _USUAL_HEADING.sub("", f"\n{body}")
    if has_others and any(_is_unusual_at(body, match.start()) for match in _HASHES.finditer(body)):
        return True
    if "`" in body and any(_BEGUN.search(body, start, end) for start, end in code_spans(body)):
        return True
    return any(pattern.search(body) for pattern in (_LINK_OVER, _LINK_AND_REFERENCE))


def _is_unusual_at(body: str, at: int) -> bool:
    """Whether hashes stand where they may be a heading or an id that our reading does not expect."""
    before = body[body.rfind("\n", 0, at) + 1 : at]
    if before.endswith("{"):
        line = before[:-1]
        return not line.endswith(" ") or "|" in line or not line.startswith("#")
    if before.endswith((" ", ">")):
        return not before.strip(" ") or _MARKER.match(before) is not None or before.endswith("-->")
    if before:
        return False
    end = body.find("\n", at)
    heading = body[at : end if end >= 0 else len(body)]
    # A line end that is escaped ends no heading; what a reference names stands elsewhere; ids keep the signs
    # of emphasis that is none.
    return heading.endswith("\\") or "][" in heading or ("_" in heading and "{#" not in heading)
