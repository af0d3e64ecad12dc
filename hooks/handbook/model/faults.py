"""What a check found, as a `Fault` without words, and as a `Finding` that is ready to be shown."""

from __future__ import annotations

from dataclasses import dataclass

from ..base.edits import Edit
from ..base.positions import Position
from ..base.visible import visible
from .rules.rule import Rule


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault, ready to be shown: `file` is relative to the project's root."""

    file: str
    line: int
    column: int
    rule: str
    severity: str
    message: str
    suggestion: str

    def __str__(self) -> str:
        text = f"{visible(self.file)}:{self.line}:{self.column}: {visible(self.message)}"
        return (
            f"{text} {visible(self.suggestion)} [{self.rule}]" if self.suggestion else f"{text} [{self.rule}]"
        )


@dataclass(frozen=True, slots=True)
class Fault:
    """What a check found: the rule that is broken, with the values its message needs, and the place.

    `language` is the one the page is written in; the message will be in it.
    """

    broken: Rule
    file: str
    position: Position = Position(1)
    language: str | None = None
    fix: Edit | None = None

    @property
    def rule(self) -> str:
        """The id of the rule."""
        return self.broken.rule_id
