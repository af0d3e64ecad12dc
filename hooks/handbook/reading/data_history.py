"""What a day's change of a data file means on the pages: phrases, terms, and what the employer decides.

Phrases and terms are told on the pages that list them. A local rule stands on many cards, so it is told on
the page that lists the cards.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from ..model.news import RULE
from ..model.project import Project
from .data_files import LONGEST
from .meaning import meaning_moved
from .yaml.front_matter import read_yaml

# What an entry says, by its key; the first is what it goes by.
_PHRASE, _TERM, _RULE = ("intent", "say", "instead_of"), ("term", "definition"), ("title", "text", "say")
# An entry's heading and its whole text, by its id.
_Said = Mapping[str, tuple[str, str]]


def data_files(project: Project) -> frozenset[str]:
    """The files that are followed, from the project's folder."""
    settings = project.settings
    named = {f"{settings.sources}/{name}.yml" for name in ("phrasebook", "glossary")}
    rules = {f"{settings.local_rules}/{code}.yml" for code in settings.languages}
    return frozenset((named if settings.sources else set()) | (rules if settings.local_rules else set()))


def told_on(
    project: Project, file: str, old: str, new: str
) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    """The pages on which a change is told, each with the ids and headings of the entries whose meaning moved.

    Args:
        file: one of `data_files`.
        old: its text before.
        new: its text after.
    """
    settings = project.settings
    before, after = _loaded(old), _loaded(new)
    for code in settings.languages:
        if file == f"{settings.local_rules}/{code}.yml":
            path = f"{code}/{settings.cards}/index.md"
            moved = _moved(_rules(before), _rules(after))
            moved = tuple((f"{RULE}{id}", heading) for id, heading in moved)
        elif file == f"{settings.sources}/phrasebook.yml":
            path = _listing(project, code, "phrasebook")
            moved = _moved(_entries(before, _PHRASE, code), _entries(after, _PHRASE, code))
        elif file == f"{settings.sources}/glossary.yml":
            path = _listing(project, code, "glossary")
            moved = _moved(_entries(_terms(before), _TERM, code), _entries(_terms(after), _TERM, code))
        else:
            continue
        if moved and path in project.pages:
            yield path, moved


def _listing(project: Project, code: str, marker: str) -> str:
    """The page of a language that has a list; nothing where none has."""
    for path, page in project.pages.items():
        if page.language == code and any(name == marker for name, _ in page.document.markers):
            return path
    return ""


def _moved(before: _Said, after: _Said) -> tuple[tuple[str, str], ...]:
    changed = [
        (id, said[0]) for id, said in after.items() if meaning_moved(before.get(id, ("", ""))[1], said[1])
    ]
    return (*changed, *((id, said[0]) for id, said in before.items() if id not in after))


@lru_cache(2)  # What a file was after one day it is before the next.
def _loaded(text: str) -> Any:
    """What a file of some day held; nothing where it could not be read."""
    return read_yaml(text).value if len(text) <= LONGEST else None


def _terms(value: Any) -> Any:
    return value.get("terms") if isinstance(value, Mapping) else None


def _entries(value: Any, keys: tuple[str, ...], code: str) -> _Said:
    listed = value if isinstance(value, list) else []
    own = [entry for entry in listed if isinstance(entry, Mapping)]
    return {str(entry.get("id")): _said([_in(entry.get(key), code) for key in keys]) for entry in own}


def _rules(value: Any) -> _Said:
    rules = value if isinstance(value, Mapping) else {}
    own = {str(id): rule for id, rule in rules.items() if isinstance(rule, Mapping)}
    return {id: _said([rule.get(key) for key in _RULE]) for id, rule in own.items()}


def _in(value: Any, code: str) -> Any:
    return value.get(code) if isinstance(value, Mapping) else None


def _said(parts: list[Any]) -> tuple[str, str]:
    texts = [part if isinstance(part, str) else "" for part in parts]
    return texts[0], "\n".join(texts)
