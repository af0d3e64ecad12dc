"""Lists made from data: doors, cards, glossary, sources, claims, contradictions, phrasebook.

Each returns Markdown for one page. Definition lists, attribute lists and `<div markdown>` are the
only extensions used.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ...languages import CODES, Language, language
from ...languages.sorting import alphabetical
from ...model.card import REPLY_IDS
from ...model.claims import carriers
from ...model.project import Page, Project, strings
from ..markdown_links import claim_link, escape, escape_said, link, relative
from .rule_list import rule_ids

_WEB = re.compile(r"https?://[^\s<>\"'\\\[\]`]+")


# The sections that a list adds to its page.
ADVICE, WRITTEN = "from-practice", "written-replies"


def families(project: Project, code: str, *, waiting: bool = False) -> Iterator[tuple[str, list[Page]]]:
    """The families in their order, each with its cards in that language.

    Args:
        waiting: whether to name cards that are not in that language yet, too, by their originals.
    """
    cards = all_cards(project, code) if waiting else list(project.cards(code))
    for family in language(code).texts["families"]:
        yield family, [card for card in cards if project.neutral(card).get("family") == family]


def all_cards(project: Project, code: str) -> list[Page]:
    """The cards of a language, and the originals of those that it does not have yet, by id."""
    others = (project.original(slug) for slug, found in project.by_slug.items() if code not in found)
    waiting = [page for page in others if page and project.is_card(page) and not page.unreadable]
    return sorted(
        [*project.cards(code), *waiting], key=lambda card: str(project.neutral(card).get("id") or card.slug)
    )


def doors(project: Project, page: Page) -> str:
    """The six families as links, each with the number of its cards."""
    names = language(page.language)
    index = f"{project.settings.cards}/index.md"
    lines = ['<div class="doors" markdown>', ""]
    for family, cards in families(project, names.code, waiting=True):
        target = relative(page, index, family)
        count = names.count("count-cards", len(cards))
        lines.append(f"- [**{names.word('families', family)}** {count}]({target}){{ .door .{family} }}")
    return "\n".join([*lines, "", "</div>"])


def cards(project: Project, page: Page) -> str:
    """All cards by family, each with its decision."""
    names = language(page.language)
    parts = []
    for family, found in families(project, names.code, waiting=True):
        lines = [f"## {names.word('families', family)} {{#{family}}}", ""]
        lines += [card_entry(project, page, names, card) for card in found]
        parts.append("\n".join(lines))
    return "\n\n".join(parts)


def card_entry(project: Project, page: Page, names: Language, card: Page) -> str:
    """A list entry: the card's title as a link, then its decision."""
    decision = project.neutral(card).get("decision")
    label = badge(names, decision) if isinstance(decision, str) else ""
    return f"- {link(project, page, card.slug)} {label}".rstrip()


def badge(names: Language, decision: str) -> str:
    """A decision's name, marked up so that it can be told at a glance."""
    text = names.texts["decisions"].get(decision)
    return f"*{text}*{{ .decision .{decision} }}" if text else ""


def glossary(project: Project, page: Page) -> str:
    """The terms by group, in the order of the language's own alphabet."""
    names = language(page.language)
    code = names.code
    parts = []
    for group, titles in project.sources.groups.items():
        terms = [term for term in project.sources.terms if term.get("group") == group]
        terms.sort(key=lambda term: alphabetical(code, term["term"][code]))
        lines = [f"## {escape(titles[code])} {{#{group}}}", ""]
        for term in terms:
            lines += [*_term(project, names, term), ""]
        parts.append("\n".join(lines))
    return "\n\n".join(parts)


def _term(project: Project, names: Language, term: Mapping[str, Any]) -> Iterator[str]:
    code = names.code
    yield f"### {escape(term['term'][code])} {{#{term['id']}}}"
    yield ""
    others = " · ".join(
        f'<span lang="{other}">{escape(term["term"][other])}</span>' for other in CODES if other != code
    )
    yield f"{escape(_sentence(term['definition'][code]))} <small>{others}</small>"
    avoid = [_avoided(names, entry) for entry in term.get("avoid", {}).get(code) or ()]
    if avoid:
        yield ""
        yield f"{names.word('page', 'avoid')} {', '.join(avoid)}."
        yield "{ .avoid }"
    note = (term.get("note") or {}).get(code)
    if note:
        yield ""
        yield escape(note)
    confused = [
        f"[{escape(other['term'][code])}](#{other['id']})"
        for id in strings(term.get("confused_with"))
        for other in project.sources.terms
        if other.get("id") == id
    ]
    if confused:
        yield ""
        yield f"{names.word('page', 'confused')} {', '.join(confused)}."


def _avoided(names: Language, entry: Any) -> str:
    if isinstance(entry, Mapping):
        use = names.word("page", "except", use=escape(entry.get("except", "")))
        return f"<del>{escape(entry.get('word'))}</del> ({use})"
    return f"<del>{escape(entry)}</del>" if entry else ""


def _sentence(text: str) -> str:
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "?", "!")) else f"{text}."


def sources(project: Project, page: Page) -> str:
    """The sources with their attributions, as far as these are known; nothing is invented."""
    names = language(page.language)
    code = names.code
    parts = []
    for id, source in project.sources.sources.items():
        lines = [f"### {id}: {escape(source['subject'][code])} {{#{id.lower()}}}", ""]
        author = source.get("author")
        if author:
            lines.append(f"- {names.word('page', 'author')}: {escape(author)}")
        else:
            lines.append(f"- {names.word('page', 'author-unknown')}")
        for key in ("translator", "adviser"):
            if source.get(key):
                lines.append(f"- {names.word('page', key)}: {escape(source[key])}")
        if source.get("year"):
            lines[-1 if not source.get("adviser") else 2] += f", {escape(source['year'])}"
        if source.get("url"):
            lines.append(f"- {names.word('page', 'original')}: {_address(source['url'])}")
        spoken = names.name_of(source["language"])
        lines.append(f"- {names.word('page', 'source-language')}: {spoken}")
        note = (source.get("note") or {}).get(code)
        if note:
            lines += ["", escape(note)]
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
            f"### {source_id}: {escape(source['subject'][names.code])} {{#claims-{source_id.lower()}}}",
            "",
        ]
        for id, claim in project.sources.claims.items():
            if not id.startswith(f"{source_id}-"):
                continue
            place = names.word("page", "paragraph", number=escape(claim["paragraph"]))
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
    by_id = {str(project.neutral(card).get("id")): card for card in all_cards(project, code)}
    parts = []
    for entry in project.sources.contradictions:
        lines = [f"## {escape(entry['title'][code])} {{#{entry['id'].lower()}}}", ""]
        labels = ("one-side", "other-side")
        for label, side in zip(labels, entry["sides"], strict=False):
            cited = ", ".join(claim_link(page, id) for id in strings(side.get("claims")))
            lines.append(f"- **{names.word('page', label)}:** {escape(side[code])} ({cited})")
        lines += ["", f"**{names.word('page', 'our-view')}:** {escape(entry['reconcile'][code])}"]
        found = [by_id[id] for id in strings(entry.get("cards")) if id in by_id]
        if found:
            lines.append("")
            lines += [card_entry(project, page, names, card) for card in found]
        parts.append("\n".join(lines))
    return "\n\n".join(parts)


def phrasebook(project: Project, page: Page) -> str:
    """Say this, not that: each phrase in this language, with the same phrase in the others."""
    names = language(page.language)
    code = names.code
    parts = []
    for phrase in project.sources.phrases:
        lines = [f"## {escape(phrase['intent'][code])} {{#{phrase['id']}}}", ""]
        lines.append(names.quote(escape_said(phrase["say"][code])))
        lines += ["{ .phrase }", ""]
        for other in CODES:
            if other != code:
                said = language(other).quote(escape_said(phrase["say"][other]))
                lines.append(f'- <span lang="{other}">{said}</span>')
        lines += ["", f"{names.word('page', 'instead-of')}: <del>{escape(phrase['instead_of'][code])}</del>"]
        parts.append("\n".join(lines))
    return "\n\n".join([*parts, *_replies(project, page, names)])


def _replies(project: Project, page: Page, names: Language) -> Iterator[str]:
    """The written replies on the cards, by family."""
    found = []
    for family, cards in families(project, names.code):
        entries = []
        for card in cards:
            given = [reply for reply in REPLY_IDS if card.document.section(reply)]
            if given:
                links = [f"[{names.word('sections', id)}]({relative(page, card.slug, id)})" for id in given]
                entries.append(f"- {escape(card.title)}: {' · '.join(links)}")
        if entries:
            found += [f"**{names.word('families', family)}**", "\n".join(entries)]
    if found:
        yield f"## {names.word('page', 'replies')} {{#{WRITTEN}}}"
        yield names.word("page", "replies-note")
        yield from found


def card_slug(card: Page) -> str:
    """The name of a card in lists of related cards and in anchors: its file name without .md."""
    return card.slug.rpartition("/")[2].removesuffix(".md")


def listed_ids(project: Project, name: str) -> set[str]:
    """The ids that the list with this name brings to a page."""
    data = project.sources
    if name in ("cards", "finder"):
        return set(language(None).texts["families"])
    if name == "practice":
        slugs = {card_slug(card) for code in project.settings.languages for card in project.cards(code)}
        return slugs | set(language(None).texts["families"])
    if name == "rules":
        return rule_ids()
    if name == "glossary":
        return {*data.groups, *(str(term.get("id")) for term in data.terms)}
    if name == "sources":
        return {id.lower() for id in data.sources}
    if name == "claims":
        found = {id.lower() for id in (*data.claims, *data.practice)}
        found |= {f"claims-{id.lower()}" for id in data.sources}
        return found | ({ADVICE} if data.practice else set())
    if name == "contradictions":
        return {str(entry.get("id")).lower() for entry in data.contradictions}
    if name == "phrasebook":
        written = any(
            card.document.section(id)
            for code in project.settings.languages
            for card in project.cards(code)
            for id in REPLY_IDS
        )
        return {*(str(phrase.get("id")) for phrase in data.phrases), *([WRITTEN] if written else [])}
    return set()
