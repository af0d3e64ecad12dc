"""Markdown text to a `Document`: front matter with lines, headings, ids, links, sections.

A scanner rather than a full conversion: it must find the same headings, ids and links as
Python-Markdown does, with their places, in a small part of the time. What it relies on is pinned
by tests that convert the same text with Python-Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown.extensions.toc import slugify, slugify_unicode, unique

from . import front_matter
from .blocks import sections
from .found import Id, occurrences, repeated
from .inline import scan
from .masking import mask, mask_code
from .model import Document, Heading, Position, Problem, Syntax, Waiver
from .places import Places
from .plain_text import ATTRIBUTES, plain
from .waivers import waivers

# ## Text {#id}     also "##Text ##"; indented by fours inside a container
_ATX_TEXT = r"(?: {4}|>[ ]?)*(?P<level>#{1,6})(?P<text>[^\n]*?)#*[ \t]*$"
_ATX = re.compile(rf"^{_ATX_TEXT}", re.MULTILINE)
# The same, searched for after a line end: a pattern that begins with a sign is found much faster.
_ATX_LINE = re.compile(rf"\n{_ATX_TEXT}", re.MULTILINE)
# The usual heading, words and id alone: Text {#id}
_USUAL_HEADING = re.compile(r"[ ]*(?P<words>[^\s\[*_`<\\{&][^\n\[*_`<\\{&]*?)[ ]+\{#(?P<id>[^\s'\"{}]+)\}")
# Text
# ----      only where the block begins with it
_SETEXT = re.compile(
    r"(?:\A|\n[ \t>]*\n|\n[ >]*(?:!!!|\?\?\?|===)[^\n]*\n)(?P<indent>(?: {4}|>[ ]?)*)"
    r"(?P<text>[^\n#|\s][^\n]*)\n(?P=indent)(?P<rule>=+|-+)[ ]*(?=\n|\Z)"
)
# At the end of a heading; as Python-Markdown reads it, two lists are none.
_TRAILING_ATTRIBUTES = re.compile(r"[ ]+\{:?[ ]*(?P<list>[^}\n ][^\n]*)\}[ ]*\Z")
_ATTRIBUTE_ID = re.compile(r"(?:^|[ ])(?:#|id=['\"]?)(?P<id>[^\s'\"}]+)")
_MARKER = re.compile(r"^<!--[ \t]*handbook:[ \t]*+(?P<name>(?!allow)[^\n]*?)[ \t]*-->[ \t]*$", re.MULTILINE)
# A cheap look for what may underline a heading.
_RULE = re.compile(r"\n[ >]*(?:=|-+[ ]*(?:\n|\Z))")

DEFAULT_SYNTAX = Syntax()


def parse(text: str, syntax: Syntax = DEFAULT_SYNTAX) -> Document:
    """Take a page apart.

    Args:
        text: the whole page as it stands in its file, with "\\n" as line end.
        syntax: which of Markdown's extensions the site has on.

    Returns:
        The document. Never raises on bad input: what is wrong is in `problems`.
    """
    front, problems = front_matter.read(text)
    _, _, body = front_matter.split(text)
    start = len(text) - len(body)
    # Blank the front matter instead of cutting it, so that all places are places in the file.
    blank = "\n".join([" " * len(line) for line in text[:start].split("\n")])
    shown = mask_code(body, syntax.boxes)
    masked = blank + mask(shown, syntax.md_in_html)
    places = Places(text)

    found = scan(text, masked, places, syntax)
    ids = [*found.ids, *(_attribute_ids(text, masked, places) if syntax.attr_list else ())]
    headings = tuple(_headings(text, masked, places, {entry.id for entry in ids if not entry.raw}, syntax))
    clash = [Id(h.id, h.position) for h in headings if not h.explicit]
    more = [*found.problems, *repeated([*ids, *clash])]
    known = dict(occurrences([*ids, *found.notes]))
    for heading in headings:
        known.setdefault(heading.id, heading.position)
    markers: tuple[tuple[str, Position], ...] = ()
    passes: list[Waiver] = []
    if "handbook:" in text:
        markers = tuple((m["name"], places.at(m.start())) for m in _MARKER.finditer(blank + shown))
        for entry in waivers(text[:start] + shown):
            if isinstance(entry, Waiver):
                passes.append(entry)
            else:
                more.append(entry)
    return Document(
        text=text,
        front=front,
        headings=headings,
        links=tuple(found.links),
        ids=known,
        sections=tuple(sections(text, masked, headings, front.end)),
        markers=markers,
        problems=(*problems, *sorted(more, key=_place)),
        waivers=tuple(passes),
    )


def _place(problem: Problem) -> Position:
    return problem.position


def _attribute_ids(text: str, masked: str, places: Places) -> Iterator[Id]:
    """Ids in attribute lists, where Python-Markdown reads one: at the end of a heading or a table
    cell, on a line of its own below a block, or right behind inline markup.
    """
    if "{" not in masked:
        return
    for match in ATTRIBUTES.finditer(masked):
        given = _ATTRIBUTE_ID.search(match["list"])
        if given and _is_attribute_list(text, masked, match):
            yield Id(given["id"], places.at(match.start()))


def _is_attribute_list(text: str, masked: str, match: re.Match[str]) -> bool:
    start = masked.rfind("\n", 0, match.start()) + 1
    end = masked.find("\n", match.end())
    before, after = masked[start : match.start()], masked[match.end() : end if end >= 0 else None]
    if before[:1] != "#" and not before.strip(" >"):
        above = masked[masked.rfind("\n", 0, max(start - 1, 0)) + 1 : max(start - 1, 0)]
        return not after.strip() and bool(above.strip())
    if before[:1] == "#" or _ATX.match(before) or _is_underlined(masked, end):
        return before.endswith(" ") and not before.rstrip().endswith("}") and not after.strip()
    if "|" in before and before.endswith(" ") and after.lstrip(" ")[:1] in ("|", ""):
        return True
    return text[match.start() - 1] in ")]*_`>"


def _is_underlined(masked: str, end: int) -> bool:
    below = masked[end + 1 : masked.find("\n", end + 1) if end >= 0 else 0] if end >= 0 else ""
    return bool(below.strip()) and not below.strip(" ").strip(below.strip()[0]) and below.strip()[0] in "=-"


def _headings(text: str, masked: str, places: Places, used: set[str], syntax: Syntax) -> Iterator[Heading]:
    found = [
        (m.start("level") - 1, len(m["level"]), (m.start("text") - 1, m.end("text") - 1))
        for m in _ATX_LINE.finditer(f"\n{masked}")
    ]
    if _RULE.search(masked):
        for m in _SETEXT.finditer(masked):
            found.append((m.start("text"), 1 if m["rule"][0] == "=" else 2, m.span("text")))
        found.sort()
    slug = slugify_unicode if syntax.unicode_slugs else slugify
    for start, level, (begin, end) in found:
        source = text[begin:end].rstrip().rstrip("#")
        if syntax.attr_list and (usual := _USUAL_HEADING.fullmatch(source)):
            yield Heading(level, usual["words"], usual["id"], True, places.at(start))
            continue
        attributes = _TRAILING_ATTRIBUTES.search(source) if syntax.attr_list and "{" in source else None
        if attributes and "}" in attributes["list"]:
            attributes = None
        explicit = _ATTRIBUTE_ID.search(attributes["list"]) if attributes else None
        words = plain(source[: attributes.start()] if attributes else source, braces=attributes is None)
        identifier = explicit["id"] if explicit else unique(slug(words, syntax.separator), used)
        yield Heading(level, words, identifier, explicit is not None, places.at(start))
