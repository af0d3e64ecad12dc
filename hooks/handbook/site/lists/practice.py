"""Practice: a brief for a role-play from every card, with a part for each of the three players.

The customer gets who they are (where sources/briefs.yml does not say, how a customer behaves here)
and what one may say; staff get the title alone; the
observer gets what can be heard: phrases to say, and what had better not be said.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...languages import LANGUAGES, Language, language
from ...model.project import Page, Project
from ...reading.markdown.plain_text import plain
from ..markdown_links import escape, escape_said, link
from .card_lists import card_slug, families


def practice(project: Project, page: Page) -> str:
    """For each card, briefs for a role-play: the customer's, the staff's and the observer's."""
    names = language(page.language)
    parts = []
    for family, found in families(project, names.code):
        lines = [f"## {names.word('families', family)} {{#{family}}}", ""]
        for card in found:
            brief = _brief if card.language == names.code else _waiting
            lines += [*brief(project, page, names, card), ""]
        parts.append("\n".join(lines))
    return "\n\n".join(parts)


def _brief(project: Project, page: Page, names: Language, card: Page) -> Iterator[str]:
    yield f'<details class="brief" id="{card_slug(card)}" markdown>'
    yield f"<summary>{escape(card.title)}</summary>"
    yield ""
    yield f"**{names.word('page', 'brief-customer')}**"
    yield ""
    brief = project.sources.briefs.get(card_slug(card))
    if brief is not None:
        yield escape(brief[names.code])
        yield ""
    else:
        yield from (f"- {escape(text)}" for text in _behaviour(project, card))
    yield from (f"- {names.quote(escape(text))}" for text in card.matter.customer_words)
    yield ""
    yield f"**{names.word('page', 'brief-staff')}** {link(project, page, card.slug)}"
    yield ""
    yield f"**{names.word('page', 'brief-observer')}**"
    yield ""
    yield from (f"- [ ] {escape_said(text)}" for text in _entries(card, "say"))
    unsaid = [quoted for text in _entries(card, "dont-say") if (quoted := first_quoted(names, text))]
    if unsaid:
        yield ""
        yield f"**{names.word('page', 'brief-unsaid')}**"
        yield ""
        yield from (f"- [ ] {escape_said(text)}" for text in unsaid)
    yield ""
    yield "</details>"


def _waiting(project: Project, page: Page, names: Language, card: Page) -> Iterator[str]:
    """A card that this language does not have yet: nobody can play it here, but everybody can find it."""
    yield f'<p id="{card_slug(card)}" markdown>{link(project, page, card.slug)}</p>'


def _entries(card: Page, section: str) -> list[str]:
    found = card.document.section(section)
    return [plain(item.text) for item in found.items] if found else []


def _behaviour(project: Project, card: Page) -> Iterator[str]:
    """The points by which the situation is recognised, but for those about staff."""
    versions = {code: _entries(version, "recognise") for code, version in project.by_slug[card.slug].items()}
    own = versions[card.language or ""]
    for index, text in enumerate(own):
        same = [(code, entries[index]) for code, entries in versions.items() if len(entries) == len(own)]
        if not any(
            LANGUAGES[code].second_person.search(version) for code, version in same if code in LANGUAGES
        ):
            yield text


def first_quoted(names: Language, text: str) -> str:
    """What stands in quotation marks at the beginning of a text, with its marks; else nothing."""
    opening, closing = names.quotes
    end = text.find(closing)
    return text[: end + len(closing)] if text.startswith(opening) and end > 0 else ""
