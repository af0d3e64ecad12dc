"""The decision guide as something that can be run: ordered questions, the first yes decides."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

OTHERWISE = "otherwise"


def deciding_question(questions: Sequence[Any], facts: Collection[str]) -> str:
    """The id of the first question whose answer is yes; "otherwise" where none is.

    Args:
        questions: the guide's questions in order, each with `id` and `decision`.
        facts: the ids of the questions answered yes for a case.
    """
    for question in questions:
        if _complete(question) and question["id"] in facts:
            return str(question["id"])
    return OTHERWISE


def decide(questions: Sequence[Any], otherwise: str, facts: Collection[str]) -> str:
    """The decision that the questions give for a case with these facts."""
    found = deciding_question(questions, facts)
    for question in questions:
        if _complete(question) and question["id"] == found:
            return str(question["decision"])
    return otherwise


def _complete(question: Any) -> bool:
    """A question without its id or decision has a finding; it decides nothing."""
    return isinstance(question, Mapping) and {"id", "decision"} <= question.keys()
