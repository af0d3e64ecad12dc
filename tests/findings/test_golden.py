"""Every golden case finds exactly what it says, and no rule is without a case."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest

from handbook import checks, findings
from handbook.findings import consequences, messages
from handbook.languages import CODES
from handbook.model.project import Fault, Project
from handbook.model.rules import PROSE, RULES
from tests.support.golden import UNFORESEEN, Case, Expected, Place, cases, place, worded
from tests.support.project import build, of_proposal
from tests.support.reused import Reused
from tests.support.sarif_schema import errors_of_sarif

pytestmark = pytest.mark.usefixtures("words_asked")
_CASES = [pytest.param(case, id=f"{case.group}: {case.name}") for case in cases()]
# What follows from a text in another language is the same for all rules of prose.
_CONSEQUENCES = {
    id: [rule] for id, rule in RULES.items() if rule in consequences.CONSEQUENCES and id not in PROSE
}
_CONSEQUENCES["prose"] = [
    rule for id, rule in RULES.items() if rule in consequences.CONSEQUENCES and id in PROSE
]


class Judged(NamedTuple):
    """A case's project, what the checks find there, and what is left of it to be told."""

    project: Project
    raw: list[Fault]
    found: list[Fault]


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Case], Judged]:
    """Judges a case, once; all in one folder, one after the other."""
    judged: dict[tuple[str, str], Judged] = {}
    reused = Reused(build(tmp_path_factory.mktemp("case")))

    def judge(case: Case) -> Judged:
        key = case.group, case.name
        if key not in judged:
            case.change(reused.root)
            project = of_proposal(reused.read(), case.removed, case.texts_before)
            raw = list(checks.run(project, prose=case.prose))
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(checks, "run", lambda *_, **__: raw)
                judged[key] = Judged(project, raw, findings.faults(project, prose=case.prose))
            reused.restore()
        return judged[key]

    return judge


@pytest.mark.parametrize("case", _CASES)
def test_a_case_finds_exactly_what_it_says(case: Case, judge: Callable[[Case], Judged]) -> None:
    project, _, found = judge(case)
    shown = messages.worded(found, findings.severities_of(project))
    places = [(finding.file, finding.line, finding.column, finding.rule) for finding in shown]
    assert sorted(places) == sorted(expected.place for expected in case.expect)
    assert errors_of_sarif(shown) == []
    told: dict[Place, list[Fault]] = {}
    for fault in found:
        told.setdefault(place(fault), []).append(fault)
        for code in CODES:
            # Every blank is filled in every language.
            finding = worded(fault, code)
            assert finding.message
            assert finding.suggestion
    for expected in case.expect:
        assert any(_says(fault, expected) for fault in told[expected.place])


def _says(fault: Fault, expected: Expected) -> bool:
    """Whether a fault, put into the languages that are asked for, says what it should."""
    messages = all(part in worded(fault, code).message for code, part in expected.message.items())
    wanted = ((worded(fault, code).suggestion, part) for code, part in expected.suggestion.items())
    return messages and all(part in given if part else not given for given, part in wanted)


@pytest.mark.parametrize("rule", [pytest.param(rule, id=f"{rule} has a golden case") for rule in RULES])
def test_every_rule_has_a_golden_case(rule: str) -> None:
    assert rule in UNFORESEEN | {expected.rule for case in cases() for expected in case.expect}


@pytest.mark.parametrize("id", _CONSEQUENCES)
def test_without_a_consequence_some_case_would_be_told_of_more(
    id: str, judge: Callable[[Case], Judged], monkeypatch: pytest.MonkeyPatch
) -> None:
    told = [judge(case)[:2] for case in cases() if case.expect]
    before = [len(list(consequences.settle(project, raw))) for project, raw in told]
    for rule in _CONSEQUENCES[id]:
        monkeypatch.delitem(consequences.CONSEQUENCES, rule)
    assert [len(list(consequences.settle(project, raw))) for project, raw in told] != before


def test_lookalikes_are_all_innocent() -> None:
    lookalikes = [case for case in cases() if case.group == "lookalikes"]
    assert len(lookalikes) > 30
    assert all(case.expect == () for case in lookalikes)


def test_no_two_cases_have_the_same_name() -> None:
    names = [(case.group, case.name) for case in cases()]
    assert len(names) == len(set(names))
