"""The help for the rules: for each a plain name of the fault, why it matters, and an example put right.

The texts stand in texts/help/<code>.yml, one file a language.
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
class Help:
    """What editors should know about one rule; `wrong` and `right` are the same place before and after."""

    title: str
    why: str
    wrong: tuple[Excerpt, ...]
    right: tuple[Excerpt, ...]


@cache
def helps(code: str | None) -> Mapping[str, Help]:
    """The help by rule, in this language; in English where it is not one of ours."""
    known = code if code in CODES else FALLBACK
    text = resources.files(__package__).joinpath(f"texts/help/{known}.yml").read_text("utf8")
    read = load(text)
    return {
        rule: Help(entry["title"], entry["why"], _excerpts(entry["wrong"]), _excerpts(entry["right"]))
        for rule, entry in read.items()
    }


def _excerpts(given: Any) -> tuple[Excerpt, ...]:
    if isinstance(given, Mapping):
        return tuple(Excerpt(str(text).rstrip("\n"), str(file)) for file, text in given.items())
    return (Excerpt(str(given).rstrip("\n")),)
