"""The front matter of cards: what its fields have to do with each other and with the card's sections."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from ..base.guessing import words
from ..languages import language
from ..model.card import CUSTOMER_WORDS_LENGTH, PREFIXES, WRITE
from ..model.project import Fault, Page, Project, strings
from ..model.rules.cards import CardIdFamily, CardMayBecome, CardWords, CardWriting
from ..model.rules.files import KeyEntryTwice, ReviewEarly, ReviewLate
from ..model.rules.waivers import LONGEST_PROMISE

# Lists in which an entry says nothing more when it stands a second time.
_LISTS = ("may_become", "facts", "claims", "related", "channels", "local_rules", "customer_words")
_WRITING = "writing"


def check(project: Project) -> Iterator[Fault]:
    if project.settings.cards is None:
        return
    for page in project.pages.values():
        if page.unreadable or page.front.broken:
            continue
        if page.language is not None and project.original(page.slug) is page:
            yield from _review(page)
        if not project.is_card(page):
            continue
        yield from _twice(page)
        for index, text in enumerate(strings(page.front.values.get("customer_words"))):
            if (count := len(words(text))) > CUSTOMER_WORDS_LENGTH:
                position = page.front.position("customer_words", index)
                limit = CUSTOMER_WORDS_LENGTH
                yield page.fault(CardWords(what=text, count=count, limit=limit), position)
        if project.original(page.slug) is page:
            yield from _original(page)


def _twice(page: Page) -> Iterator[Fault]:
    for key in _LISTS:
        seen: set[str] = set()
        for index, value in enumerate(strings(page.front.values.get(key))):
            if value in seen:
                yield page.fault(KeyEntryTwice(key=key, value=value), page.front.position(key, index))
            seen.add(value)


def _original(page: Page) -> Iterator[Fault]:
    values, front = page.front.values, page.front
    id, family, decision = values.get("id"), values.get("family"), values.get("decision")
    prefix = PREFIXES.get(family) if isinstance(family, str) else None
    if prefix and isinstance(family, str) and isinstance(id, str) and not id.startswith(f"{prefix}-"):
        yield page.fault(CardIdFamily(id=id, family=family, prefix=prefix), front.position("id"))
    for index, other in enumerate(strings(values.get("may_become"))):
        if other == decision:
            yield page.fault(CardMayBecome(decision=other), front.position("may_become", index))
    yield from _writing(page)


def _review(page: Page) -> Iterator[Fault]:
    """The day of the next review: after the last check, and not years ahead."""
    verified, review_by = page.front.values.get("verified"), page.front.values.get("review_by")
    if not isinstance(verified, datetime.date) or not isinstance(review_by, datetime.date):
        return
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
    channels = page.front.values.get("channels")
    claimed = _WRITING in strings(channels)
    if claimed and section is None:
        index = strings(channels).index(_WRITING)
        position = page.front.position("channels", index)
        yield page.fault(CardWriting(add=heading, drop=f"{_WRITING} (channels)"), position)
    elif section is not None and strings(channels) and not claimed:
        yield page.fault(CardWriting(add=f"{_WRITING} (channels)", drop=heading), section.position)
