"""Words and forms that are not standard Croatian, by a list that stands in the sources."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.project import Fault, Project
from ..model.rules.prose import WordNonstandard
from ..prose.passage import Kind, inside
from ..prose.project_texts import Texts

_CROATIAN = "hr"
# What a customer says is left as it is; and the glossary may name what to avoid.
_SILENT = ("avoid", "word", "except")


def check(project: Project, texts: Texts) -> Iterator[Fault]:
    patterns = texts.nonstandard
    beginnings = frozenset(word for word in texts.vocabulary.get(_CROATIAN, ()) if patterns.may_begin(word))
    for passage in texts.passages:
        if passage.language != _CROATIAN or passage.kind is Kind.CUSTOMER or passage.section in _SILENT:
            continue
        if beginnings.isdisjoint(passage.tokens):
            continue
        for start, end, use in patterns.found(passage):
            # A note may quote a word to warn of it.
            if passage.kind is Kind.DATA and passage.section == "note" and inside(passage.quoted, start):
                continue
            yield passage.fault(WordNonstandard(found=passage.text[start:end], use=use), start)
