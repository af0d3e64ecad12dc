"""Pages whose prose was judged in earlier runs and found in order: they are not gone over again.

What the checks of prose say of a page depends on its own text, the settings, the data files and the
dictionaries: that is what it is known by. Two checks compare pages with one another; what they compare is
kept, and pages that agree in it are judged anew.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ..base.digest import digest
from ..base.recollection import Recollection, text_of
from ..languages import CODES
from ..model.project import Page, Project
from ..model.rules.prose import SentenceTwice
from . import detection, hunspell, page_passages
from .comparison import compared, is_too_common, opening
from .known_words import dictionaries
from .passage import Passage
from .passages import passages
from .project_texts import used_dictionaries

RECOLLECTION = Recollection("prose", of_pages=True)
# So much of a digest tells sentences apart: where two have the same one, their pages are judged anew.
_SHORT = 12


@dataclass(frozen=True)
class _Compared:
    """What is compared of a page: digests of its sentences, and how its reasons begin, if it has any."""

    sentences: frozenset[str]
    opening: str | None


class JudgedProse:
    """The prose of a project: which of it has to be judged, and what comes of it."""

    def __init__(self, project: Project, untold: Collection[str]) -> None:
        """Find what is known.

        Args:
            project: the project.
            untold: rules of which nobody is told.
        """
        self._project, self._untold = project, untold
        made_by = _made_by(project, untold)
        self._keys = {page.path: _key(page, made_by) for page in _readable(project)} if made_by else {}
        known: dict[str, _Compared] = {}
        for path, key in self._keys.items():
            if (found := RECOLLECTION.get(key, _made_again)) is not None:
                known[path] = found
        if known:
            hunspell.want_all()
        self._known = known

    @cached_property
    def _new(self) -> Mapping[str, _Compared]:
        return {path: self._compared(path) for path in self._keys if path not in self._known}

    @cached_property
    def _left_out(self) -> Collection[str]:
        # Where nothing is known nothing need be compared before all is judged.
        return (
            self._known.keys() - _agreeing(self._project, {**self._known, **self._new}) if self._known else ()
        )

    @property
    def passages(self) -> Iterator[Passage]:
        """What has to be judged, in the order of the pages; all data files are."""
        return passages(self._project, self._left_out)

    def compare(self) -> None:
        """Make what pages are compared by, for the next run, if that has not been done yet."""
        _ = self._new

    def keep(self, faulty: Collection[str]) -> None:
        """Keep that all is in order but for these files."""
        for path, found in self._new.items():
            if self._project.pages[path].file not in faulty:
                RECOLLECTION.put(self._keys[path], [" ".join(sorted(found.sentences)), found.opening])

    def _compared(self, path: str) -> _Compared:
        page, settings = self._project.pages[path], self._project.settings
        found = page_passages.passages(page, str(page.language), settings.syntax)
        own = () if SentenceTwice.rule_id in self._untold or settings.cards is None else compared(found)
        return _Compared(
            frozenset(digest(str(page.language), sentence)[:_SHORT] for sentence in own),
            opening(found) if self._project.is_card(page) else None,
        )


def _readable(project: Project) -> Iterator[Page]:
    for page in project.pages.values():
        if page.language in CODES and not page.unreadable and not page.front.broken:
            yield page


def _made_by(project: Project, untold: Collection[str]) -> str:
    """All that prose is judged by besides its own text; "" where that cannot be told, or nothing is kept."""
    if not RECOLLECTION.is_on or not detection.is_available():
        return ""
    asked = {name: dictionaries(name) for name in used_dictionaries(project.settings).values()}
    if None in asked.values():
        return ""
    files = [
        part
        for name, file in sorted(project.sources.files.items())
        for part in (repr((name, file.file, file.language, file.prose)), file.digest)
    ]
    return digest(repr(project.settings), repr(sorted(untold)), repr(asked), *files)


def _key(page: Page, made_by: str) -> str:
    return digest(made_by, page.path, page.document.digest)


def _made_again(kept: Any) -> _Compared:
    sentences, beginning = kept
    own = frozenset(text_of(sentences).split())
    return _Compared(own, None if beginning is None else text_of(beginning))


def _agreeing(project: Project, found: Mapping[str, _Compared]) -> set[str]:
    """The pages that may have a sentence of another one, or reasons that begin as too many others do."""
    by_sentence: dict[str, list[str]] = {}
    by_opening: dict[tuple[str | None, str], list[str]] = {}
    for path, one in found.items():
        for sentence in one.sentences:
            by_sentence.setdefault(sentence, []).append(path)
        if one.opening is not None:
            by_opening.setdefault((project.pages[path].language, one.opening), []).append(path)
    cards = {code: sum(1 for _ in project.cards(code)) for code in project.settings.languages}
    alike: list[Iterable[str]] = [paths for paths in by_sentence.values() if len(paths) > 1]
    alike += [
        paths for (code, _), paths in by_opening.items() if is_too_common(len(paths), cards.get(str(code), 0))
    ]
    return set().union(*alike)
