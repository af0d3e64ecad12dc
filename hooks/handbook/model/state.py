"""The state of the handbook: what is there, what is translated, stale and due for review."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from .changes import moved
from .claims import carriers, usable
from .past import Past
from .project import Page, Project


@dataclass(frozen=True)
class Stale:
    """A translation that is behind its original: `sections` are those that moved."""

    page: Page
    original: Page
    sections: tuple[str, ...]


@dataclass(frozen=True)
class Status:
    """The counts and lists that the status page and `handbook status` show."""

    cards: int
    guides: int
    terms: int
    claims: int
    claims_carried: int
    pages: Mapping[str, int]
    missing: tuple[tuple[str, str], ...]  # language, slug
    stale: tuple[Stale, ...]
    unrecorded: tuple[Page, ...]
    due: tuple[tuple[datetime.date, Page], ...]
    next_review: tuple[datetime.date, int] | None  # the next day on which any is due, and how many are


def status(project: Project, today: datetime.date) -> Status:
    """Count and list.

    Args:
        today: the day that review dates are held against.
    """
    carried, wanted = carriers(project), usable(project)
    languages = project.settings.languages
    originals = [page for slug in project.by_slug if (page := project.original(slug))]
    missing, found_stale, unrecorded, due, coming = [], [], [], [], Counter[datetime.date]()
    for original in originals:
        versions = project.by_slug[original.slug]
        missing += [(code, original.slug) for code in languages if code not in versions]
        if review_by := original.matter.review_by:
            if review_by < today:
                due.append((review_by, original))
            else:
                coming[review_by] += 1
        for page in versions.values():
            if page is original:
                continue
            if not page.is_translation:
                unrecorded.append(page)
            elif sections := moved(page, original):
                found_stale.append(Stale(page, original, sections))
    default = project.settings.default_language or ""
    return Status(
        cards=sum(1 for _ in project.cards(default)),
        guides=sum(1 for p in originals if p.slug.startswith("guides/") and not p.slug.endswith("index.md")),
        terms=len(project.sources.terms),
        claims=len(wanted),
        claims_carried=sum(1 for id in wanted if id in carried),
        pages={code: sum(1 for v in project.by_slug.values() if code in v) for code in languages},
        missing=tuple(missing),
        stale=tuple(found_stale),
        unrecorded=tuple(unrecorded),
        due=tuple(sorted(due, key=lambda entry: (entry[0], entry[1].path))),
        next_review=min(coming.items(), default=None),
    )


@dataclass(frozen=True)
class Waiting:
    """A page that waits in a language for its translation.

    Attributes:
        code: the language that lacks something.
        kind: missing, stale (`sections` are those that moved) or unrecorded.
        original: what is to be translated.
        page: the translation, as far as there is one.
        past: whose change it follows, where that is known.
        since: the day of that change.
    """

    code: str
    kind: str
    original: Page
    page: Page | None = None
    sections: tuple[str, ...] = ()
    past: Past | None = None
    since: datetime.date | None = None


def waiting(project: Project, now: Status) -> list[Waiting]:
    """All that waits for a translation, the longest first; what nobody knows the day of comes last."""
    return sorted(_waiting(project, now), key=lambda one: one.since or datetime.date.max)


def _waiting(project: Project, now: Status) -> Iterator[Waiting]:
    for code, slug in now.missing:
        if original := project.original(slug):
            known = project.past.get(original.file)
            # It has waited for as long as the original is there.
            yield Waiting(code, "missing", original, past=known, since=known.first if known else None)
    for stale in now.stale:
        known, code = project.past.get(stale.original.file), stale.page.language or ""
        since = known.last if known else None
        yield Waiting(code, "stale", stale.original, stale.page, stale.sections, known, since)
    for page in now.unrecorded:
        known, original = project.past.get(page.file), project.original(page.slug) or page
        since = known.last if known else None
        yield Waiting(page.language or "", "unrecorded", original, page, past=known, since=since)
