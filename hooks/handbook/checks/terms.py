"""Terms: words that the glossary says to avoid, in any of their forms."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

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
    for passage in texts.holding(beginnings):
        if passage.file == glossary or passage.kind is Kind.CUSTOMER or passage.section in _SILENT:
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
        for entry in term.avoid.get(code, ()):
            yield phrase(entry.word, code, term.term[code])


def _allowed(project: Project, code: str) -> Iterator[Phrase | None]:
    """The terms themselves, as one may hold a word to avoid alone, and the uses that are excepted."""
    for term in project.sources.terms:
        yield phrase(term.term[code], code)
        for entry in term.avoid.get(code, ()):
            if entry.exception:
                yield phrase(entry.exception, code)
