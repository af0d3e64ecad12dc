"""The phrasebook as a list: say this, not that, and the written replies of the cards."""

from __future__ import annotations

from collections.abc import Iterator

from ...languages import CODES, Language, language
from ...model.card import replies_in
from ...model.project import Page, Project
from ..markdown_links import escape, escape_said, link, relative
from .card_lists import families

# The section that the written replies add to the page.
WRITTEN = "written-replies"


def phrasebook(project: Project, page: Page) -> str:
    """Say this, not that: each phrase in this language, with the same phrase in the others."""
    names = language(page.language)
    code = names.code
    parts = []
    for phrase in project.sources.phrases:
        lines = [f"## {escape(phrase.intent[code])} {{#{phrase.id}}}", ""]
        lines.append(names.quote(escape_said(phrase.say[code])))
        lines += ["{ .phrase }", ""]
        for other in CODES:
            if other != code:
                said = language(other).quote(escape_said(phrase.say[other]))
                lines.append(f'- <span lang="{other}">{said}</span>')
        lines += ["", f"{names.word('page', 'instead-of')}: <del>{escape(phrase.instead_of[code])}</del>"]
        parts.append("\n".join(lines))
    return "\n\n".join([*parts, *_replies(project, page, names)])


def _replies(project: Project, page: Page, names: Language) -> Iterator[str]:
    """The written replies on the cards, by family."""
    found = []
    for family, cards in families(project, names.code):
        entries = []
        for card in cards:
            given = [section.id for section in replies_in(card.document)]
            if given and card.language != names.code:
                entries.append(f"- {link(project, page, card.slug)}")
            elif given:
                links = [f"[{names.word('sections', id)}]({relative(page, card.slug, id)})" for id in given]
                entries.append(f"- {escape(card.title)}: {' · '.join(links)}")
        if entries:
            found += [f"**{names.word('families', family)}**", "\n".join(entries)]
    if found:
        yield f"## {names.word('page', 'replies')} {{#{WRITTEN}}}"
        yield names.word("page", "replies-note")
        yield from found
