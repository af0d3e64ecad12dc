"""Terms: words that the glossary says to avoid, in any of their forms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from ..languages import CODES
from ..model.project import Fault, Project
from ..model.rules.prose import TermAvoided
from ..prose.inflexion import Phrase, Phrases, phrase
from ..prose.passage import Kind, inside
from ..prose.project_texts import Texts

# Not our words: what to leave unsaid, and the glossary itself.
_SILENT = ("dont-say", "instead_of")
_GLOSSARY = "glossary"


def check(project: Project, texts: Texts) -> Iterator[Fault]:
    if not project.sources.terms:
        return
    found = {code: Phrases(_avoided(project, code)) for code in CODES}
    allowed = cache(lambda code: Phrases(_allowed(project, code)))
    beginnings = {code: found[code].beginnings(words) for code, words in texts.vocabulary.items()}
    glossary = project.sources.files[_GLOSSARY].file
    for passage in texts.passages:
        if passage.file == glossary or passage.kind is Kind.CUSTOMER or passage.section in _SILENT:
            continue
        if beginnings[passage.language].isdisjoint(passage.tokens):
            continue
        words = [word.lower() for word in passage.tokens]
        hits = list(found[passage.language].found(words))
        if not hits:
            continue
        fine = {at + i for at, one in allowed(passage.language).found(words) for i in range(len(one.words))}
        for at, avoided in hits:
            start = passage.words[at][1]
            if at in fine or (passage.section != "say" and inside(passage.quoted, start)):
                continue
            last, begin = passage.words[at + len(avoided.words) - 1]
            yield passage.fault(
                TermAvoided(found=passage.text[start : begin + len(last)], term=avoided.about), start
            )


def _avoided(project: Project, code: str) -> Iterator[Phrase | None]:
    for term in project.sources.terms:
        for entry in _entries(term, code):
            word = entry.get("word") if isinstance(entry, Mapping) else entry
            if isinstance(word, str):
                yield phrase(word, code, _name(term, code))


def _allowed(project: Project, code: str) -> Iterator[Phrase | None]:
    """The terms themselves, as one may hold a word to avoid alone, and the uses that are excepted."""
    for term in project.sources.terms:
        yield phrase(_name(term, code), code)
        for entry in _entries(term, code):
            use = entry.get("except") if isinstance(entry, Mapping) else None
            if isinstance(use, str):
                yield phrase(use, code)


def _entries(term: Mapping[str, Any], code: str) -> list[Any]:
    lists = term.get("avoid")
    entries = lists.get(code) if isinstance(lists, Mapping) else None
    return entries if isinstance(entries, list) else []


def _name(term: Mapping[str, Any], code: str) -> str:
    names = term.get("term")
    name = names.get(code) if isinstance(names, Mapping) else None
    return name if isinstance(name, str) else ""
