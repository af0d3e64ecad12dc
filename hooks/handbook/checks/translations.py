"""Translations: each page in each language, the same sections in the same order, kept up to date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from markdown.extensions.toc import slugify

from ..base.guessing import guess
from ..base.positions import Position
from ..languages import language_name
from ..languages.sorting import fold
from ..model.changes import changes, moved, order_moved, recorded
from ..model.digests import digests
from ..model.document import Heading
from ..model.placement import path_in
from ..model.project import Fault, Page, Project
from ..model.rules.references import HeadingIdMissing
from ..model.rules.translations import (
    OriginalMissing,
    SectionExtra,
    SectionMissing,
    SectionOrder,
    TranslationDeleted,
    TranslationMissing,
    TranslationRecordMissing,
    TranslationStale,
)
from ..model.versions import by_language

# Ids at the end of a heading that are none, as their brackets are round, open or doubled.
_MEANT_ID = re.compile(r"(?:\s*[({\[]\s*#[\w -]*[)}\]]?)+\s*$")


def check(project: Project) -> Iterator[Fault]:
    if len(project.settings.languages) < 2:
        return
    for slug, versions in project.by_slug.items():
        original = project.original(slug)
        if original is None:
            continue
        yield from _missing(project, original, versions)
        readable = by_language(versions)
        for page in readable.values():
            yield from _headings(page, readable, original)
            if page is not original and original in readable.values():
                yield from _sections(page, original, held=not project.keeps_records)
        if project.keeps_records and not original.front.broken:
            yield from _records(readable, original)


def _missing(project: Project, original: Page, versions: Mapping[str, Page]) -> Iterator[Fault]:
    """Languages without the page: that waits, unless a translation or the original was deleted."""
    docs = project.settings.docs_dir
    left = " ".join(versions[code].file for code in project.settings.languages if code in versions)
    # A page kept out of the site is not missing.
    missing = {
        code: f"{docs}/{path}"
        for code in project.settings.languages
        if code not in versions
        and (path := path_in(code, original.slug, project.settings)) not in project.excluded
    }
    if missing and original.slug in project.orphans:
        other, path = _named(original, missing)
        yield original.fault(OriginalMissing(other=other, path=path, left=left), Position(1))
        return
    deleted = {c: f for c, f in missing.items() if project.base and f in project.base.removed}
    for code, file in deleted.items():
        base = project.base.commit if project.base else ""
        broken = TranslationDeleted(original=original.file, file=file, base=base, left=left)
        yield Fault(broken, file, Position(1), code)
    if waiting := {code: file for code, file in missing.items() if code not in deleted}:
        other, path = _named(original, waiting)
        codes = " ".join(waiting)
        broken_now = TranslationMissing(other=other, path=path, page=original.file, codes=codes)
        yield original.fault(broken_now, Position(1))


def _named(original: Page, missing: Mapping[str, str]) -> tuple[str, str]:
    """The languages by name, and the files, each in one line."""
    names = ", ".join(language_name(original.language, code) for code in missing)
    return names, ", ".join(missing.values())


def _contract(page: Page) -> list[Heading]:
    return [heading for heading in page.document.headings if heading.level >= 2]


def _headings(page: Page, versions: Mapping[str, Page], original: Page) -> Iterator[Fault]:
    """Headings without an id; which id they should have is taken from another version."""
    own = {heading.id for heading in page.document.headings}
    others = [version for version in versions.values() if version is not page]
    other = original if original is not page else next(iter(others), original)
    same = _contract(other) if other is not page else []
    for index, heading in enumerate(_contract(page)):
        if not heading.explicit:
            there = same[index] if index < len(same) else None
            near = there.id if there and there.explicit and there.id not in own else None
            text = _MEANT_ID.sub("", heading.text)
            yield page.fault(
                HeadingIdMissing(
                    heading=text,
                    guess=near,
                    hashes="#" * heading.level,
                    slug=slugify(fold(text), "-") or "id",
                ),
                heading.position,
            )


def _sections(page: Page, original: Page, *, held: bool) -> Iterator[Fault]:
    """Sections that are missing, extra or out of order; headings without an id are told apart.

    Args:
        held: whether the page is held to the original in all; otherwise only as far as its record
            says that it once was the same.
    """
    here = [h for h in _contract(page) if h.explicit]
    there = [h for h in _contract(original) if h.explicit]
    ids = [h.id for h in here]
    wanted = [h.id for h in there]
    now, then = digests(original), recorded(page)
    unnamed = any(not h.explicit for h in _contract(page))
    for index, heading in enumerate(there):
        if heading.id in ids or unnamed or not (held or then.get(heading.id) == now.get(heading.id)):
            continue
        after = next((id for id in reversed(wanted[:index]) if id in ids), None)
        yield page.fault(
            SectionMissing(id=heading.id, after=after, original=original.file, line=heading.position.line),
            _end_of(page, after),
        )
    for heading in here:
        # What the record names stood in the original; what it never named is the translation's own.
        lost = heading.id in then or not (held or then)
        if heading.id not in wanted and not lost and all(h.explicit for h in _contract(original)):
            near = guess(heading.id, [id for id in wanted if id not in ids])
            yield page.fault(
                SectionExtra(id=heading.id, guess=near, original=original.file), heading.position
            )
    once = len(set(wanted)) == len(wanted)
    if once and (held or (then and not order_moved(page, original))):
        yield from _order(page, here, wanted)


def _order(page: Page, here: list[Heading], wanted: list[str]) -> Iterator[Fault]:
    """The first section that does not stand where the original has it."""
    ids = [h.id for h in here]
    common = [id for id in ids if id in wanted]
    for found, should_be in zip(common, [id for id in wanted if id in ids], strict=False):
        if found != should_be:
            place = next(h.position for h in here if h.id == found)
            before = wanted[: wanted.index(found)]
            after = next((id for id in reversed(before) if id in ids), None)
            yield page.fault(SectionOrder(id=found, after=after), place)
            return


def _end_of(page: Page, id: str | None) -> Position:
    """The line after a section: where the next one should begin."""
    sections = page.document.sections
    for index, section in enumerate(sections):
        if section.id == (id or ""):
            if index + 1 < len(sections):
                return sections[index + 1].position
            return Position(page.document.text.rstrip("\n").count("\n") + 1)
    return Position(1)


def _records(versions: Mapping[str, Page], original: Page) -> Iterator[Fault]:
    now = digests(original)
    for page in versions.values():
        # A page written as a second original has a finding for each key that is too much.
        if page is original or page.front.broken or page.is_marked_original:
            continue
        if not moved(page, original):
            continue
        told = {"original": original.file, "lines": record_lines(now)}
        stale = TranslationStale(changes=changes(page, original), **told)
        broken = stale if recorded(page) else TranslationRecordMissing(**told)
        yield page.fault(broken, page.front.position("translation"))


def record_lines(now: Mapping[str, str]) -> str:
    """The lines of front matter that record these digests."""
    return "\n".join(["translation:", *(f"  {id}: {digest}" for id, digest in now.items())])
