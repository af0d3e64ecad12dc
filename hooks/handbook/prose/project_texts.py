"""All texts of a project at once, and what the dictionaries say of their words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property

from ..languages import CODES, LANGUAGES
from ..model.project import Project, Settings
from .file_texts import FileTexts, by_file
from .hunspell import DICTIONARIES, Dictionaries, Unavailable
from .nonstandard import Patterns
from .passage import Kind, Passage, inside, parts
from .passages import passages
from .word_list import Accepted

# Where a phrase stands in quotation marks because it is spoken, not because it is foreign.
_SPOKEN = ("say", "dont-say")


@dataclass(frozen=True)
class Texts:
    """The passages of a project, and what its dictionaries say of their words.

    `used` has the name of each language's dictionary. They are asked once, for all words together.
    """

    project: Project
    passages: tuple[Passage, ...]
    used: Mapping[str, str]
    dictionaries: Dictionaries

    @cached_property
    def files(self) -> tuple[FileTexts, ...]:
        """The passages file by file."""
        return by_file(self.passages)

    @cached_property
    def vocabulary(self) -> Mapping[str, frozenset[str]]:
        """The different words of each language."""
        found: dict[str, list[frozenset[str]]] = {}
        for file in self.files:
            for code, words in file.words.items():
                found.setdefault(code, []).append(words)
        return {code: frozenset().union(*words) for code, words in found.items()}

    def holding(self, words: Mapping[str, Set[str]]) -> Iterator[Passage]:
        """The passages in which at least one of some words stands, given by language."""
        for file in self.files:
            there = {code: words[code] & own for code, own in file.words.items() if code in words}
            for passage in file.passages if any(there.values()) else ():
                wanted = there.get(passage.language)
                if wanted and not wanted.isdisjoint(passage.tokens):
                    yield passage

    def listed(
        self, lists: Mapping[str, Patterns], silent: Collection[str]
    ) -> Iterator[tuple[Passage, int, int, str]]:
        """Where words of a list of its language stand in a passage; what customers say is left as it is.

        Args:
            lists: the lists by language.
            silent: the sections, and keys of data files, that are left as they are, too.

        Yields:
            The passage, where in it the words start and end, and what to say instead.
        """
        beginnings = {
            code: frozenset(word for word in self.vocabulary.get(code, ()) if patterns.may_begin(word))
            for code, patterns in lists.items()
        }
        for passage in self.holding(beginnings):
            if passage.kind is not Kind.CUSTOMER and passage.section not in silent:
                for start, end, use in lists[passage.language].found(passage, beginnings[passage.language]):
                    yield passage, start, end, use

    @cached_property
    def wrong(self) -> Mapping[str, frozenset[str] | Unavailable]:
        """By language, which words of all languages its dictionary does not know, or why it could not
        be asked.
        """
        answers = self.asked.result()
        return {code: self._wrong(code, answers[name]) for code, name in self.used.items()}

    def _wrong(self, code: str, answer: frozenset[str] | Unavailable) -> frozenset[str] | Unavailable:
        if isinstance(answer, Unavailable):
            return answer
        return answer | (self._words - self._questions[code])

    @cached_property
    def asked(self) -> Future[dict[str, frozenset[str] | Unavailable]]:
        """The question to the dictionaries, which answer while other checks go on."""
        words: dict[str, frozenset[str]] = {}
        for code, name in self.used.items():
            words[name] = self._questions[code] | words.get(name, frozenset())
        pool = ThreadPoolExecutor(1)
        pending = pool.submit(self.dictionaries.unknown, words)
        pool.shutdown(wait=False)
        return pending

    @cached_property
    def _questions(self) -> Mapping[str, frozenset[str]]:
        """By language, what its dictionary is asked: its own words, and those of others that could be its.

        What another dictionary knows better is foreign. An unknown word takes hunspell longest, so it
        is spared those with letters that its language does not have.
        """
        return {code: self._parts.get(code, frozenset()) | self._writable[code] for code in self.used}

    @cached_property
    def _writable(self) -> Mapping[str, frozenset[str]]:
        """By language, the words of all languages that have no letter but its own."""
        small = [(word, word.lower()) for word in self._words]
        letters = {code: LANGUAGES[code].letters for code in self.used}
        return {
            code: frozenset([word for word, written in small if own.issuperset(written)])
            for code, own in letters.items()
        }

    @cached_property
    def _parts(self) -> Mapping[str, frozenset[str]]:
        """The different words of each language, as a dictionary has them."""
        return {
            code: frozenset(part for word in words for part, _ in parts(word))
            for code, words in self.vocabulary.items()
        }

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset().union(*self._parts.values())

    @cached_property
    def answered(self) -> Mapping[str, frozenset[str]]:
        """The same without the dictionaries that could not be asked."""
        return {code: words for code, words in self.wrong.items() if not isinstance(words, Unavailable)}

    @cached_property
    def suspects(self) -> Mapping[str, frozenset[str]]:
        """By language, the words on the pages that neither its dictionary nor its list of names knows."""
        return self._suspects(self.answered)

    @cached_property
    def strangers(self) -> Mapping[str, frozenset[str]]:
        """The same for the words of other languages.

        Those with letters that a language does not have are none of its own, whatever is on other pages.
        """
        return self._suspects(self.foreign)

    @cached_property
    def strangers_of_others(self) -> Mapping[str, Sequence[frozenset[str]]]:
        """By language, those of each of the others."""
        return {
            code: [unknown for other, unknown in self.strangers.items() if other != code]
            for code in self.suspects
        }

    @cached_property
    def foreign(self) -> Mapping[str, frozenset[str]]:
        """By language, the words of others that its dictionary does not know, or is not asked for."""
        return {code: wrong | (self._words - self._writable[code]) for code, wrong in self.answered.items()}

    def _suspects(self, unknown: Mapping[str, frozenset[str]]) -> Mapping[str, frozenset[str]]:
        words = frozenset().union(*self.vocabulary.values())
        # The others are looked up as they stand.
        taken_apart = [word for word in words if parts(word) != ((word, 0),)]
        return {
            code: frozenset(self.accepted[code].lacking(words & wrong)).union(
                word for word in taken_apart if self._is_suspect(word, wrong, self.accepted[code])
            )
            for code, wrong in unknown.items()
        }

    @staticmethod
    def _is_suspect(word: str, wrong: frozenset[str], accepted: Accepted) -> bool:
        unknown = [part for part, _ in parts(word) if part in wrong]
        return bool(unknown) and word not in accepted and not all(part in accepted for part in unknown)

    @cached_property
    def accepted(self) -> Mapping[str, Accepted]:
        """By language, the words that are right although no dictionary has them."""
        return {code: Accepted(self.project.sources.names, code) for code in CODES}

    @cached_property
    def nonstandard(self) -> Mapping[str, Patterns]:
        """By language, the words that are not standard, where there is a list of them."""
        lists = self.project.sources.nonstandard
        return {code: Patterns(entries) for code, entries in lists.items() if entries}


def used_dictionaries(settings: Settings) -> Mapping[str, str]:
    """The name of the dictionary of each language of a project."""
    names = {**DICTIONARIES, **settings.dictionaries}
    return {code: names[code] for code in CODES if code in settings.languages and code in names}


def texts(project: Project, given: Iterable[Passage] | None = None) -> Texts:
    """The texts of a project, with the dictionaries already asked.

    Args:
        given: these passages instead of all.
    """
    used = used_dictionaries(project.settings)
    # Started before the passages are looked for: each is a process that works beside this one.
    dictionaries = Dictionaries(used.values())
    found = Texts(project, tuple(passages(project) if given is None else given), used, dictionaries)
    _ = found.asked
    return found


def may_be_foreign(passage: Passage, at: int) -> bool:
    """Whether a word stands in quotation marks or bold on a page that may speak of other languages."""
    if passage.kind is Kind.CUSTOMER or passage.section in _SPOKEN:
        return False
    return inside(passage.quoted, at) or inside(passage.emphasised, at)
