"""The front matter of cards: what its fields have to do with each other and with the card's sections."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from ..base.edits import Edit
from ..base.guessing import guess, words
from ..languages import language
from ..model.card import CUSTOMER_WORDS_LENGTH, PREFIXES, WRITE
from ..model.matter import Matter
from ..model.project import Fault, Page, Project
from ..model.rules.cards import (
    CardIdFamily,
    CardMayBecome,
    CardRelatedOneWay,
    CardRelatedUnknown,
    CardWords,
    CardWriting,
)
from ..model.rules.files import KeyEntryTwice, ReviewEarly, ReviewLate
from ..model.rules.waivers import LONGEST_PROMISE
from ..site.lists.card_lists import card_slug

# Lists in which an entry says nothing more when it stands a second time.
_LISTS: Mapping[str, Callable[[Matter], Sequence[str]]] = {
    "may_become": lambda given: given.may_become,
    "facts": lambda given: given.facts or (),
    "claims": lambda given: given.claims.get("", ()),
    "related": lambda given: given.related,
    "channels": lambda given: given.channels,
    "local_rules": lambda given: given.local_rules,
    "customer_words": lambda given: given.customer_words,
}
_WRITING = "writing"


def check(project: Project) -> Iterator[Fault]:
    if project.settings.cards is None:
        return
    slugs = {
        card_slug(next(iter(versions.values())))
        for versions in project.by_slug.values()
        if project.is_card(next(iter(versions.values())))
    }
    for page in project.pages.values():
        if page.unreadable or page.front.broken:
            continue
        if page.language is not None and project.original(page.slug) is page:
            yield from _review(page)
        if not project.is_card(page):
            continue
        yield from _twice(page)
        for index, text in enumerate(page.matter.customer_words):
            if (count := len(words(text))) > CUSTOMER_WORDS_LENGTH:
                position = page.front.position("customer_words", index)
                limit = CUSTOMER_WORDS_LENGTH
                yield page.fault(CardWords(what=text, count=count, limit=limit), position)
        if project.original(page.slug) is page:
            yield from _original(page)
            yield from _related(project, page, slugs)


def _twice(page: Page) -> Iterator[Fault]:
    for key, entries in _LISTS.items():
        seen: set[str] = set()
        for index, value in enumerate(entries(page.matter)):
            if value in seen:
                yield page.fault(KeyEntryTwice(key=key, value=value), page.front.position(key, index))
            seen.add(value)


def _original(page: Page) -> Iterator[Fault]:
    given, front = page.matter, page.front
    prefix = PREFIXES.get(given.family)
    if prefix and given.id and not given.id.startswith(f"{prefix}-"):
        yield page.fault(CardIdFamily(id=given.id, family=given.family, prefix=prefix), front.position("id"))
    for index, other in enumerate(given.may_become):
        if other == given.decision:
            yield page.fault(CardMayBecome(decision=other), front.position("may_become", index))
    yield from _writing(page)


def _review(page: Page) -> Iterator[Fault]:
    """The day of the next review: after the last check, and not years ahead."""
    if (days := page.matter.checked) is None:
        return
    verified, review_by = days
    names = language(page.language)
    dates = {"verified": names.date(verified), "review_by": names.date(review_by)}
    if review_by <= verified:
        yield page.fault(ReviewEarly(**dates), page.front.position("review_by"))
    elif review_by - verified > LONGEST_PROMISE:
        yield page.fault(ReviewLate(**dates), page.front.position("review_by"))


def _writing(page: Page) -> Iterator[Fault]:
    """A card for writing has a written reply, and only such a card has one."""
    names = language(page.language)
    heading = f"## {names.word('sections', WRITE)} {{#{WRITE}}}"
    section = page.document.section(WRITE)
    channels = page.matter.channels
    claimed = _WRITING in channels
    if claimed and section is None:
        index = channels.index(_WRITING)
        position = page.front.position("channels", index)
        yield page.fault(CardWriting(add=heading, drop=f"{_WRITING} (channels)"), position)
    elif section is not None and channels and not claimed:
        yield page.fault(CardWriting(add=f"{_WRITING} (channels)", drop=heading), section.position)


def _related(project: Project, page: Page, slugs: set[str]) -> Iterator[Fault]:
    folder, own = project.settings.cards, card_slug(page)
    for index, slug in enumerate(page.matter.related):
        if slug not in slugs or slug == own:
            position = page.front.position("related", index)
            moved = project.redirects.get(f"{folder}/{slug}.md", "").removeprefix(f"{folder}/")
            now = moved.removesuffix(".md") if moved else None
            near = now or guess(slug, sorted(slugs - {own}))
            fix = Edit(position, slug, now) if now else None
            yield page.fault(CardRelatedUnknown(slug=slug, guess=near), position, fix)
            continue
        other = project.original(f"{folder}/{slug}.md")
        if other and not other.front.broken and own not in other.matter.related:
            position = page.front.position("related", index)
            yield page.fault(CardRelatedOneWay(slug=slug, back=own, other=other.file), position)
