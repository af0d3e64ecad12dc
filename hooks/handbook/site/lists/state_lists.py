"""The lists of the status page: how much there is, which translations wait, which reviews are due.

`handbook status` prints the same.
"""

from __future__ import annotations

import datetime

from ...languages import Language, language
from ...model.project import Page, Project
from ...model.state import Waiting, status, waiting
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
    """What each language still lacks, linked to the page in the language of the one who reads this.

    What has waited longest comes first.
    """
    names = language(page.language)
    all_waiting = waiting(project, status(project, today))
    lines = []
    for code in project.settings.languages:
        found = [_entry(project, page, names, one) for one in all_waiting if one.code == code]
        spoken = names.name_of(code).capitalize()
        told = (
            names.word("status", "to-do", pages=names.count("count-pages", len(found)))
            if found
            else names.word("status", "complete")
        )
        lines += [f"- **{spoken}**: {told}", *(f"    - {entry}" for entry in found)]
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


def _entry(project: Project, page: Page, names: Language, one: Waiting) -> str:
    """A page that waits, what it waits for, and since when as far as that is known."""
    if one.kind == "stale":
        told = _moved(project, names, one)
    else:
        told = names.word("status", "missing" if one.page is None else "unrecorded")
    since = f" ({names.word('status', 'since', date=names.date(one.since))})" if one.since else ""
    return f"{link(project, page, one.original.slug)}: {told}{since}"


def _moved(project: Project, names: Language, one: Waiting) -> str:
    shown = project.by_slug[one.original.slug].get(names.code, one.page or one.original)
    return escape(section_names(one.original, shown, one.sections))
