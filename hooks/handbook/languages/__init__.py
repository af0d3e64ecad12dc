"""The languages of the handbook. Nothing outside this room knows which these are.

A language is a module here, such as hr.py, with its texts in texts/<code>.yml and texts/rules/<code>.yml.
What its texts lack is said in English, and a check says what is lacking.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..model.rules import RULES
from .en import EN
from .hr import HR
from .language import FALLBACK, Language, file_of
from .pl import PL

__all__ = ["CODES", "FALLBACK", "LANGUAGES", "Language", "lacking", "language", "language_name"]

LANGUAGES: Mapping[str, Language] = {one.code: one for one in (PL, HR, EN)}
CODES = tuple(LANGUAGES)


def language(code: str | None) -> Language:
    """The language with this code; English where it is not one of ours."""
    return LANGUAGES.get(code or "", LANGUAGES[FALLBACK])


def language_name(reader: str | None, code: str) -> str:
    """The name of a language in the reader's language; its code where that is not known."""
    return language(reader).name_of(code)


def lacking(code: str) -> tuple[str, ...]:
    """What the tools lack for a language, so that they say it in English or do not judge it."""
    if code not in LANGUAGES:
        return (f"languages/{code}.py",)
    found = LANGUAGES[code]
    parts = (
        (f"texts/{code}.yml", not _has_all(file_of(code), file_of(FALLBACK))),
        (
            f"texts/rules/{code}.yml",
            not file_of(f"rules/{code}").keys() >= RULES.keys(),
        ),
        ("hunspell", found.dictionary is None),
        ("lingua", not found.detector),
    )
    return tuple(name for name, is_missing in parts if is_missing)


def _has_all(own: Any, wanted: Any) -> bool:
    """Whether each text of a mapping, and of those within it, is in another one, too."""
    if not isinstance(wanted, Mapping):
        return True
    return isinstance(own, Mapping) and all(key in own and _has_all(own[key], wanted[key]) for key in wanted)
