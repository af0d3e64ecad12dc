"""The finder: every card in plain lists, and a form of three questions that narrows them down."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from ...languages import Language, language
from ...model.project import Page, Project
from ..markdown_links import link
from .card_lists import badge, families


def finder(project: Project, page: Page) -> str:
    """All cards by family as plain lists, with a form that finder.js filters them by."""
    names = language(page.language)
    parts = ["\n".join(_form(project, names))]
    for family, found in families(project, names.code):
        lines = [f"## {names.word('families', family)} {{#{family}}}", ""]
        lines += [_found(project, page, names, card) for card in found]
        parts.append("\n".join(lines))
    return "\n\n".join(parts)


def _form(project: Project, names: Language) -> Iterator[str]:
    """The three questions as raw HTML; only scripts show it, as it does nothing without them."""
    texts = names.texts
    groups = {
        "family": texts["finder-families"],
        "decision": texts["decisions"],
        "channel": texts["channels"],
    }
    yield '<form class="finder">'
    for group, options in groups.items():
        yield f"<fieldset><legend>{escape(texts['finder'][group])}</legend>"
        for value, text in options.items():
            yield (
                f'<label><input type="checkbox" name="{group}" value="{value}"> '
                f"<span>{escape(text)}</span> <small></small></label>"
            )
        yield "</fieldset>"
    counts = " ".join(
        f'data-{form}="{escape(texts["page"][f"count-cards-{form}"])}"' for form in ("one", "few", "many")
    )
    none = escape(texts["finder"]["none"])
    yield f'<p><output {counts} data-none="{none}"></output>'
    yield f'<button type="reset" hidden>{escape(texts["finder"]["clear"])}</button></p>'
    yield "</form>"


def _found(project: Project, page: Page, names: Language, card: Page) -> str:
    neutral = project.neutral(card)
    known = neutral.decision if neutral.decision in names.texts["decisions"] else ""
    label = badge(names, known)
    channels = " ".join(name for name in neutral.channels if name in names.texts["channels"])
    values = f'{{ data-channel="{channels}" data-decision="{known}" }}'
    shown = link(project, page, card.slug)
    if card.language != page.language:
        # An attribute list belongs to Markdown's own links; this one is HTML.
        return f"- {shown.replace('<a ', _attributes(channels, known), 1)} {label}"
    return f"- {shown}{values} {label}"


def _attributes(channels: str, decision: str) -> str:
    return f'<a data-channel="{channels}" data-decision="{decision}" '
