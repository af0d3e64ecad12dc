"""What stands around a page's text: banners, the phrases in the other languages, the last check."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from ..languages import language, language_name
from ..model.changes import ORDER, moved
from ..model.project import Page, Project
from ..model.slots import pieces
from ..reading.markdown.plain_text import plain
from .untranslated import untranslated

# Where editors begin.
_OF_EDITORS = "editing/index.md"


@dataclass(frozen=True)
class Phrases:
    """The phrases to say of a card in another language, in quotation marks, in their order."""

    code: str
    name: str
    phrases: tuple[str, ...]

    @property
    def pieces(self) -> tuple[tuple[tuple[str, bool], ...], ...]:
        """Each phrase in pieces, as its slots are shown in another way than the words around them."""
        return tuple(tuple(pieces(phrase)) for phrase in self.phrases)


@dataclass(frozen=True)
class Stale:
    """A translation whose original has moved on: `text` names the sections, `link` the original."""

    code: str
    text: str
    link: str


@dataclass(frozen=True)
class Review:
    """When a page was checked: `text` says so, `due` says what holds once `review_by` is over."""

    text: str
    due: str
    review_by: datetime.date
    over: bool


@dataclass(frozen=True)
class Trust:
    """Why a card can be relied on: `grounds` says on what it rests, `checked` from when to when it holds."""

    grounds: str
    checked: str


@dataclass(frozen=True)
class Due:
    """A page with the last day that its check holds; `text` says that the day is over.

    `lang` is the language of a page that the reader's does not have yet.
    """

    slug: str
    title: str
    text: str
    review_by: datetime.date
    over: bool
    lang: str


@dataclass(frozen=True)
class Around:
    """Everything a template needs to put around a page."""

    phrases: tuple[Phrases, ...]
    stale: Stale | None
    review: Review | None
    family: str
    trust: Trust | None
    due: tuple[Due, ...]


def around(project: Project, page: Page, today: datetime.date) -> Around:
    """What stands around a page.

    Args:
        page: a page that belongs to a language.
        today: the day of the build; browsers look again, as pages are read long after it.
    """
    names = language(page.language)
    family = names.texts["families"].get(project.neutral(page).family, "")
    return Around(
        _phrases(project, page),
        _stale(project, page),
        _review(project, page, today),
        names.word("reading", "family-cards", family=family),
        _trust(project, page),
        _due(project, page, today) if page.slug == _OF_EDITORS else (),
    )


def _phrases(project: Project, page: Page) -> tuple[Phrases, ...]:
    """The same phrases in the other languages, as far as these have as many."""
    own = page.document.section("say")
    if not project.is_card(page) or own is None:
        return ()
    found = []
    for code, version in project.by_slug[page.slug].items():
        section = version.document.section("say")
        if code != page.language and section and len(section.items) == len(own.items):
            said = tuple(plain(item.text) for item in section.items)
            found.append(Phrases(code, language(code).name, said))
    order = project.settings.languages
    return tuple(sorted(found, key=lambda phrases: order.index(phrases.code)))


def _stale(project: Project, page: Page) -> Stale | None:
    original = project.original(page.slug)
    if original is None or original is page or not page.matter.translation:
        return None
    ids = moved(page, original)
    if not ids:
        return None
    names = language(page.language)
    sections = section_names(original, page, ids)
    code = original.language or ""
    return Stale(
        code,
        names.word("reading", "stale", sections=sections),
        names.word("reading", "read-original", language=language_name(page.language, code)),
    )


def section_names(original: Page, page: Page, ids: Iterable[str]) -> str:
    """Sections of an original, in the words of a version of it as far as that has them."""
    names = language(page.language)
    parts = {"title": names.word("reading", "stale-title"), "lead": names.word("reading", "stale-lead")}
    parts[ORDER] = names.word("reading", "stale-order")
    for version in (original, page):
        parts |= {heading.id: heading.text for heading in version.document.headings if heading.level >= 2}
    return ", ".join(parts.get(id, id) for id in ids)


def _review(project: Project, page: Page, today: datetime.date) -> Review | None:
    if (days := project.neutral(page).checked) is None:
        return None
    verified, review_by = days
    names = language(page.language)
    dates = {"verified": names.date(verified), "review_by": names.date(review_by)}
    return Review(
        names.word("page", "verified", **dates),
        names.word("reading", "overdue", review_by=dates["review_by"]),
        review_by,
        review_by < today,
    )


def _trust(project: Project, page: Page) -> Trust | None:
    neutral = project.neutral(page)
    if not project.is_card(page) or neutral.checked is None:
        return None
    verified, review_by = neutral.checked
    names = language(page.language)
    named = neutral.all_claims
    numbers = {
        "count-claims": sum(id in project.sources.claims for id in named),
        "count-advice": sum(id in project.sources.practice for id in named),
    }
    grounds = ", ".join(names.count(key, number) for key, number in numbers.items() if number)
    checked = names.word(
        "reading", "trust-checked", verified=names.date(verified), review_by=names.date(review_by)
    )
    return Trust(names.word("reading", "trust-grounds", grounds=grounds) if grounds else "", checked)


def _due(project: Project, page: Page, today: datetime.date) -> tuple[Due, ...]:
    """All pages that have to be checked by a day, the next first: browsers show those whose day is over."""
    names = language(page.language)
    found = []
    waiting = untranslated(project, names.code)
    for slug, versions in project.by_slug.items():
        if (version := versions.get(names.code, waiting.get(slug))) is None:
            continue
        if day := project.neutral(version).review_by:
            text = names.word("status", "review-due", date=names.date(day))
            lang = (version.language or "") if slug in waiting else ""
            found.append(Due(slug, version.title, text, day, day < today, lang))
    return tuple(sorted(found, key=lambda due: (due.review_by, due.slug)))
