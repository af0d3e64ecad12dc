"""The lists of the status page: how much there is, which translations wait, which reviews are due.

`handbook status` prints the same.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from ...languages import Language, language
from ...model.project import Page, Project
from ...model.state import Status, status
from ..beside_page import section_names
from ..markdown_links import escape, link


def counts(project: Project, page: Page, today: datetime.date) -> str:
    """How much the handbook holds: cards, guides, claims, terms, and pages by language."""
    names = language(page.language)
    now = status(project, today)
    carried = names.word("status", "of", count=now.claims_carried, all=now.claims)
    numbers = {"cards": now.cards, "guides": now.guides, "claims": carried, "terms": now.terms}
    lines = [f"- {names.word('status', key)}: **{number}**" for key, number in numbers.items()]
    for code, number in now.pages.items():
        spoken = names.name_of(code)
        lines.append(f"- {names.word('status', 'pages', language=spoken)}: **{number}**")
    return "\n".join(lines)


def translations(project: Project, page: Page, today: datetime.date) -> str:
    """What each language still lacks, linked to the page in the language of the one who reads this."""
    names = language(page.language)
    now = status(project, today)
    lines = []
    for code in project.settings.languages:
        waiting = list(_waiting(project, page, names, now, code))
        spoken = names.name_of(code).capitalize()
        told = (
            names.word("status", "to-do", pages=names.count("count-pages", len(waiting)))
            if waiting
            else names.word("status", "complete")
        )
        lines += [f"- **{spoken}**: {told}", *(f"    - {entry}" for entry in waiting)]
    return "\n".join(lines)


def reviews(project: Project, page: Page, today: datetime.date) -> str:
    """The pages whose review is due, the longest first, and when the next ones will be."""
    names = language(page.language)
    now = status(project, today)
    lines = [
        f"- {link(project, page, due.slug)}: {names.word('status', 'review-due', date=names.date(day))}"
        for day, due in now.due
    ]
    parts = ["\n".join(lines) or names.word("status", "none-due")]
    if now.next_review:
        day, count = now.next_review
        values = {"date": names.date(day), "pages": names.count("count-pages", count)}
        parts.append(names.word("status", "next-review", **values))
    return "\n\n".join(parts)


def _waiting(project: Project, page: Page, names: Language, now: Status, code: str) -> Iterator[str]:
    for missing, slug in now.missing:
        if missing == code:
            yield f"{link(project, page, slug)}: {names.word('status', 'missing')}"
    for unrecorded in now.unrecorded:
        if unrecorded.language == code:
            yield f"{link(project, page, unrecorded.slug)}: {names.word('status', 'unrecorded')}"
    for stale in now.stale:
        if stale.page.language == code:
            shown = project.by_slug[stale.page.slug].get(names.code, stale.page)
            moved = section_names(stale.original, shown, stale.sections)
            yield f"{link(project, page, shown.slug)}: {escape(moved)}"
