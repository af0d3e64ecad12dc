"""Headings and the ids in attribute lists, as Python-Markdown reads them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from markdown.extensions.toc import slugify, slugify_unicode, unique

from ...base.positions import Places
from ...model.document import Heading, Syntax
from .plain_text import ATTRIBUTES, plain
from .scan import Id

# ## Text {#id}     also "##Text ##"; indented by fours or a tab inside a container
_ATX_BEGINS = r"(?: {4}| {0,3}\t|>[ ]?|[ ]{0,3}(?:[-*+]|\d+\.)[ ]+)*+(?P<level>#{1,6})"
_ATX = re.compile(rf"^{_ATX_BEGINS}", re.MULTILINE)
# The same, searched for after a line end: a pattern that begins with a sign is found much faster.
_ATX_LINE = re.compile(rf"\n{_ATX_BEGINS}[^\n]*")
# The usual heading, words and id alone: Text {#id}
_USUAL_HEADING = re.compile(r"[ ]*(?P<words>[^\s\[*_`<\\{&][^\n\[*_`<\\{&]*?)[ ]+\{#(?P<id>[^\s'\"{}]+)\}")
# Text
# ----      only where the block begins with it
_SETEXT = re.compile(
    r"(?:\A\n*|\n[ \t>]*\n|\n[ >]*(?:!!!|\?\?\?|===)[^\n]*\n)(?P<indent>(?: {4}|>[ ]?)*)"
    r"[ ]{0,3}(?P<text>[^\n#|\s][^\n]*)\n(?:(?P=indent))?(?P<rule>=+|-+)[ ]*(?=\n|\Z)"
)
# At the end of a heading; as Python-Markdown reads it, two lists are none.
_TRAILING_ATTRIBUTES = re.compile(r"[ ]+\{:?[ ]*(?P<list>[^}\n ][^\n]*)\}[ ]*\Z")
_ATTRIBUTE_ID = re.compile(r"(?:^|[ ])(?:#|id=['\"]?)(?P<id>[^\s'\"}]+)")
_ROW = re.compile(r"[ >]*\|")
_ENTRY = re.compile(r"[ \t>]*(?:[-*+]|\d+\.)[ \t]")
# A cheap look for what may underline a heading.
_RULE = re.compile(r"\n[ >]*(?:=|-+[ ]*(?:\n|\Z))")
# ![alt](target) and ![alt][name], not within code
_IMAGE = re.compile(r"(?<![`\\])!\[[^\[\]]*\](?:\([^()]*\)|\[[^\[\]]*\])")


# Without the step through Python that a named tuple's own constructor takes.
new_heading = tuple.__new__


class BegunHeading(NamedTuple):
    """A heading that may yet lack its id. `at` is the offset of the attribute list that gives it one."""

    start: int
    level: int
    words: str
    id: str | None
    at: int


def begun_headings(text: str, masked: str, syntax: Syntax) -> list[BegunHeading]:
    """All headings in their order, with the ids that the author gave them.

    Args:
        text: the text as it stands in the file.
        masked: the same with code and the like blanked; same length.
        syntax: which of Markdown's extensions are on.
    """
    found = []
    for m in _ATX_LINE.finditer(f"\n{masked}") if "#" in masked else ():
        start, begin = m.span("level")
        found.append((start - 1, begin - start, (begin - 1, m.end() - 1)))
    if _RULE.search(masked):
        for m in _SETEXT.finditer(masked):
            if text[m.start("rule") : m.end()].strip("=- "):
                continue  # "- `code`" is a dash and blanks in the masked text only.
            found.append((m.start("text"), 1 if m["rule"][0] == "=" else 2, m.span("text")))
        found.sort()
    return [_begun(text, start, level, *span, syntax) for start, level, span in found]


def _begun(text: str, start: int, level: int, begin: int, end: int, syntax: Syntax) -> BegunHeading:
    source = text[begin:end].rstrip().rstrip("#")
    if syntax.attr_list and (usual := _USUAL_HEADING.fullmatch(source)):
        words, id = usual.group(1, 2)
        return new_heading(BegunHeading, (start, level, words, id, begin + usual.start(2) - 2))
    attributes = _TRAILING_ATTRIBUTES.search(source) if syntax.attr_list and "{" in source else None
    if attributes and "}" in attributes["list"]:
        attributes = None
    if attributes is None:
        return BegunHeading(start, level, _words(source, braces=True), None, -1)
    explicit = _ATTRIBUTE_ID.search(attributes["list"])
    words = _words(source[: attributes.start()])
    at = begin + source.index("{", attributes.start())
    return BegunHeading(start, level, words, explicit["id"] if explicit else None, at)


def _words(source: str, braces: bool = False) -> str:
    """The words of a heading; a picture has none that its id could be made of."""
    return plain(_IMAGE.sub("", source) if "![" in source else source, braces)


def finished_headings(
    begun: list[BegunHeading], places: Places, used: set[str], syntax: Syntax
) -> tuple[Heading, ...]:
    """The headings, those without an id with the one that Markdown makes.

    Args:
        begun: all headings in their order.
        places: offsets to lines and columns.
        used: the ids that Markdown knows of; the new ones are added.
        syntax: how ids are made.
    """
    slug = slugify_unicode if syntax.unicode_slugs else slugify
    return tuple(
        new_heading(
            Heading,
            (
                level,
                words,
                id or unique(slug(words, syntax.separator), used),
                id is not None,
                places.at(start),
            ),
        )
        for start, level, words, id, _ in begun
    )


def attribute_ids(text: str, masked: str, places: Places, begun: list[BegunHeading]) -> Iterator[Id]:
    """Ids in attribute lists, where Python-Markdown reads one: at the end of a heading or a table
    cell, on a line of its own below a block, or right behind inline markup.
    """
    known = {heading.at: heading.id for heading in begun}
    if "{" not in masked:
        return
    for match in ATTRIBUTES.finditer(masked):
        start = match.start()
        if start in known:
            if (id := known[start]) is not None:
                yield Id(id, places.at(start))
            continue
        given = _ATTRIBUTE_ID.search(match["list"])
        if given and _is_attribute_list(text, masked, match):
            yield Id(given["id"], places.at(start))


def _is_attribute_list(text: str, masked: str, match: re.Match[str]) -> bool:
    start = masked.rfind("\n", 0, match.start()) + 1
    end = masked.find("\n", match.end())
    before, after = masked[start : match.start()], masked[match.end() : end if end >= 0 else None]
    if before[:1] != "#" and not before.strip(" >"):
        above = masked[masked.rfind("\n", 0, max(start - 1, 0)) + 1 : max(start - 1, 0)]
        below = masked[end + 1 : masked.find("\n", end + 1) + 1 or None] if end >= 0 else ""
        # It has to end a block of text; a heading is a block by itself, and a row of a table has cells.
        is_block = bool(above.strip()) and not _ATX.match(above) and not _ROW.match(above)
        return is_block and not after.strip() and (not below.strip() or _ENTRY.match(below) is not None)
    if before[:1] == "#" or _ATX.match(before) or _is_underlined(masked, end):
        return before.endswith(" ") and not before.rstrip().endswith("}") and not after.strip()
    if "|" in before and before.endswith(" ") and after.lstrip(" ")[:1] in ("|", ""):
        return True
    return text[match.start() - 1] in ")]*_`>"


def _is_underlined(masked: str, end: int) -> bool:
    below = masked[end + 1 : masked.find("\n", end + 1) if end >= 0 else 0] if end >= 0 else ""
    return bool(below.strip()) and not below.strip(" ").strip(below.strip()[0]) and below.strip()[0] in "=-"
