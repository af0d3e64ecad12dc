"""Data files, and what the handbook rests on, as it stands in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from ..base.digest import digest
from ..base.positions import KeyPath, Position
from .document import FrontMatter
from .sources import (
    Advice,
    Claim,
    Contradiction,
    LocalRule,
    Names,
    Nonstandard,
    Phrase,
    Source,
    StaffWords,
    Term,
    Words,
)


@dataclass(frozen=True)
class DataFile:
    """A data file: its text, what was read from it, and where each key stands.

    `language` is the one that all of it is written in, None where it holds several. `prose` is False
    where its texts are no sentences of the handbook's: words that staff type.
    """

    file: str
    text: str
    value: Any
    keys: Mapping[KeyPath, Position]
    language: str | None = None
    prose: bool = True

    @cached_property
    def digest(self) -> str:
        """What tells the text from any other, for who keeps what has come of it."""
        return digest(self.text)

    def position(self, path: KeyPath) -> Position:
        """The nearest place that is known for a key path."""
        return FrontMatter(keys=self.keys).position(*path)


@dataclass(frozen=True)
class Sources:
    """What the handbook rests on: the data files, and where each claim stands in its file."""

    claims_file: str = ""
    sources: Mapping[str, Source] = field(default_factory=dict)
    claims: Mapping[str, Claim] = field(default_factory=dict)
    claim_positions: Mapping[str, Position] = field(default_factory=dict)
    practice: Mapping[str, Advice] = field(default_factory=dict)
    # Card -> who the customer of its role-play is.
    briefs: Mapping[str, Words] = field(default_factory=dict)
    groups: Mapping[str, Words] = field(default_factory=dict)
    terms: tuple[Term, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    # Language -> id -> rule.
    local_rules: Mapping[str, Mapping[str, LocalRule]] = field(default_factory=dict)
    # Language -> card, or path of another page without .md -> words.
    staff_words: Mapping[str, Mapping[str, StaffWords]] = field(default_factory=dict)
    # Words that no dictionary has, by language, those of every language under "all".
    names: Mapping[str, Names] = field(default_factory=dict)
    # Words and turns with what to say instead, by language.
    nonstandard: Mapping[str, Sequence[Nonstandard]] = field(default_factory=dict)
    stiff: Mapping[str, Sequence[Nonstandard]] = field(default_factory=dict)
    files: Mapping[str, DataFile] = field(default_factory=dict)
