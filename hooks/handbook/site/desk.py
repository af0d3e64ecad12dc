"""What the tools at the desk need in a language: their words, and the cards by name.

The scripts in docs/assets/desk fetch it when one of them is used, so no page is heavier for it.
"""

from __future__ import annotations

import json
from collections.abc import Callable

from ..languages import language
from ..model.project import Project
from .lists.card_lists import all_cards
from .untranslated import only_in

_TOOLS = ("keys", "mine")


def desk(project: Project, code: str, url_of: Callable[[str], str]) -> str:
    """The words of a language and its cards, as JSON.

    Args:
        code: the language; a card that it lacks is there in the language of its original.
        url_of: the address of a page from the site's root, by its path.
    """
    texts = language(code).texts
    cards = {
        card.slug.removesuffix(".md"): {"url": url_of(card.path), "title": card.title, "lang": card.language}
        | ({} if card.language == code else {"only": only_in(project, code, card)})
        for card in all_cards(project, code)
    }
    found = {tool: texts[tool] for tool in _TOOLS} | {"cards": cards}
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))
