"""Lists of what the handbook rests on: sources, claims, advice, contradictions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from ...languages import Language, language
from ...model.claims import carriers
from ...model.project import Page, Project
from ..markdown_links import claim_link, escape, link
from .card_lists import all_cards, card_entry

_WEB = re.compile(r"https?://[^\s<>\"'\\\[\]`]+")
# The section that advice adds to the page of the claims.
ADVICE = "from-practice"


def sources(project: Project, page: Page) -> str:
    """The sources with their attributions, as far as these are known; nothing is invented."""
    names = language(page.language)
    code = names.code
    parts = []
    for id, source in project.sources.sources.items():
        lines = [f"### {id}: {escape(source.subject[code])} {{#{id.lower()}}}", ""]
        if source.author:
            lines.append(f"- {names.word('page', 'author')}: {escape(source.author)}")
        else:
            lines.append(f"- {names.word('page', 'author-unknown')}")
        for key, name in (("translator", source.translator), ("adviser", source.adviser)):
            if name:
                lines.append(f"- {names.word('page', key)}: {escape(name)}")
        if source.year:
            lines[2 if source.adviser else -1] += f", {escape(source.year)}"
        if source.url:
            lines.append(f"- {names.word('page', 'original')}: {_address(source.url)}")
        spoken = names.name_of(source.language)
        lines.append(f"- {names.word('page', 'source-language')}: {spoken}")
        if source.note is not None:
            lines += ["", escape(source.note[code])]
        parts.append("\n".join(lines))
    return "\n\n".join(parts)


def _address(url: str) -> str:
    """A web address as a link; anything else as the words it consists of."""
    return f"<{url}>" if _WEB.fullmatch(url) else escape(url)


def claims(project: Project, page: Page) -> str:
    """Every claim in our words, with its place in the source and the pages that carry it."""
    names = language(page.language)
    named = carriers(project)
    parts = []
    for source_id, source in project.sources.sources.items():
        lines = [
            f"### {source_id}: {escape(source.subject[names.code])} {{#claims-{source_id.lower()}}}",
            "",
        ]
        for id, claim in project.sources.claims.items():
            if not id.startswith(f"{source_id}-"):
                continue
            place = names.word("page", "paragraph", number=escape(claim.paragraph))
            text = escape(claim[names.code])
            shown = f'<span id="{id.lower()}" class="claim-id">{id}</span>'
            lines.append(f"- {shown} {text} <small>({place})</small>")
            used = [link(project, page, slug) for slug in named.get(id, ())]
            if used:
                lines.append(f"    <br>{names.word('page', 'carried-by')}: {' · '.join(used)}")
        parts.append('<div class="claims" markdown>\n\n' + "\n".join(lines) + "\n\n</div>")
    return "\n\n".join([*parts, *_advice(project, page, names, named)])


def _advice(
    project: Project, page: Page, names: Language, named: Mapping[str, Iterable[str]]
) -> Iterator[str]:
    """What the handbook advises by itself, in a section of its own so that nobody credits the sources."""
    if not project.sources.practice:
        return
    yield f"## {names.word('page', 'from-practice')} {{#{ADVICE}}}"
    yield names.word("page", "from-practice-note")
    lines = []
    for id, advice in project.sources.practice.items():
        lines.append(f'- <span id="{id.lower()}" class="claim-id">{id}</span> {escape(advice[names.code])}')
        if used := [link(project, page, slug) for slug in named.get(id, ())]:
            lines.append(f"    <br>{names.word('page', 'carried-by')}: {' · '.join(used)}")
    yield '<div class="claims" markdown>\n\n' + "\n".join(lines) + "\n\n</div>"


def contradictions(project: Project, page: Page) -> str:
    """Where the sources disagree: both sides, our view, and the cards concerned."""
    names = language(page.language)
    code = names.code
    by_id = {project.neutral(card).id: card for card in all_cards(project, code)}
    parts = []
    for entry in project.sources.contradictions:
        lines = [f"## {escape(entry.title[code])} {{#{entry.id.lower()}}}", ""]
        labels = ("one-side", "other-side")
        for label, side in zip(labels, entry.sides, strict=True):
            cited = ", ".join(claim_link(page, id) for id in side.claims)
            lines.append(f"- **{names.word('page', label)}:** {escape(side[code])} ({cited})")
        lines += ["", f"**{names.word('page', 'our-view')}:** {escape(entry.reconcile[code])}"]
        found = [by_id[id] for id in entry.cards if id in by_id]
        if found:
            lines.append("")
            lines += [card_entry(project, page, names, card) for card in found]
        parts.append("\n".join(lines))
    return "\n\n".join(parts)
