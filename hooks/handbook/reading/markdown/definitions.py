"""Definitions of references and footnotes, and which of them nothing uses.

[name]: target "title"      [^name]: text
"""

from __future__ import annotations

import re
from collections.abc import Collection
from html import unescape

from ...base.positions import Places
from ...model.document import Definition, Link, Problem, Syntax
from ...model.rules.references import FootnoteTwice, FootnoteUnused, ReferenceTwice, ReferenceUnused
from .plain_text import ESCAPED
from .scan import Found

# Also inside a list item, a box or a quotation.
_DEFINITION = re.compile(
    r"^(?:[ ]{4}|>[ ]?)*[ ]{0,3}\[(?P<name>[^\[\]\n]*)\]:[ \t]*(?:\n[ \t>]*)?"
    r"(?P<target>\S+)?(?P<rest>[^\n]*)$",
    re.MULTILINE,
)
# [//]: # (what nobody shall read)      [comment]: <> (the same)
_NOWHERE = ("#", "<>")
# What may follow a reference's target, so that it is one.
_TITLE = re.compile(r"[ ]*(?:([\"']).*\1[ ]*|\(.*\)[ ]*)?")


def normal(name: str) -> str:
    """A reference's name as Markdown compares it."""
    return " ".join(name.lower().split())


def address(target: str) -> tuple[str, str]:
    """A target as the browser gets it, and as MkDocs looks for it where that is another one.

    Both are without angle brackets and escapes; the browser's is without entities, too.
    """
    target = target.strip()
    if target.startswith("<") and target.endswith(">"):
        target = target[1:-1].strip()
    target = ESCAPED.sub(r"\1", target)
    plain = unescape(target) if "&" in target else target
    return plain, target if target != plain else ""


def define(text: str, masked: str, places: Places, syntax: Syntax, found: Found) -> None:
    """Find all definitions; a second one of the same name is a problem.

    Args:
        text: the text as it stands in the file.
        masked: the same with code and the like blanked; same length.
        places: offsets to lines and columns.
        syntax: whether footnotes are on.
        found: what is found is added here.
    """
    if "]:" not in masked:
        return
    # What is defined, its line, and what it leads to; a footnote says something else each time.
    seen: dict[tuple[str, bool], tuple[int, str | None]] = {}
    for match in _DEFINITION.finditer(masked):
        raw = match["name"]
        footnote = syntax.footnotes and raw.startswith("^")
        if not footnote and (not match["target"] or not _TITLE.fullmatch(match["rest"])):
            continue
        name = raw[1:] if footnote else normal(raw)  # A footnote's is compared as it is.
        start = match.start("name") - 1
        # A footnote's text is Markdown of its own; only the label is done with.
        found.used.append((start, match.end("name") + 2 if footnote else match.end()))
        position = places.at(start)
        leads_to = None if footnote else text[match.start("target") : match.end()].rstrip()
        remark = not footnote and match["target"] in _NOWHERE and bool(match["rest"].strip())
        if (name, footnote) in seen:
            line, before = seen[name, footnote]
            twice = FootnoteTwice if footnote else ReferenceTwice
            if footnote or not (remark or leads_to == before):
                found.problems.append(Problem(twice(name=raw.lstrip("^"), line=line), position))
            continue
        seen[name, footnote] = position.line, leads_to
        found.definitions.append(Definition(name, footnote, position, remark))
        if not (footnote or remark):
            target, written = address(text[match.start("target") : match.end("target")])
            place = places.at(match.start("target"))
            found.links.append(Link(target, raw, "reference", place, written=written))


def report_unused(found: Found, names: Collection[str], notes: Collection[str]) -> None:
    """Add a problem for each definition that nothing uses.

    Args:
        found: with all definitions.
        names: the references that are used, as Markdown compares them.
        notes: the same for footnotes.
    """
    for definition in found.definitions:
        if not definition.remark and definition.name not in (notes if definition.footnote else names):
            unused = FootnoteUnused if definition.footnote else ReferenceUnused
            found.problems.append(Problem(unused(name=definition.name), definition.position))
