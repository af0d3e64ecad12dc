"""A language: how it is written, and what the tools ask for it.

Everything that the tools must know of a language stands in one object; mypy names what is missing.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources
from typing import Any, Literal

from ..base.recollection import Recollection, is_plain

# The files of texts as they were read in earlier runs.
RECOLLECTION = Recollection("texts")
Plural = Literal["one", "few", "many"]


@dataclass(frozen=True, kw_only=True)
class Abbreviations:
    """Abbreviations with a full stop, without it: those that end no sentence before a name or before a
    number, and those that no line ends in.
    """

    before_names: frozenset[str]
    before_numbers: frozenset[str]
    binding: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Inflexion:
    """How words are inflected that no lexicon knows.

    Args:
        suffixes: what may follow a word; where there are none, its ending is taken off instead.
        action_cases: the endings of the name of an action, such as "dzwonienie", after its stem.
        adjective: an ending that makes an adjective of the same letters, which must not be taken for
            a form of the noun; "" where there is none.
    """

    suffixes: tuple[str, ...] = ()
    action_cases: tuple[str, ...] = ("e",)
    adjective: str = ""


@dataclass(frozen=True)
class Dictionary:
    """hunspell's dictionary, and the Debian package that brings it."""

    name: str
    package: str


@dataclass(frozen=True, kw_only=True)
class Language:
    """A language of the handbook.

    Args:
        alphabet: the letters in their order.
        foreign_letters: those of them that stand in foreign words alone.
        digraphs: two letters that sort as one, after the one they begin with.
        plural: the form that a whole number takes: CLDR's category, whose "other" is "many" here.
        full_stop_after_quote: whether a sentence's full stop stands after its closing mark.
        inner_quotes: a quotation within a quotation.
        short_words: words of one letter that end no line.
        second_person: the words by which a text speaks to its reader.
        call_words: so many words may be read of a card during a call.
        dictionary: None where there is none; then spelling is not judged.
        detector: lingua's name of the language; "" where it does not know it.
        shared: whether the dictionaries of other languages hold many of its words.
        search_prefixes: what a lexicon need not list: a form with one of these in front is the form
            without it.
    """

    code: str
    alphabet: str
    foreign_letters: str = ""
    digraphs: tuple[str, ...] = ()
    plural: Callable[[int], Plural]
    quotes: tuple[str, str]
    full_stop_after_quote: bool = False
    inner_quotes: re.Pattern[str]
    short_words: str
    abbreviations: Abbreviations
    second_person: re.Pattern[str]
    call_words: int
    inflexion: Inflexion = Inflexion()
    dictionary: Dictionary | None
    detector: str
    shared: bool = False
    search_prefixes: tuple[str, ...] = ()

    @cached_property
    def texts(self) -> Mapping[str, Any]:
        """What its file says, and the file that it falls back to where it says nothing."""
        return texts_of(self.code)

    @property
    def name(self) -> str:
        return str(self.texts["name"])

    @cached_property
    def letters(self) -> frozenset[str]:
        """What its own words are written with."""
        return frozenset(self.alphabet).difference(self.foreign_letters)

    def quote(self, text: str) -> str:
        """A sentence in quotation marks."""
        opening, closing = self.quotes
        if self.full_stop_after_quote and text.endswith("."):
            return f"{opening}{text[:-1]}{closing}."
        return f"{opening}{text}{closing}"

    def quoted(self, text: str) -> str:
        """The same for a sentence that may have its marks already."""
        return text if text.startswith(self.quotes[0]) else self.quote(text)

    def word(self, group: str, key: str, **values: Any) -> str:
        """A text by group and key, such as ("page", "related"); KeyError where there is none."""
        return str(self.texts[group][key]).format(**values)

    def date(self, day: datetime.date) -> str:
        """A date in words, as the language writes it."""
        month = self.texts["months"][day.month - 1]
        return str(self.texts["date"]).format(day=day.day, month=month, year=day.year)

    def count(self, key: str, count: int) -> str:
        """A text with a number, in the right plural form."""
        return self.word("page", f"{key}-{self.plural(count)}", count=count)

    def name_of(self, code: str) -> str:
        """The name of another language in this one; its code where that is not known."""
        return str(self.texts["language-names"].get(code, code))


FALLBACK = "en"


@cache
def file_of(name: str) -> Any:
    """A file of texts; an empty mapping where there is none."""
    # The command line asks for the facts of a language before anything needs YAML.
    from ..base.yaml_values import load

    file = resources.files(__package__).joinpath(f"texts/{name}.yml")
    if not file.is_file():
        return {}
    found = RECOLLECTION.get(name, dict)  # A text that has changed is another tool.
    if found is None:
        found = load(file.read_text("utf8"))
        if is_plain(found):
            RECOLLECTION.put(name, found)
    return found


def texts_of(code: str) -> Mapping[str, Any]:
    """The texts of a language, in English where it has none of its own."""
    found: Mapping[str, Any] = _completed(file_of(code), file_of(FALLBACK))
    return found


def _completed(own: Any, other: Any) -> Any:
    """A text, or the texts of a mapping with those of another where one is missing."""
    if isinstance(own, Mapping) and isinstance(other, Mapping):
        return {
            **own,
            **{key: _completed(own[key], text) if key in own else text for key, text in other.items()},
        }
    return own
