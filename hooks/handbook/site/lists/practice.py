"""Practice: a brief for a role-play from every card."""

from __future__ import annotations

from collections.abc import Iterator

from ...languages import Language, language
from ...model.project import Page, Project, strings
from ...reading.markdown.plain_text import plain
from ..markdown_links import escape, link
from .page_lists import card_slug, families


def practice(project: Project, page: Page) -> str:
    """For each card, briefs for a role-play: the customer's, the staff's and the observer's."""
    names = language(page.language)
    parts = []
    for family, found in families(project, names.code):
        lines = [f"## {names.word('families', family)} {{#{family}}}", ""]
        for card in found:
            lines += [*_brief(project, page, names, card), ""]
        parts.append("\n".join(lines))
    return "\n\n".join(parts)


def _brief(project: Project, page: Page, names: Language, card: Page) -> Iterator[str]:
    def entries(section: str) -> list[str]:
        found = card.document.section(section)
        return [escape(plain(item.text)) for item in found.items] if found else []

    yield f'<details class="brief" id="{card_slug(card)}" markdown>'
    yield f"<summary>{escape(card.title)}</summary>"
    yield ""
    yield f"**{names.word('page', 'brief-customer')}**"
    yield ""
    yield from (f"- {text}" for text in entries("recognise"))
    yield from (f"- {names.quote(escape(text))}" for text in strings(card.front.values.get("customer_words")))
    yield ""
    yield f"**{names.word('page', 'brief-staff')}** {link(project, page, card.slug)}"
    yield ""
    yield f"**{names.word('page', 'brief-observer')}**"
    yield ""
    yield from (f"- [ ] {text}" for text in entries("do"))
    yield ""
    yield "</details>"
