"""What the page to learn by fetches in a language: its words, and the questions of every card.

The scripts in docs/assets/learn use it; no other page loads any of it.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from ..languages import language
from ..model.project import Page, Project
from ..reading.markdown.plain_text import plain
from .lists.card_lists import families
from .questions import Choice, questions
from .untranslated import only_in, untranslated

# A question is known by its card and its kind, the same in every language, so that progress is, too.


def learning(project: Project, code: str, url_of: Callable[[str], str]) -> str:
    """The words of a language and the questions of its cards by family, as JSON.

    Args:
        code: the language; cards that it lacks are not asked about in it, but named.
        url_of: the address of a page from the site's root, by its path.
    """
    names = language(code)
    found = {
        "words": names.texts["learn"],
        "families": [
            {"name": names.word("families", family), "cards": [_name(card) for card in cards]}
            for family, cards in families(project, code, waiting=False)
            if cards
        ],
        "waiting": [
            {
                "url": url_of(card.path),
                "title": card.title,
                "lang": card.language,
                "only": only_in(project, code, card),
            }
            for card in untranslated(project, code).values()
            if project.is_card(card)
        ],
        "cards": {_name(card): _card(project, card, url_of) for card in project.cards(code)},
    }
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def _name(card: Page) -> str:
    return card.slug.removesuffix(".md")


def _card(project: Project, card: Page, url_of: Callable[[str], str]) -> dict[str, Any]:
    signs = card.document.section("recognise")
    return {
        "url": url_of(card.path),
        "title": card.title,
        "customer": card.matter.customer_words,
        "decision": language(card.language).texts["decisions"].get(project.neutral(card).decision, ""),
        "signs": [plain(item.text) for item in signs.items] if signs else [],
        "questions": {
            question.kind: [_choices(question.right), _choices(question.wrong)]
            for question in questions(project, card)
        },
    }


def _choices(choices: tuple[Choice, ...]) -> list[list[str]]:
    """Each as its text, its reason and its case, as far as there are any."""
    parts = [[choice.text, choice.reason, choice.case] for choice in choices]
    return [part if part[2] else part[: 2 if part[1] else 1] for part in parts]
