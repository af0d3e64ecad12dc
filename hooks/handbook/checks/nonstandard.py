"""Words and forms that are not standard, by a list of their language that stands in the sources."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.project import Fault, Project
from ..model.rules.prose import WordNonstandard
from ..prose.passage import Kind, inside
from ..prose.project_texts import Texts

# What a customer says is left as it is; and the glossary may name what to avoid.
_SILENT = ("avoid", "word", "except")


def check(project: Project, texts: Texts) -> Iterator[Fault]:
    lists = texts.nonstandard
    beginnings = {
        code: frozenset(word for word in texts.vocabulary.get(code, ()) if patterns.may_begin(word))
        for code, patterns in lists.items()
    }
    for passage in texts.passages:
        patterns = lists.get(passage.language)
        if patterns is None or passage.kind is Kind.CUSTOMER or passage.section in _SILENT:
            continue
        if beginnings[passage.language].isdisjoint(passage.tokens):
            continue
        for start, end, use in patterns.found(passage):
            # A note may quote a word to warn of it.
            if passage.kind is Kind.DATA and passage.section == "note" and inside(passage.quoted, start):
                continue
            yield passage.fault(WordNonstandard(found=passage.text[start:end], use=use), start)
