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
        if isinstance(question, Mapping) and question.get("id") in facts:
            return str(question["id"])
    return OTHERWISE


def decide(questions: Sequence[Any], otherwise: str, facts: Collection[str]) -> str:
    """The decision that the questions give for a case with these facts."""
    found = deciding_question(questions, facts)
    for question in questions:
        if isinstance(question, Mapping) and question.get("id") == found:
            return str(question["decision"])
    return otherwise
