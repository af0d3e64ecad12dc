"""Spelling: words that the dictionary of their language does not know."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.project import Fault, Project
from ..model.rules.prose import ProseUnavailable, Spelling
from ..model.slots import slots
from ..prose.hunspell import Unavailable, suggestions
from ..prose.passage import Kind, Passage, inside
from ..prose.passages import NAMES
from ..prose.project_texts import Texts, may_be_foreign

# A list of words to avoid may well hold words that are none.
_SILENT = ("avoid", "word", "except")


def check(project: Project, texts: Texts) -> Iterator[Fault]:
    if project.settings.cards is None:
        return
    missing = {
        answer.missing: answer.install for answer in texts.wrong.values() if isinstance(answer, Unavailable)
    }
    for name, install in missing.items():
        yield Fault(
            ProseUnavailable(missing=name, install=install),
            project.settings.config,
            language=project.settings.default_language,
        )
    found = list(_wrong(texts))
    guesses = {
        code: suggestions(texts.used[code], [word for word, p, _ in found if p.language == code])
        for code in {passage.language for _, passage, _ in found}
    }
    names = f"{project.settings.sources or 'sources'}/{NAMES}.yml"
    for word, passage, at in found:
        yield passage.fault(Spelling(word=word, guess=guesses[passage.language].get(word), names=names), at)


def _wrong(texts: Texts) -> Iterator[tuple[str, Passage, int]]:
    for passage in texts.holding(texts.suspects):
        code = passage.language
        if passage.kind is Kind.DATA and passage.section in _SILENT:
            continue
        wrong, fine = texts.answered[code], texts.accepted[code]
        whole = {at: word for word, at in passage.words if "-" in word and word in fine}
        for word, at in passage.lookups:
            if word not in wrong or word in fine:
                continue
            if any(start <= at < start + len(compound) for start, compound in whole.items()):
                continue
            if not passage.is_markdown and inside(slots(passage.text), at):
                continue  # a name, most often; on a page it is no part of the text
            if code in texts.nonstandard and word in texts.nonstandard[code]:
                continue  # word-nonstandard says more
            if may_be_foreign(passage, at) and _is_foreign(word, code, texts):
                continue
            yield word, passage, at


def _is_foreign(word: str, code: str, texts: Texts) -> bool:
    """Whether another dictionary has the word, or may have it, as it cannot be asked."""
    others = (unknown for other, unknown in texts.foreign.items() if other != code)
    return len(texts.answered) < len(texts.wrong) or any(word not in unknown for unknown in others)
