"""Cards against the decision guide: the facts of a card, run through its questions, give its decision."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..base.guessing import guess
from ..languages import language
from ..model.decision_guide import OTHERWISE, decide
from ..model.project import Fault, Page, Project, strings
from ..model.rules.cards import CardDecision, CardFactUnknown, QuestionSectionMissing


def check(project: Project) -> Iterator[Fault]:
    if project.settings.cards is None:
        return
    guide = _guide(project)
    if guide is None:
        return
    questions = guide.front.values["questions"]
    known = [str(q["id"]) for q in questions if isinstance(q, Mapping) and "id" in q]
    yield from _sections(guide, known)
    otherwise = str(guide.front.values.get(OTHERWISE))
    if not all(isinstance(q, Mapping) and {"id", "decision"} <= q.keys() for q in questions):
        return  # A question that is not whole has its finding; nothing can be decided by it.
    for slug, versions in project.by_slug.items():
        page = project.original(slug)
        if page is not None and project.is_card(next(iter(versions.values()))) and not page.front.broken:
            yield from _card(page, guide, questions, known, otherwise)


def _guide(project: Project) -> Page | None:
    for slug in project.by_slug:
        page = project.original(slug)
        if page is not None and isinstance(page.front.values.get("questions"), list):
            return page
    return None


def _sections(guide: Page, known: list[str]) -> Iterator[Fault]:
    headings = [h.id for h in guide.document.headings]
    for index, id in enumerate(known):
        if id not in headings:
            near = guess(id, headings)
            position = guide.front.position("questions", index)
            yield guide.fault(QuestionSectionMissing(id=id, guess=near), position)


def _card(page: Page, guide: Page, questions: list[Any], known: list[str], otherwise: str) -> Iterator[Fault]:
    facts = strings(page.front.values.get("facts"))
    unknown = [(i, fact) for i, fact in enumerate(facts) if fact not in known]
    for index, fact in unknown:
        near = guess(fact, known)
        yield page.fault(CardFactUnknown(id=fact, guess=near), page.front.position("facts", index))
    decision = page.front.values.get("decision")
    given = decide(questions, otherwise, facts)
    # A decision that does not exist has its own finding.
    if not isinstance(decision, str) or decision not in language(None).texts["decisions"]:
        return
    if not unknown and decision != given and "facts" in page.front.values:
        yield page.fault(
            CardDecision(decision=decision, given=given, guide=guide.file), page.front.position("decision")
        )
