"""Inline Markdown to the words a reader sees."""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape

from ...model.document import Document

# { #id .class key=value }
ATTRIBUTES = re.compile(r"\{:?[ ]*(?P<list>[^}\n ][^}\n]*?)[ ]*\}")

_LINK = re.compile(r"!?\[(?P<text>(?:[^\[\]]|\[[^\[\]]*\])*)\](?:\((?:[^()]|\([^()]*\))*\)|\[[^\[\]]*\])")
# <https://example.org> and <someone@example.org> are shown as they are, a tag is not.
_MARKUP = re.compile(
    r"[*`]+|(?<![^\W_])_+|_+(?![^\W_])|<!--.*?-->|[ ]*(?P<line_break><br[ ]*/?>)\s*"
    r"|<(?:(?P<address>\w+://[^<>\s]*|[^<>\s/]+@[^<>\s]+)>|[^>]*>)",
    re.IGNORECASE,
)
ESCAPED = re.compile(r"\\([\\`*_{}\[\]()>#+\-.!])")
# What stands in code is shown as it is.
_CODE = re.compile(r"(?<![\\`])(?P<ticks>`+)(?!`)(?P<code>.+?)(?<!`)(?P=ticks)(?!`)", re.DOTALL)
_SPECIAL = re.compile(r"[\[*_`<\\{&]")
# Escaped signs are put aside in Unicode's private use area while markup is taken away.
_ASIDE = 0xF0000
_BACK = re.compile(f"[{chr(_ASIDE)}-{chr(_ASIDE + 127)}]")
# So many texts are remembered: those of a thousand cards, which lists, checks and the search all ask for.
_KNOWN = 1 << 16


@lru_cache(_KNOWN)
def plain(markdown: str, braces: bool = False) -> str:
    """Inline Markdown to plain words: links become their text, emphasis and tags go.

    Args:
        markdown: the text of a paragraph, an entry or a heading.
        braces: whether braces are words too, as in a heading whose attribute list is none.
    """
    if not _SPECIAL.search(markdown):
        return markdown.strip()
    if "`" in markdown or ESCAPED.search(markdown):
        markdown = _CODE.sub(lambda m: _put_aside(m["code"].strip()), markdown)
        markdown = ESCAPED.sub(lambda m: _put_aside(m[1]), markdown).replace("`", _put_aside("`"))
        return _BACK.sub(lambda m: chr(ord(m[0]) - _ASIDE), plain(markdown, braces))
    while "](" in markdown or "][" in markdown:
        shorter = _LINK.sub(lambda m: m["text"], markdown)
        if shorter == markdown:
            break
        markdown = shorter
    if "{" in markdown and not braces:
        markdown = ATTRIBUTES.sub("", markdown)
    return unescape(_MARKUP.sub(_shown, markdown)).strip()


def _shown(markup: re.Match[str]) -> str:
    return " " if markup["line_break"] else markup["address"] or ""


def _put_aside(text: str) -> str:
    return "".join(chr(_ASIDE + ord(sign)) if ord(sign) < 128 else sign for sign in text)


def opening(document: Document) -> str:
    """The first paragraph of a page in plain words: a card's answer, a guide's summary; "" where none is."""
    lead = document.section("")
    return plain(lead.paragraphs[0]) if lead and lead.paragraphs else ""
