"""The decision guide as something that can be run: ordered questions, the first yes decides."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from .matter import Question
from .project import Page, Project

OTHERWISE = "otherwise"


def decision_guide(project: Project) -> Page | None:
    """The page that asks the questions, in the language it was written in; None where there is none."""
    originals = (project.original(slug) for slug in project.by_slug)
    return next((page for page in originals if page and page.matter.questions is not None), None)


def deciding_question(questions: Sequence[Question | None], facts: Collection[str]) -> str:
    """The id of the first question whose answer is yes; "otherwise" where none is.

    Args:
        questions: the guide's questions in order; None is one that is not whole and decides nothing.
        facts: the ids of the questions answered yes for a case.
    """
    for question in questions:
        if question is not None and question.id in facts:
            return question.id
    return OTHERWISE


def decide(questions: Sequence[Question | None], otherwise: str, facts: Collection[str]) -> str:
    """The decision that the questions give for a case with these facts."""
    found = deciding_question(questions, facts)
    for question in questions:
        if question is not None and question.id == found:
            return question.decision
    return otherwise
