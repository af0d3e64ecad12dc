"""Translations: each page in each language, the same sections in the same order, kept up to date."""

from __future__ import annotations

from collections.abc import Iterator

from ..digest import digests
from ..languages import language
from ..model import Fault, Heading, Page, Position, Project
from ..text import guess
from markdown.extensions.toc import slugify


def check(project: Project) -> Iterator[Fault]:
    if len(project.settings.languages) < 2:
        return
    for slug, versions in project.by_slug.items():
        original = project.original(slug)
        if original is None:
            continue
        missing = [code for code in project.settings.languages if code not in versions]
        for code in missing:
            if f"{code}/{slug}" in project.files:
                continue  # it is there, but cannot be read: that has its own finding
            name = language(original.language).word("language-names", code) if code in (
                "pl",
                "hr",
                "en",
            ) else code
            path = f"{project.settings.docs_dir}/{code}/{slug}"
            yield original.fault("translation-missing", Position(1), other=name, path=path)
        for page in versions.values():
            yield from _headings(page, original)
            if page is not original:
                yield from _sections(page, original)
                yield from _record(project, page, original)


def _contract(page: Page) -> list[Heading]:
    return [heading for heading in page.document.headings if heading.level >= 2]


def _headings(page: Page, original: Page) -> Iterator[Fault]:
    for index, heading in enumerate(_contract(page)):
        if not heading.explicit:
            same = _contract(original)
            near = same[index].id if page is not original and index < len(same) and same[index].explicit else None
            yield page.fault(
                "heading-id-missing",
                heading.position,
                heading=heading.text,
                guess=near,
                slug=slugify(heading.text, "-") or "id",
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
            "section-missing",
            _end_of(page, after),
            id=heading.id,
            after=after,
            original=original.file,
            line=heading.position.line,
        )
    for heading in here:
        if heading.id not in wanted and all(h.explicit for h in _contract(original)):
            near = guess(heading.id, [id for id in wanted if id not in ids])
            yield page.fault(
                "section-extra", heading.position, id=heading.id, guess=near, original=original.file
            )
    common = [id for id in ids if id in wanted]
    for found, should_be in zip(common, [id for id in wanted if id in ids], strict=False):
        if found != should_be:
            place = next(h.position for h in here if h.id == found)
            before = wanted[: wanted.index(found)]
            after = next((id for id in reversed(before) if id in ids), None)
            yield page.fault("section-order", place, id=found, after=after)
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


def _record(project: Project, page: Page, original: Page) -> Iterator[Fault]:
    if project.settings.cards is None or page.front.broken or original.front.broken:
        return
    if page.is_marked_original:
        return  # written as a second original: each key that is too much has its finding
    now = digests(original)
    recorded = page.front.values.get("translation")
    recorded = recorded if isinstance(recorded, dict) else {}
    lines = record_lines(now)
    if not recorded:
        yield page.fault(
            "translation-record-missing",
            page.front.position("translation"),
            sections="",
            original=original.file,
            lines=lines,
        )
        return
    moved = [id for id, digest in now.items() if recorded.get(id) != digest]
    moved += [id for id in recorded if id not in now]
    if moved:
        yield page.fault(
            "translation-stale",
            page.front.position("translation"),
            sections=", ".join(moved),
            original=original.file,
            lines=lines,
        )


def record_lines(now: dict[str, str]) -> str:
    """The lines of front matter that record these digests."""
    return "\n".join(["translation:", *(f"  {id}: {digest}" for id, digest in now.items())])
