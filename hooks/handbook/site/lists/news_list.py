"""The list of what is new: day by day, in the words of those who work with the cards."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from ...languages import Language, language
from ...languages.sorting import alphabetical
from ...model.digests import digests
from ...model.news import DAYS, FEW, RULE, Entry
from ...model.placement import place
from ...model.project import Page, Project
from ..markdown_links import escape, relative

# What editors read is no news at the desk.
_OF_EDITORS = "editing/"
_MARKER = "news"


class Told(NamedTuple):
    """An entry as it is told: its page, if it is there, and the names of its sections, each with its id."""

    entry: Entry
    page: Page | None
    title: str
    kind: str
    sections: tuple[tuple[str, str], ...] = ()

    @property
    def text(self) -> str:
        """The entry in one line, without links."""
        names = ", ".join(name for name, _ in self.sections)
        return f"{self.kind}: {self.title}" + (f" – {names}" if names else "")


def is_news_page(page: Page) -> bool:
    """Whether a page holds the list."""
    return any(name == _MARKER for name, _ in page.document.markers)


def day_id(day: datetime.date) -> str:
    """The id of a day's heading."""
    return f"day-{day.isoformat()}"


def told(project: Project, code: str, today: datetime.date) -> list[Told]:
    """The entries of a language, the latest day first; within a day what is new, then by title."""
    known = project.news.entries if project.news else ()
    first = today - datetime.timedelta(days=DAYS - 1)
    found = []
    for entry in known:
        page = None if entry.gone else project.pages.get(entry.path)
        if not first <= entry.day <= today:
            continue
        if page and page.language == code and _is_told(page):
            found.append(_told(project, page, entry))
        elif entry.gone and _was_told(project, entry, code):
            found.append(Told(entry, None, entry.gone, language(code).word("news", "removed")))

    def order(one: Told) -> tuple[int, bool, tuple[int, ...]]:
        return -one.entry.day.toordinal(), not one.entry.is_new, alphabetical(code, one.title)

    return sorted(found, key=order)


def news(project: Project, page: Page, today: datetime.date) -> str:
    """The list of a language, and what cannot be known of it."""
    names = language(page.language)
    if project.news is None:
        return names.word("news", "preview")
    if not project.news.is_known:
        return names.word("news", "unknown")
    parts = list(_days(page, names, told(project, names.code, today)))
    if not parts:
        parts = [names.word("news", "none", days=DAYS)]
    if project.news.begins:
        parts.append(names.word("news", "begins", date=names.date(project.news.begins)))
    return "\n\n".join(parts)


def _days(page: Page, names: Language, found: list[Told]) -> Iterator[str]:
    for day, entries in groupby(found, key=lambda one: one.entry.day):
        yield f"## {names.date(day)} {{#{day_id(day)}}}"
        yield "\n".join(_line(page, one) for one in entries)


def _line(page: Page, told: Told) -> str:
    if told.page is None:
        return f"- **{told.kind}:** {escape(told.title)}"
    slug = told.page.slug
    sections = ", ".join(
        f"[{escape(name)}]({relative(page, slug, '' if id == 'lead' else id)})" if id else escape(name)
        for name, id in told.sections
    )
    line = f"- **{told.kind}:** [{escape(told.title)}]({relative(page, slug)})"
    return f"{line} – {sections}" if sections else line


def _is_told(page: Page) -> bool:
    return not page.unreadable and not page.slug.startswith(_OF_EDITORS) and not is_news_page(page)


def _was_told(project: Project, entry: Entry, code: str) -> bool:
    of, slug = place(entry.path, project.settings)
    return of == code and not slug.startswith(_OF_EDITORS)


def _told(project: Project, page: Page, entry: Entry) -> Told:
    names = language(page.language)
    kind = names.word("news", "new" if entry.is_new else "changed")
    own = names.texts["news-sections"] if project.is_card(page) else {}
    headings = {heading.id: heading.text for heading in page.document.headings}
    there, listed = digests(page), _listed(project, page, names.code)
    sections = []
    for id, heading in entry.sections:
        if id in ("title", "lead"):
            sections.append((names.word("news", id), "" if id == "title" else id))
        elif id in there:
            sections.append((own.get(id) or headings[id], id))
        elif id in listed:
            sections.append((listed[id], id))
        elif id.startswith(RULE):
            sections.append((names.word("news", "rule", rule=heading), ""))
        else:
            sections.append((names.word("news", "gone", section=heading), ""))
    if len(sections) > FEW:
        sections = [(names.word("news", "much"), "")]
    return Told(entry, page, page.title, kind, tuple(sections))


def _listed(project: Project, page: Page, code: str) -> dict[str, str]:
    """The headings of what a page lists, by id."""
    markers = {name for name, _ in page.document.markers}
    found: dict[str, str] = {}
    if "phrasebook" in markers:
        found |= {phrase.id: phrase.intent[code] for phrase in project.sources.phrases}
    if "glossary" in markers:
        found |= {term.id: term.term[code] for term in project.sources.terms}
    return found
