"""Lists of cards: doors, cards by family, and one entry of a list. Each list is Markdown for one page."""

from __future__ import annotations

from collections.abc import Iterator

from ...languages import Language, language
from ...model.project import Page, Project
from ..markdown_links import link, relative
from ..untranslated import untranslated


def families(project: Project, code: str, *, waiting: bool = True) -> Iterator[tuple[str, list[Page]]]:
    """The families in their order, each with its cards in that language.

    Args:
        waiting: whether to name cards that are not in that language yet, too, by their originals.
    """
    cards = all_cards(project, code) if waiting else list(project.cards(code))
    for family in language(code).texts["families"]:
        yield family, [card for card in cards if project.neutral(card).family == family]


def all_cards(project: Project, code: str) -> list[Page]:
    """The cards of a language, and the originals of those that it does not have yet, by id."""
    waiting = [page for page in untranslated(project, code).values() if project.is_card(page)]
    return sorted([*project.cards(code), *waiting], key=lambda card: project.neutral(card).id or card.slug)


def doors(project: Project, page: Page) -> str:
    """The six families as links, each with the number of its cards."""
    names = language(page.language)
    index = f"{project.settings.cards}/index.md"
    lines = ['<div class="doors" markdown>', ""]
    for family, cards in families(project, names.code):
        target = relative(page, index, family)
        count = names.count("count-cards", len(cards))
        lines.append(f"- [**{names.word('families', family)}** {count}]({target}){{ .door .{family} }}")
    return "\n".join([*lines, "", "</div>"])


def cards(project: Project, page: Page) -> str:
    """All cards by family, each with its decision."""
    names = language(page.language)
    parts = []
    for family, found in families(project, names.code):
        lines = [f"## {names.word('families', family)} {{#{family}}}", ""]
        lines += [card_entry(project, page, names, card) for card in found]
        parts.append("\n".join(lines))
    return "\n\n".join(parts)


def card_entry(project: Project, page: Page, names: Language, card: Page) -> str:
    """A list entry: the card's title as a link, then its decision."""
    label = badge(names, project.neutral(card).decision)
    return f"- {link(project, page, card.slug)} {label}".rstrip()


def badge(names: Language, decision: str) -> str:
    """A decision's name, marked up so that it can be told at a glance."""
    text = names.texts["decisions"].get(decision)
    return f"*{text}*{{ .decision .{decision} }}" if text else ""


def card_slug(card: Page) -> str:
    """The name of a card in lists of related cards and in anchors: its file name without .md."""
    return card.slug.rpartition("/")[2].removesuffix(".md")
