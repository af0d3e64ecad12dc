"""The languages of the handbook as data: names, section headings, quotation marks, dates, messages.

The texts stand in texts/<code>.yml, one file a language, so that a translator finds every word in
one place. A project in some other language gets English messages.
"""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from ..base.yaml_values import load

CODES = ("pl", "hr", "en")
FALLBACK = "en"

# A space comes before all, so that a word sorts before the longer ones it begins; \uffff marks the
# second half of a Croatian double letter, which comes after every other letter.
_ALPHABETS = {
    "pl": " 0123456789aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż",
    "hr": " 0123456789abcčćdđefghijklmnopqrsštuvwxyzž\uffff",
    "en": " 0123456789abcdefghijklmnopqrstuvwxyz",
}
# What stands in an alphabet for the sake of foreign words alone.
_FOREIGN = {"pl": "qvx", "hr": "qwxy", "en": ""}
# What the words of a language are written with, foreign ones left out.
LETTERS = {
    code: frozenset(filter(str.isalpha, alphabet)).difference(_FOREIGN[code])
    for code, alphabet in _ALPHABETS.items()
}
_LETTERS = str.maketrans({"ł": "l", "Ł": "L", "đ": "d", "Đ": "D"})


@dataclass(frozen=True)
class Language:
    """One language: `texts` is what its file says."""

    code: str
    texts: Mapping[str, Any]

    @property
    def name(self) -> str:
        return str(self.texts["name"])

    @property
    def quotes(self) -> tuple[str, str]:
        opening, closing = self.texts["quotes"]
        return opening, closing

    def quote(self, text: str) -> str:
        """A sentence in quotation marks; in Polish its full stop comes after them."""
        opening, closing = self.quotes
        if self.code == "pl" and text.endswith("."):
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
        """A text with a number, in the right plural form (CLDR's one, few and many)."""
        return self.word("page", f"{key}-{plural(self.code, count)}", count=count)


@cache
def language(code: str | None) -> Language:
    """The language with this code; English where it is not one of ours."""
    known = code if code in CODES else FALLBACK
    text = resources.files(__package__).joinpath(f"texts/{known}.yml").read_text("utf8")
    return Language(known, load(text))


def language_name(reader: str | None, code: str) -> str:
    """The name of a language in the reader's language; its code where it is not one of ours."""
    return str(language(reader).texts["language-names"].get(code, code))


def plural(code: str, count: int) -> str:
    """The CLDR plural category of a whole number: one, few or many (English: one or many)."""
    tens, ones = count % 100, count % 10
    if code == "pl":
        if count == 1:
            return "one"
        return "few" if ones in (2, 3, 4) and tens not in (12, 13, 14) else "many"
    if code == "hr":
        if ones == 1 and tens != 11:
            return "one"
        return "few" if ones in (2, 3, 4) and tens not in (12, 13, 14) else "many"
    return "one" if count == 1 else "many"


def alphabetical(code: str, text: str) -> tuple[int, ...]:
    """A key that sorts texts as the language's own dictionaries do, punctuation left out.

    In Croatian dž, lj and nj are letters, each after the one it begins with.
    """
    text = text.lower()
    if code == "hr":
        for pair in ("dž", "lj", "nj"):
            text = text.replace(pair, f"{pair[0]}\uffff")
    order = {letter: place for place, letter in enumerate(_ALPHABETS.get(code, _ALPHABETS[FALLBACK]))}
    letters = [letter for letter in text if letter in order or letter.isalnum()]
    return tuple(order.get(letter, order.get(fold(letter), 0)) for letter in letters)


def fold(text: str) -> str:
    """Lower case without diacritics, ł and đ included, which Unicode does not decompose."""
    decomposed = unicodedata.normalize("NFD", text.translate(_LETTERS).lower())
    return "".join(c for c in decomposed if not unicodedata.combining(c))
