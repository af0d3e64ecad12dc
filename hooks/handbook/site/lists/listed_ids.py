"""The ids that the lists bring to their pages, so that links to them can be checked."""

from __future__ import annotations

from ...languages import language
from ...model.card import replies_in
from ...model.project import Project
from .card_lists import card_slug
from .news_list import day_id
from .phrasebook_list import WRITTEN
from .rule_list import rule_ids
from .source_lists import ADVICE


def listed_ids(project: Project, name: str) -> set[str]:
    """The ids that the list with this name brings to a page."""
    data = project.sources
    if name in ("cards", "finder"):
        return set(language(None).texts["families"])
    if name == "practice":
        slugs = {card_slug(card) for code in project.settings.languages for card in project.cards(code)}
        return slugs | set(language(None).texts["families"])
    if name == "news":
        return {day_id(entry.day) for entry in (project.news.entries if project.news else ())}
    if name == "rules":
        return rule_ids()
    if name == "glossary":
        return {*data.groups, *(term.id for term in data.terms)}
    if name == "sources":
        return {id.lower() for id in data.sources}
    if name == "claims":
        found = {id.lower() for id in (*data.claims, *data.practice)}
        found |= {f"claims-{id.lower()}" for id in data.sources}
        return found | ({ADVICE} if data.practice else set())
    if name == "contradictions":
        return {entry.id.lower() for entry in data.contradictions}
    if name == "phrasebook":
        written = any(
            replies_in(card.document) for code in project.settings.languages for card in project.cards(code)
        )
        return {*(phrase.id for phrase in data.phrases), *([WRITTEN] if written else [])}
    return set()
