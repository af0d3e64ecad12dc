"""Translations: each page in each language, the same sections in the same order, kept up to date."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from markdown.extensions.toc import slugify

from ..base.guessing import guess
from ..base.positions import Position
from ..languages import language_name
from ..languages.sorting import fold
from ..model.digests import digests
from ..model.document import Heading
from ..model.project import Fault, Page, Project
from ..model.rules.references import HeadingIdMissing
from ..model.rules.translations import (
    SectionExtra,
    SectionMissing,
    SectionOrder,
    TranslationMissing,
    TranslationRecordMissing,
    TranslationStale,
)
from ..model.state import moved
from ..model.versions import by_language, standard


def check(project: Project) -> Iterator[Fault]:
    if len(project.settings.languages) < 2:
        return
    for slug, versions in project.by_slug.items():
        original = project.original(slug)
        if original is None:
            continue
        yield from _missing(project, original, versions)
        readable = by_language(versions)
        against = readable.get(_standard(readable, original), original)
        for page in readable.values():
            yield from _headings(page, against)
            if page is not against and not against.unreadable:
                yield from _sections(page, against)
        if project.settings.cards is not None and not original.front.broken:
            yield from _records(readable, original)


def _missing(project: Project, original: Page, versions: Mapping[str, Page]) -> Iterator[Fault]:
    missing = [code for code in project.settings.languages if code not in versions]
    # A page kept out of the site is not missing.
    missing = [code for code in missing if f"{code}/{original.slug}" not in project.excluded]
    if missing:
        docs = project.settings.docs_dir
        yield original.fault(
            TranslationMissing(
                other=", ".join(language_name(original.language, code) for code in missing),
                path=", ".join(f"{docs}/{code}/{original.slug}" for code in missing),
            ),
            Position(1),
        )


def _standard(versions: Mapping[str, Page], original: Page) -> str:
    ids = {code: tuple(h.id for h in _contract(page)) for code, page in versions.items()}
    return standard(ids, original.language or "") if ids else ""


def _contract(page: Page) -> list[Heading]:
    return [heading for heading in page.document.headings if heading.level >= 2]


def _headings(page: Page, original: Page) -> Iterator[Fault]:
    own = {heading.id for heading in page.document.headings}
    for index, heading in enumerate(_contract(page)):
        if not heading.explicit:
            same = _contract(original)
            there = same[index] if page is not original and index < len(same) else None
            near = there.id if there and there.explicit and there.id not in own else None
            yield page.fault(
                HeadingIdMissing(
                    heading=heading.text,
                    guess=near,
                    hashes="#" * heading.level,
                    slug=slugify(fold(heading.text), "-") or "id",
                ),
                heading.position,
            )


def _sections(page: Page, original: Page) -> Iterator[Fault]:
    """Sections that are missing, extra or out of order; headings without an id are told apart."""
    here = [h for h in _contract(page) if h.explicit]
    there = [h for h in _contract(original) if h.explicit]
    ids = [h.id for h in here]
    wanted = [h.id for h in there]
    unnamed = any(not h.explicit for h in _contract(page))
    for index, heading in enumerate(there):
        if heading.id in ids or unnamed:
            continue
        after = next((id for id in reversed(wanted[:index]) if id in ids), None)
        yield page.fault(
            SectionMissing(id=heading.id, after=after, original=original.file, line=heading.position.line),
            _end_of(page, after),
        )
    for heading in here:
        if heading.id not in wanted and all(h.explicit for h in _contract(original)):
            near = guess(heading.id, [id for id in wanted if id not in ids])
            yield page.fault(
                SectionExtra(id=heading.id, guess=near, original=original.file), heading.position
            )
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
        sections = moved(page, now)
        if not sections:
            continue
        recorded = page.front.values.get("translation")
        rule = TranslationStale if recorded else TranslationRecordMissing
        named = ", ".join(sections) if recorded else ""
        broken = rule(sections=named, original=original.file, lines=record_lines(now))
        yield page.fault(broken, page.front.position("translation"))


def record_lines(now: dict[str, str]) -> str:
    """The lines of front matter that record these digests."""
    return "\n".join(["translation:", *(f"  {id}: {digest}" for id, digest in now.items())])
