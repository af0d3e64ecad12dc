"""What every rule says in each language: its message and cures, and the help that editors read.

The texts stand in texts/rules/<code>.yml, one file a language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from ..base.yaml_values import load
from . import CODES, FALLBACK


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
    """The words by rule, in this language; in English where it is not one of ours."""
    known = code if code in CODES else FALLBACK
    text = resources.files(__package__).joinpath(f"texts/rules/{known}.yml").read_text("utf8")
    return {rule: _rule_text(entry) for rule, entry in load(text).items()}


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
