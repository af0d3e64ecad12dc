"""The glossary as a list: terms by group, in the order of the language's own alphabet."""

from __future__ import annotations

from collections.abc import Iterator

from ...languages import CODES, Language, language
from ...languages.sorting import alphabetical
from ...model.project import Page, Project
from ...model.sources import Avoided, Term
from ..markdown_links import escape


def glossary(project: Project, page: Page) -> str:
    """The terms by group, in the order of the language's own alphabet."""
    names = language(page.language)
    code = names.code
    parts = []
    for group, titles in project.sources.groups.items():
        terms = [term for term in project.sources.terms if term.group == group]
        terms.sort(key=lambda term: alphabetical(code, term.term[code]))
        lines = [f"## {escape(titles[code])} {{#{group}}}", ""]
        for term in terms:
            lines += [*_term(project, names, term), ""]
        parts.append("\n".join(lines))
    return "\n\n".join(parts)


def _term(project: Project, names: Language, term: Term) -> Iterator[str]:
    code = names.code
    yield f"### {escape(term.term[code])} {{#{term.id}}}"
    yield ""
    others = " · ".join(
        f'<span lang="{other}">{escape(term.term[other])}</span>' for other in CODES if other != code
    )
    yield f"{escape(_sentence(term.definition[code]))} <small>{others}</small>"
    avoid = [_avoided(names, entry) for entry in term.avoid.get(code, ())]
    if avoid:
        yield ""
        yield f"{names.word('page', 'avoid')} {', '.join(avoid)}."
        yield "{ .avoid }"
    if term.note is not None:
        yield ""
        yield escape(term.note[code])
    confused = [
        f"[{escape(other.term[code])}](#{other.id})"
        for id in term.confused_with
        for other in project.sources.terms
        if other.id == id
    ]
    if confused:
        yield ""
        yield f"{names.word('page', 'confused')} {', '.join(confused)}."


def _avoided(names: Language, entry: Avoided) -> str:
    shown = f"<del>{escape(entry.word)}</del>"
    if not entry.exception:
        return shown
    return f"{shown} ({names.word('page', 'except', use=escape(entry.exception))})"


def _sentence(text: str) -> str:
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "?", "!")) else f"{text}."
