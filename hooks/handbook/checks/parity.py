"""Translations section by section: the same links, images, list items and numbers as the original.

A card's counts have rules of their own, but two languages may both keep them and still differ.
"""

from __future__ import annotations

import posixpath
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..addresses import is_external
from ..majority import by_language, standard
from ..model import Fault, Page, Project, Section
from ..parse import plain

# 12, 3.5, 1 000: digits with what may group or part them; not the number of a list item.
_NUMBER = re.compile(r"(?<![\w-])\d+(?:[.,:\u00a0\u202f ]\d+)*(?![\w-])")
_DIGIT = re.compile(r"\d")
_GROUPING = re.compile(r"[.,:\u00a0\u202f ]")


@dataclass
class _Contents:
    """What a section holds besides words."""

    links: Counter[str] = field(default_factory=Counter)
    images: int = 0


_BySection = dict[str, _Contents]


def check(project: Project) -> Iterator[Fault]:
    for slug, versions in project.by_slug.items():
        original = project.original(slug)
        readable = by_language(versions)
        if original is None or original.unreadable or len(readable) < 2:
            continue
        contents = {code: _by_section(page) for code, page in readable.items()}
        for section in original.document.sections:
            # What a heading without an id holds cannot be matched; that has its own finding.
            if section.heading is None or section.heading.explicit:
                yield from _section(readable, contents, original, section.id)


def _section(
    versions: Mapping[str, Page], contents: Mapping[str, _BySection], original: Page, id: str
) -> Iterator[Fault]:
    sections = {code: s for code, page in versions.items() if (s := page.document.section(id))}
    held = {code: contents[code].get(id, _Contents()) for code in sections}
    items = {code: len(section.items) for code, section in sections.items()}
    aspects: list[tuple[str, Mapping[str, Any]]] = [
        ("translation-links", {code: entry.links for code, entry in held.items()}),
        ("translation-images", {code: entry.images for code, entry in held.items()}),
        ("translation-items", items),
    ]
    if len(set(items.values())) == 1:
        # Where an entry is missing its numbers are too: one finding is enough.
        aspects.append(("translation-numbers", {code: _numbers(s) for code, s in sections.items()}))
    for rule, values in aspects:
        against = standard(values, original.language or "")
        for code, value in values.items():
            if value != values[against]:
                other, line = versions[against].file, sections[against].position.line
                shown = _difference(value, values[against])
                place: dict[str, Any] = {"section": id or "lead", "original": other, "line": line}
                yield versions[code].fault(rule, sections[code].position, **shown, **place)


def _difference(here: Any, there: Any) -> dict[str, Any]:
    if isinstance(here, Counter):
        missing, extra = (there - here).elements(), (here - there).elements()
        return {"missing": ", ".join(missing) or "–", "extra": ", ".join(extra) or "–"}
    return {"here": here, "there": there}


def _by_section(page: Page) -> _BySection:
    starts = [section.position.line for section in page.document.sections]
    found: dict[str, _Contents] = {}
    for link in page.document.links:
        index = max(bisect_right(starts, link.position.line) - 1, 0)
        contents = found.setdefault(page.document.sections[index].id, _Contents())
        if link.kind in ("image", "html-image"):
            contents.images += 1
        elif link.kind != "reference":
            contents.links[_neutral(page, link.target)] += 1
    return found


def _neutral(page: Page, target: str) -> str:
    """A target without what differs between the languages: the language's own folder."""
    path, hash_mark, anchor = target.partition("#")
    if is_external(target) or not path:
        return target
    goal = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path))
    first, _, rest = goal.partition("/")
    inside = rest if first == page.language or len(first) == 2 else goal
    return f"{inside}{hash_mark}{anchor}"


def _numbers(section: Section) -> Counter[str]:
    """The numbers in a section's words; those that number a list are not among them."""
    texts = [item.text for item in section.items]
    texts += section.paragraphs
    if section.heading:
        texts.append(section.heading.text)
    words = "\n".join(texts)
    if not _DIGIT.search(words):
        return Counter()
    return Counter(_GROUPING.sub("", found) for found in _NUMBER.findall(plain(words)))
