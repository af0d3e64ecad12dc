"""What every rule says in each language: its message and cures, and the help that editors read.

The texts stand in texts/rules/<code>.yml, one file a language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from . import CODES, FALLBACK
from .language import file_of


@dataclass(frozen=True)
class Excerpt:
    """A part of a file as an editor would see it; `file` is empty where any page will do."""

    text: str
    file: str = ""


@dataclass(frozen=True)
class RuleText:
    """The words for one rule.

    `message` and `cures` have blanks in braces. `title` is a plain name of the fault, `why` says why it
    matters; `wrong` and `right` are the same place before and after.
    """

    message: str
    cures: tuple[str, ...]
    title: str
    why: str
    wrong: tuple[Excerpt, ...]
    right: tuple[Excerpt, ...]


@cache
def rule_texts(code: str | None) -> Mapping[str, RuleText]:
    """The words by rule, in this language; in English where it has none."""
    own = file_of(f"rules/{code}") if code in CODES else {}
    found = {**file_of(f"rules/{FALLBACK}"), **own}
    return {rule: _rule_text(entry) for rule, entry in found.items()}


def _rule_text(entry: Mapping[str, Any]) -> RuleText:
    return RuleText(
        message=str(entry["message"]),
        cures=tuple(map(str, entry["cures"])),
        title=str(entry["title"]),
        why=str(entry["why"]),
        wrong=_excerpts(entry["wrong"]),
        right=_excerpts(entry["right"]),
    )


def _excerpts(given: Any) -> tuple[Excerpt, ...]:
    if isinstance(given, Mapping):
        return tuple(Excerpt(str(text).rstrip("\n"), str(file)) for file, text in given.items())
    return (Excerpt(str(given).rstrip("\n")),)
