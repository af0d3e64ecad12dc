"""The list of the rules: for each what is wrong, why it matters, an example, and how to put it right."""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Iterator, Mapping

from ...languages import Language, language
from ...languages.rule_texts import Excerpt, rule_texts
from ...model.project import Page, Project
from ...model.rules import GROUPS, RULES
from ..markdown_links import escape

_RUN = re.compile(r"`+")
_BLANK = re.compile(r"(?<!\{)\{\w+\}(?!\})")


def rules(project: Project, page: Page) -> str:
    """Every rule under its id, by group."""
    names = language(page.language)
    severities = {id: rule.severity for id, rule in RULES.items()} | dict(project.settings.severities)
    parts = []
    for group, ids in GROUPS.items():
        parts.append(f"## {names.word('rule-groups', group)} {{#{group}}}")
        parts += ["\n\n".join(_rule(names, id, severities)) for id in ids]
    return "\n\n".join(parts)


def rule_ids() -> set[str]:
    """The ids that the list brings to a page: its groups' and its rules'."""
    return {*GROUPS, *(id for ids in GROUPS.values() for id in ids)}


def in_words(code: str, id: str) -> str:
    """What the page says about one rule below its heading, as plain Markdown."""
    return "\n\n".join(_help(language(code), id, marked=False))


def _rule(names: Language, id: str, severities: Mapping[str, str]) -> Iterator[str]:
    yield f"### {escape(rule_texts(names.code)[id].title)} {{#{id}}}"
    yield f"`{id}` · {names.word('severities', severities[id])}\n{{ .rule }}"
    yield from _help(names, id, marked=True)


def _help(names: Language, id: str, marked: bool) -> Iterator[str]:
    help = rule_texts(names.code)[id]
    yield help.why
    yield f"**{names.word('rules-page', 'example')}**"
    for excerpt in help.wrong:
        yield from _excerpt(names, excerpt, "wrong" if marked and excerpt not in help.right else "")
    yield f"**{names.word('rules-page', 'cure')}**"
    for excerpt in help.right:
        if excerpt not in help.wrong:  # What stays as it was has just been shown.
            yield from _excerpt(names, excerpt, "right" if marked else "")
    yield "\n".join(f"- {_readable(cure)}" for cure in _general(help.cures))


def _excerpt(names: Language, excerpt: Excerpt, kind: str) -> Iterator[str]:
    if excerpt.file:
        yield f"{names.word('rules-page', 'file')} `{excerpt.file}`"
    shown = fenced(excerpt.text) if excerpt.text else f"*{names.word('rules-page', 'empty')}*"
    yield f'<div class="{kind}" markdown>\n\n{shown}\n\n</div>' if kind else shown


def fenced(text: str) -> str:
    """A text as a block of code, with a fence longer than any within it."""
    fence = "`" * max([3, *(len(run) + 1 for run in _RUN.findall(text))])
    return f"{fence}\n{text}\n{fence}"


def _general(cures: Iterable[str]) -> list[str]:
    """The cures that say something before a fault is known: a guess does not, unless it is all there is."""
    given = list(cures)
    blanks = {cure: {name for _, name, _, _ in string.Formatter().parse(cure)} for cure in given}
    return [cure for cure in given if "guess" not in blanks[cure]] or given


def _readable(template: str) -> str:
    """A text with its blanks shown as an ellipsis."""
    shown = _BLANK.sub("…", template).replace("{{", "{").replace("}}", "}")
    return escape(shown.replace("{#…}", "{ #… }").replace("\n", " "))
