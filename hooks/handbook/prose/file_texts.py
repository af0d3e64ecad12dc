"""The passages of one file together, by all of whose words most checks see that none of them matters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from operator import attrgetter

from .passage import Passage


@dataclass(frozen=True)
class FileTexts:
    """The passages of a file, in their order; those of a data file may be in several languages."""

    passages: Sequence[Passage]

    @cached_property
    def by_language(self) -> Mapping[str, Sequence[Passage]]:
        """The same, each language's together."""
        found: dict[str, list[Passage]] = {}
        for passage in self.passages:
            found.setdefault(passage.language, []).append(passage)
        return found

    @cached_property
    def words(self) -> Mapping[str, frozenset[str]]:
        """The different words of each language."""
        return {
            code: frozenset().union(*[passage.tokens for passage in passages])
            for code, passages in self.by_language.items()
        }

    @cached_property
    def joined(self) -> Mapping[str, str]:
        """All that stands there in each language, a line a passage."""
        return {
            code: "\n".join([passage.text for passage in passages])
            for code, passages in self.by_language.items()
        }


def by_file(passages: Iterable[Passage]) -> tuple[FileTexts, ...]:
    """Passages file by file, as they come."""
    return tuple(FileTexts(tuple(own)) for _, own in groupby(passages, attrgetter("file")))
