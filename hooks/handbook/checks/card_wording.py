"""The form of what cards say: quotation marks, reasons, a way on, and the length of replies."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from ..base.guessing import words
from ..base.kept import kept
from ..languages import Language, language
from ..model.card import REPLIES
from ..model.document import Section
from ..model.project import Fault, Page, Project, Settings
from ..model.rules.cards import (
    CardAnswerLong,
    CardDecideLink,
    CardPhraseUnquoted,
    CardReplyLength,
    CardWhyMissing,
)
from ..reading.markdown.plain_text import plain

_QUOTE = ">"


def check(project: Project) -> Iterator[Fault]:
    if project.settings.cards is None:
        return
    for page in project.pages.values():
        if project.is_card(page) and not page.unreadable:
            yield from _of_page(page, project.settings)


@kept
def _of_page(page: Page, settings: Settings) -> tuple[Fault, ...]:
    names = language(page.language)
    return (
        *_answer(page),
        *_said(page, names),
        *_unsaid(page, names),
        *_way_on(settings, page, names),
        *_replies(page, names),
    )


def _answer(page: Page) -> Iterator[Fault]:
    lead = page.document.section("")
    count = len(lead.paragraphs) + len(lead.items) if lead else 0
    if lead and count > 1:
        yield page.fault(CardAnswerLong(count=count), lead.position)


def _said(page: Page, names: Language) -> Iterator[Fault]:
    opening, closing = names.quotes
    section = page.document.section("say")
    for item in section.items if section else ():
        text = plain(item.text)
        # In Polish a full stop comes after the closing mark.
        if not text.startswith(opening) or text.rstrip(".").rfind(closing) != len(text.rstrip(".")) - 1:
            # What is partly quoted says itself where the marks go, but not what is left out.
            whole = None if opening in text or closing in text else names.quote(text.strip('"'))
            yield page.fault(CardPhraseUnquoted(found=text, better=whole), item.position)


def _unsaid(page: Page, names: Language) -> Iterator[Fault]:
    opening, closing = names.quotes
    section = page.document.section("dont-say")
    for item in section.items if section else ():
        text = plain(item.text)
        end = text.find(closing)
        why = words(text[end + 1 :]) if end > 0 else []
        if not text.startswith(opening) or not why:
            yield page.fault(CardWhyMissing(found=text), item.position)


def _way_on(settings: Settings, page: Page, names: Language) -> Iterator[Fault]:
    """Whoever finds that it is another case has to get to the card for it."""
    sections = page.document.sections
    at = next((n for n, section in enumerate(sections) if section.id == "decide"), None)
    if at is None:
        return
    begin = sections[at].position.line
    end = sections[at + 1].position.line if at + 1 < len(sections) else page.document.text.count("\n") + 2
    for link in page.document.links:
        path = posixpath.join(posixpath.dirname(page.slug), link.target.partition("#")[0])
        goal = posixpath.normpath(path)
        is_card = goal.startswith(f"{settings.cards}/") and goal != page.slug
        if begin <= link.position.line < end and is_card and not goal.endswith("/index.md"):
            return
    heading = names.word("sections", "decide")
    yield page.fault(CardDecideLink(heading=heading), sections[at].position)


def _replies(page: Page, names: Language) -> Iterator[Fault]:
    for reply in REPLIES:
        section = page.document.section(reply.id)
        if section is None:
            continue
        count = len(words(plain(_quoted(section))))
        if not reply.low <= count <= reply.high:
            heading = names.word("sections", reply.id)
            yield page.fault(
                CardReplyLength(heading=heading, count=count, low=reply.low, high=reply.high),
                section.position,
            )


def _quoted(section: Section) -> str:
    """The text of the quotations of a section; what stands beside them cannot be copied."""
    lines = [line.strip() for line in section.text.split("\n")]
    return "\n".join(line.lstrip(f"{_QUOTE} ") for line in lines if line.startswith(_QUOTE))
