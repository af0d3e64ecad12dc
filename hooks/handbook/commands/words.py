"""What the command line says, in the language of the terminal: that of --lang, else of the locale."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from ..languages import CODES, FALLBACK
from ..languages.language import file_of

_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


@dataclass(frozen=True)
class Words:
    """The texts of one language."""

    code: str
    texts: Mapping[str, Any]

    def say(self, key: str, **values: object) -> str:
        """A text by its key, its blanks filled."""
        return str(self.texts[key]).format(**values)

    def about(self, command: str) -> str:
        """What a command is for, in one line."""
        return str(self._command(command)["about"])

    def examples(self, command: str) -> str:
        """How a command is called, an example a line."""
        lines = str(self._command(command).get("examples", "")).strip()
        return (
            f"{self.texts['examples']}\n" + "".join(f"  {line}\n" for line in lines.split("\n"))
            if lines
            else ""
        )

    def _command(self, name: str) -> Mapping[str, Any]:
        own: Mapping[str, Any] = self.texts["commands"].get(name) or _of(FALLBACK).texts["commands"][name]
        return own

    def option(self, name: str) -> str:
        return str(self.texts["options"][name])


def words(code: str | None = None) -> Words:
    """The texts of a language; of the terminal's where none is named, English where there are no others."""
    known = code if code in CODES else _of_terminal()
    return _of(known)


@cache
def _of(code: str) -> Words:
    return Words(code, file_of(f"commands/{code}"))


def asked(arguments: Sequence[str]) -> str | None:
    """The language that a command line names by --lang."""
    for place, argument in enumerate(arguments):
        if argument.startswith("--lang="):
            return argument.partition("=")[2]
        if argument == "--lang" and place + 1 < len(arguments):
            return arguments[place + 1]
    return None


def _of_terminal() -> str:
    for name in _VARIABLES:
        if value := os.environ.get(name):
            code = value[:2].lower()
            return code if code in CODES else FALLBACK
    return FALLBACK
