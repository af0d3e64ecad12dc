"""Texts that must be rendered to know that they are safe.

What decides is Python-Markdown itself, see reading.site_markdown. It takes milliseconds a page, so what is
made of letters, links within the site and the usual signs alone is not asked for: nothing but Markdown's own
elements can come of it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from ..base.kept import kept
from ..model.document import Document

_KINDS = "note|abstract|info|tip|success|question|warning|failure|danger|bug|example|quote"
_BOX = rf"[ >]*(?:!!!|\?\?\?\+?)[ ]+(?:{_KINDS})(?:[ ]+(?:inline|end))*(?:[ ]+\"[^\"<>&{{}}\n]*\")?[ ]*$"
# What may bring more than Markdown's own elements: a tag that is not a marker or waiver of ours, an
# attribute list other than an id at the end of a line, an entity, a target with a scheme or unusual signs,
# a definition, a control character, an id of the frame's. The sign comes first, as searching for one of a set
# takes a third of the time.
_INLINE = re.compile(
    r"""
    [<{&\]\#\x00-\x08\x0b-\x1f]
    (?: (?<=<)(?!!--[ ]handbook:[^<>&\n]*(?<!-)-->)
    | (?<=\{)(?!\#[a-z][a-z0-9-]*\}[ \t]*$)
    | (?<=[&\x00-\x08\x0b-\x1f])
    | (?<=\])(?: : | [ \n]?\((?!(?!//)[\w./\#-]+\)) )
    | (?<=\#)(?:content|menu|search|languages|scheme|copy|__)
    )
    """,
    re.MULTILINE | re.VERBOSE,
)
# A box or a fence that says more than its kind, wherever on a line it begins; a block of PyMdown's, which has
# settings below it; a quotation that is a box; a heading whose id is made without what stands in it.
_BLOCK = re.compile(
    rf"""
    ^(?!{_BOX})[^\n]*?(?:!!!|\?\?\?)
    | ^(?![ \t>]*(?:`{{3,}}|~{{3,}})[\w-]*[ \t]*$)[^\n]*?(?:```|~~~)
    | ///
    | \[!(?!\[)
    | ^[ \t>]*\#[^\n]*?(?::[\w+-]+:|\\)
    | ^(?=[^\n]*\n[ \t>]*[=-]+[ \t]*$)[^\n]*?(?::[\w+-]+:|\\)
    """,
    re.MULTILINE | re.VERBOSE,
)
_BLOCK_SIGNS = ("!!!", "???", "```", "~~~", "///", "[!", "\\")
_ICON = re.compile(r":[\w+-]+:")


def is_suspect(text: str) -> bool:
    """Whether a text must be rendered to know what comes of it."""
    return first_suspect(text, 0) is not None


@kept
def is_suspect_page(document: Document) -> bool:
    """The same of what stands below a page's front matter."""
    return is_suspect(document.body)


def first_suspect(text: str, start: int) -> int | None:
    """The first place from `start` on that makes a text suspect."""
    found = (pattern.search(text, start) for pattern in _patterns(text))
    return min((match.start() for match in found if match), default=None)


def suspects(texts: Sequence[str]) -> list[int]:
    """Which of many texts are suspect, by their numbers; they are searched as one, as that is faster."""
    between = "\n\n"  # No pattern looks beyond an empty line, so each text is judged by itself.
    together = between.join(texts)
    if not is_suspect(together):
        return []
    ends = list(accumulate(len(text) + len(between) for text in texts))
    places = (match.start() for pattern in _patterns(together) for match in pattern.finditer(together))
    return sorted({bisect_right(ends, place) for place in places})


def _patterns(text: str) -> tuple[re.Pattern[str], ...]:
    """Those that may match in a text: for blocks only where one of their signs stands, or an icon."""
    has_blocks = any(sign in text for sign in _BLOCK_SIGNS) or _ICON.search(text)
    return (_INLINE, _BLOCK) if has_blocks else (_INLINE,)
