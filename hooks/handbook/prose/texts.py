"""All texts of a project at once, and what the dictionaries say of their words."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property

from ..languages import CODES
from ..model import Project
from .accepted import Accepted
from .passage import Kind, Passage, inside, parts
from .passages import NAMES, passages
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
    def vocabulary(self) -> Mapping[str, frozenset[str]]:
        """The different words of each language."""
        found: dict[str, set[str]] = {}
        for passage in self.passages:
            found.setdefault(passage.language, set()).update(passage.tokens)
        return {code: frozenset(words) for code, words in found.items()}

    @cached_property
    def wrong(self) -> Mapping[str, frozenset[str] | Unavailable]:
        """By language, what its dictionary does not know, or why it could not be asked.

        Each dictionary is asked for the words of all languages: what another one knows better is
        foreign.
        """
        answers = self.asked.result()
        return {code: answers[name] for code, name in self._used.items()}

    @cached_property
    def asked(self) -> Future[dict[str, frozenset[str] | Unavailable]]:
        """The question to the dictionaries, which are read while other checks go on."""
        words = {part for word in frozenset().union(*self.vocabulary.values()) for part, _ in parts(word)}
        with_words = dict.fromkeys(self._used.values(), words)
        pool = ThreadPoolExecutor(1)
        pending = pool.submit(unknown, with_words)
        pool.shutdown(wait=False)
        return pending

    @property
    def _used(self) -> dict[str, str]:
        return {code: self.dictionaries[code] for code in CODES if code in self.project.settings.languages}

    @cached_property
    def answered(self) -> Mapping[str, frozenset[str]]:
        """The same without the dictionaries that could not be asked."""
        return {code: words for code, words in self.wrong.items() if not isinstance(words, Unavailable)}

    @cached_property
    def suspects(self) -> Mapping[str, frozenset[str]]:
        """By language, the words on the pages that neither its dictionary nor its list of names knows."""
        words = frozenset().union(*self.vocabulary.values())
        return {
            code: frozenset(word for word in words if self._is_suspect(word, wrong, self.accepted[code]))
            for code, wrong in self.answered.items()
        }

    @staticmethod
    def _is_suspect(word: str, wrong: frozenset[str], accepted: Accepted) -> bool:
        unknown = [part for part, _ in parts(word) if part in wrong]
        return bool(unknown) and word not in accepted and not all(part in accepted for part in unknown)

    @cached_property
    def accepted(self) -> Mapping[str, Accepted]:
        """By language, the words that are right although no dictionary has them."""
        names = self.project.sources.files.get(NAMES)
        return {code: Accepted(names, code) for code in CODES}


def texts(project: Project) -> Texts:
    """The texts of a project, with the dictionaries already asked."""
    found = Texts(project, tuple(passages(project)))
    _ = found.asked
    return found


def may_be_foreign(passage: Passage, at: int) -> bool:
    """Whether a word stands in quotation marks or bold on a page that may speak of other languages."""
    if passage.kind is Kind.CUSTOMER or passage.section in _SPOKEN:
        return False
    return inside(passage.quoted, at) or inside(passage.emphasised, at)
