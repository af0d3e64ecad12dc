"""Words and forms that are not standard, by a list of their language that stands in the sources."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.project import Fault, Project
from ..model.rules.prose import WordNonstandard
from ..prose.passage import Kind, inside
from ..prose.project_texts import Texts

# The glossary may name what to avoid.
_SILENT = ("avoid", "word", "except")


def check(project: Project, texts: Texts) -> Iterator[Fault]:
    for passage, start, end, use in texts.listed(texts.nonstandard, _SILENT):
        # A note may quote a word to warn of it.
        if passage.kind is Kind.DATA and passage.section == "note" and inside(passage.quoted, start):
            continue
        yield passage.fault(WordNonstandard(found=passage.text[start:end], use=use), start)
