"""The decision guide as something that can be run: the first yes decides."""

from __future__ import annotations

from typing import Any

import pytest

from handbook.model.decision_guide import OTHERWISE, decide, deciding_question
from handbook.model.matter import Question, matter

QUESTIONS = [Question("abuse", "escalate"), Question("tension", "calm"), Question("reason", "bend")]


@pytest.mark.parametrize(
    ("facts", "question", "decision"),
    [
        pytest.param([], OTHERWISE, "hold", id="no yes at all"),
        pytest.param(["reason"], "reason", "bend", id="the last question"),
        pytest.param(["reason", "abuse"], "abuse", "escalate", id="the order of the questions counts"),
        pytest.param(["tension", "reason"], "tension", "calm", id="the first of two"),
        pytest.param(["unheard-of"], OTHERWISE, "hold", id="a fact no question asks for"),
    ],
)
def test_the_first_yes_decides(facts: list[str], question: str, decision: str) -> None:
    assert deciding_question(QUESTIONS, facts) == question
    assert decide(QUESTIONS, "hold", facts) == decision


@pytest.mark.parametrize(
    "broken",
    [
        pytest.param(["text", {"id": "reason", "decision": "bend"}], id="a question that is a text"),
        pytest.param([None, {"id": "reason", "decision": "bend"}], id="an empty question"),
        pytest.param([{"decision": "calm"}, {"id": "reason", "decision": "bend"}], id="one without an id"),
        pytest.param([{"id": [1]}, {"id": "reason", "decision": "bend"}], id="one whose id is a list"),
    ],
)
def test_a_broken_question_is_passed_over(broken: list[Any]) -> None:
    questions = matter({"questions": broken}).questions
    assert questions is not None
    assert len(questions) == 2
    assert decide(questions, "hold", ["reason"]) == "bend"


def test_no_questions_mean_otherwise() -> None:
    assert decide([], "hold", ["reason"]) == "hold"


def test_a_question_without_a_decision_ends_nothing() -> None:
    assert decide([None], "hold", ["reason"]) == "hold"
