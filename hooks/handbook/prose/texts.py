"""All texts of a project at once, and what the dictionaries say of their words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from ..languages import CODES
from ..model import Project
from .passage import Kind, Passage, inside
from .passages import passages
from .spelling import DICTIONARIES, Unavailable, unknown

# Where a phrase stands in quotation marks because it is spoken, not because it is foreign.
_SPOKEN = ("say", "dont-say")


@dataclass(frozen=True)
class Texts:
    """The passages of a project; the dictionaries are asked once, for all words together."""

    project: Project
    passages: tuple[Passage, ...]

    @cached_property
    def dictionaries(self) -> Mapping[str, str]:
        """The name of each language's dictionary."""
        return {**DICTIONARIES, **self.project.settings.dictionaries}

    @cached_property
    def wrong(self) -> Mapping[str, frozenset[str] | Unavailable]:
        """By language, the words that its dictionary does not know, or why it could not be asked.

        Each dictionary is asked for the words of all languages: what another one knows better is
        foreign.
        """
        words = {word for passage in self.passages for word, _ in passage.lookups}
        used = {code: self.dictionaries[code] for code in CODES if code in self.project.settings.languages}
        answers = unknown(dict.fromkeys(used.values(), words))
        return {code: answers[name] for code, name in used.items()}

    @cached_property
    def answered(self) -> Mapping[str, frozenset[str]]:
        """The same without the dictionaries that could not be asked."""
        return {code: words for code, words in self.wrong.items() if not isinstance(words, Unavailable)}


def texts(project: Project) -> Texts:
    """The texts of a project."""
    return Texts(project, tuple(passages(project)))


def may_be_foreign(passage: Passage, at: int) -> bool:
    """Whether a word stands in quotation marks or bold on a page that may speak of other languages."""
    if passage.kind is Kind.CUSTOMER or passage.section in _SPOKEN:
        return False
    return inside(passage.quoted, at) or inside(passage.emphasised, at)
