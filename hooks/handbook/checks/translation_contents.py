"""Translations section by section: the same links, images, list items and numbers as the original.

A card's counts have rules of their own, but two languages may both keep them and still differ.
A translation is held to the original only where its record says that it was brought up to date with
the section as it is now; otherwise the original has moved, and that makes the translation stale.
"""

from __future__ import annotations

import posixpath
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..base.digest import digest
from ..base.kept import kept
from ..base.positions import Position
from ..base.recollection import Recollection
from ..links.addresses import is_external
from ..model.changes import is_current
from ..model.document import Section
from ..model.project import Fault, Page, Project
from ..model.rules.rule import Rule
from ..model.rules.translations import (
    TranslationImages,
    TranslationItems,
    TranslationLinks,
    TranslationNumbers,
    TranslationOrder,
)
from ..model.slots import SECTIONS, without_slots
from ..model.versions import by_language
from ..reading.markdown.plain_text import plain

# 12, 3.5, 1 000: digits with what may group or part them; not the number of a list item, nor part of a
# word, but for scripts that write their words without spaces: 14日以内.
_UNSPACED = r"\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uff00-\uffef"
_IN_WORD = rf"[^\W{_UNSPACED}]"
_NUMBER = re.compile(rf"(?<!{_IN_WORD})(?<!-)\d+(?:[.,:\u00a0\u202f ]\d+)*(?!-|{_IN_WORD})")
_DIGIT = re.compile(r"\d")
_GROUPING = re.compile(r"[.,:\u00a0\u202f ]")


# The pages whose versions were found to hold the same in earlier runs.
RECOLLECTION = Recollection("versions")
# The lines that tell what a section holds of each, and how many of them are shown.
_TELLING: dict[type[Rule], re.Pattern[str]] = {
    TranslationLinks: re.compile(r"\]\(|<"),
    TranslationImages: re.compile(r"!\[|<img"),
    TranslationItems: re.compile(r"^\s*(?:[-*+]|\d+[.)])\s"),
    TranslationNumbers: re.compile(r"^(?!\s*\d+[.)]\s\D*$).*\d"),
}
_SHOWN = 12

_Listed = TranslationLinks | TranslationNumbers
_Counted = TranslationImages | TranslationItems


@dataclass
class _Contents:
    """What a section holds besides words; the order of links and numbers is the translator's own."""

    position: Position = field(compare=False)
    items: int
    numbers: list[str]
    links: list[str] = field(default_factory=list)
    images: int = 0


def check(project: Project) -> Iterator[Fault]:
    for slug, versions in project.by_slug.items():
        original = project.original(slug)
        readable = by_language(versions)
        if original is None or original not in readable.values() or len(readable) < 2:
            continue
        yield from _of_slug(project, original, readable)


def _of_slug(project: Project, original: Page, versions: Mapping[str, Page]) -> tuple[Fault, ...]:
    texts = [part for code, page in versions.items() for part in (code, page.path, page.document.digest)]
    is_card = project.is_card(original)
    return RECOLLECTION.found(
        lambda: digest(str(is_card), str(project.keeps_records), original.path, *texts),
        lambda: tuple(_compared(project, original, versions, is_card=is_card)),
    )


def _compared(
    project: Project, original: Page, versions: Mapping[str, Page], *, is_card: bool
) -> Iterator[Fault]:
    """What the versions of a page have otherwise than its original."""
    known = {code: _contents(page) for code, page in versions.items()}
    there = known.get(original.language or "", {})
    for section in original.document.sections:
        # What a heading without an id holds cannot be matched; that has its own finding.
        if section.heading is not None and not section.heading.explicit:
            continue
        for code, page in versions.items():
            here = known[code].get(section.id)
            if here is None or page is original:
                continue
            same = here == there.get(section.id)
            # A list of links may be sorted; steps and the entries of cards are read in their order.
            ordered = bool(section.items) and (section.items[0].marker[0].isdigit() or is_card)
            if same and not ordered:
                continue
            if project.keeps_records and not is_current(page, original, section):
                continue
            faults = [] if same else list(_section(page, here, original, section, there[section.id]))
            yield from faults or (_order(page, original, section) if ordered else ())


def _section(
    page: Page, here: _Contents, original: Page, section: Section, there: _Contents
) -> Iterator[Fault]:
    """What a translation that was brought up to date with a section has otherwise than this."""
    aspects: dict[type[_Listed | _Counted], tuple[Any, Any]] = {
        TranslationLinks: (here.links, there.links),
        TranslationImages: (here.images, there.images),
        TranslationItems: (here.items, there.items),
    }
    if here.items == there.items:
        # Where an entry is missing its numbers are too: one finding is enough.
        aspects[TranslationNumbers] = (here.numbers, there.numbers)
    for rule, given in aspects.items():
        own, wanted = (Counter(v) if isinstance(v, list) else v for v in given)
        if own != wanted:
            place = (original.file, section.position.line, _beside(original, section, rule))
            yield page.fault(_difference(rule, section.id or "lead", own, wanted, *place), here.position)


def _order(page: Page, original: Page, section: Section) -> Iterator[Fault]:
    """The first entry of a translation that its links and numbers show to stand elsewhere in the original."""
    there, here = _told_by(original).get(section.id, {}), _told_by(page).get(section.id, {})
    common = {(here[sign], there[sign]) for sign in here.keys() & there.keys()}
    if any(len(set(places)) < len(common) for places in zip(*common, strict=True)):
        return  # Two of the original's entries are one here, or the other way round.
    latest = -1
    for own, wanted in sorted(common):
        if wanted < latest:
            found = page.document.section(section.id)
            assert found
            broken = TranslationOrder(
                section=section.id or "lead",
                entry=found.items[own].text,
                original=original.file,
                line=section.position.line,
                beside=_beside(original, section, TranslationItems),
            )
            yield page.fault(broken, found.items[own].position)
            return
        latest = max(latest, wanted)


@kept
def _told_by(page: Page) -> Mapping[str, Mapping[str, int]]:
    """By section: the links and the numbers that stand in one entry alone, and in which."""
    found: dict[str, dict[str, int]] = {}
    for section in page.document.sections:
        if len(section.items) < 2 or section.id in found:
            continue
        signs: dict[str, set[int]] = {}
        for place, item in enumerate(section.items):
            for number in _numbers_of(without_slots(item.text)):
                signs.setdefault(number, set()).add(place)
        starts = [item.position.line for item in section.items]
        lines = page.document.lines
        end = next((n for n in range(starts[-1], len(lines)) if not lines[n].strip()), len(lines))
        for link in page.document.links:
            if starts[0] <= link.position.line <= end and link.kind != "reference":
                place = bisect_right(starts, link.position.line) - 1
                signs.setdefault(_neutral(page, link.target), set()).add(place)
        found[section.id] = {sign: min(places) for sign, places in signs.items() if len(places) == 1}
    return found


def _beside(original: Page, section: Section, rule: type[Rule]) -> str:
    """The lines of the original that a translation has to follow, to be read beside its own."""
    lines = section.text.split("\n")
    shown = [line for line in lines if _TELLING[rule].search(line)] or [
        line for line in lines if line.strip()
    ]
    if section.heading and rule is TranslationNumbers and _DIGIT.search(section.heading.text):
        shown.insert(0, original.document.lines[section.position.line - 1])
    return "\n".join([*shown[:_SHOWN], *(["…"] if len(shown) > _SHOWN else [])])


def _difference(
    rule: type[_Listed | _Counted], section: str, here: Any, there: Any, original: str, line: int, beside: str
) -> Rule:
    if issubclass(rule, _Counted):
        return rule(section=section, here=here, there=there, original=original, line=line, beside=beside)
    missing = ", ".join((there - here).elements()) or "–"
    extra = ", ".join((here - there).elements()) or "–"
    return rule(section=section, missing=missing, extra=extra, original=original, line=line, beside=beside)


@kept
def _contents(page: Page) -> Mapping[str, _Contents]:
    """What each section holds, by id; where an id stands twice, its links are counted together."""
    sections = page.document.sections
    found: dict[str, _Contents] = {}
    for section in sections:
        if section.id not in found:
            found[section.id] = _Contents(section.position, len(section.items), _numbers(section))
    starts = [section.position.line for section in sections]
    for link in page.document.links:
        index = max(bisect_right(starts, link.position.line) - 1, 0)
        contents = found[sections[index].id]
        if link.kind in ("image", "html-image"):
            contents.images += 1
        elif link.kind != "reference":
            contents.links.append(_neutral(page, link.target))
    return found


def _neutral(page: Page, target: str) -> str:
    """A target without what differs between the languages: the language's own folder."""
    path, hash_mark, anchor = target.partition("#")
    if is_external(target):
        return "https://…"  # Another country's page may well have another address.
    if not path:
        return target
    goal = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path))
    first, _, rest = goal.partition("/")
    inside = rest if first == page.language or len(first) == 2 else goal
    return f"{inside}{hash_mark}{anchor}"


def _numbers(section: Section) -> list[str]:
    """The numbers in a section's words; those that number a list are not among them."""
    heading = section.heading.text if section.heading else ""
    if not _DIGIT.search(section.text) and not _DIGIT.search(heading):
        return []
    # What is said or sent may hold slots, and so may a quotation anywhere.
    paragraphs = [without_slots(text) if text.startswith(">") else text for text in section.paragraphs]
    texts = [*(item.text for item in section.items), *paragraphs, heading]
    if section.id in SECTIONS:
        texts = [without_slots(text) for text in texts]
    words = "\n".join(text for text in texts if _DIGIT.search(text))
    return _numbers_of(words)


def _numbers_of(words: str) -> list[str]:
    return (
        [_GROUPING.sub("", found) for found in _NUMBER.findall(plain(words))] if _DIGIT.search(words) else []
    )
