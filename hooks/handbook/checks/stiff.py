"""Turns that nobody says, or that only announce what should be said, by a list in the sources."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.project import Fault, Project
from ..model.rules.prose import PhraseStiff
from ..model.slots import SECTIONS
from ..prose.nonstandard import Patterns
from ..prose.passage import Passage, inside
from ..prose.project_texts import Texts

# Not our words: what to leave unsaid, and lists of words.
_SILENT = ("dont-say", "instead_of", "avoid", "word", "except")


def check(project: Project, texts: Texts) -> Iterator[Fault]:
    lists = {code: Patterns(entries) for code, entries in project.sources.stiff.items() if entries}
    for passage, start, end, use in texts.listed(lists, _SILENT):
        # A claim is what the sources say, not we.
        if passage.file != project.sources.claims_file and _is_ours(passage, start):
            yield passage.fault(PhraseStiff(found=passage.text[start:end], use=use), start)


def _is_ours(passage: Passage, at: int) -> bool:
    """Whether we say it: on a guide a quotation may be what somebody had better not say."""
    return passage.section in SECTIONS or not inside(passage.quoted, at)
