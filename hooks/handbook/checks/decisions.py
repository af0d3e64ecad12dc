"""Cards against the decision guide: the facts of a card, run through its questions, give its decision."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..base.guessing import guess
from ..languages import language
from ..model.decision_guide import decide, decision_guide
from ..model.matter import Question
from ..model.project import Fault, Page, Project
from ..model.rules.cards import CardDecision, CardFactUnknown, QuestionSectionMissing


def check(project: Project) -> Iterator[Fault]:
    if project.settings.cards is None:
        return
    guide = decision_guide(project)
    if guide is None:
        return
    questions = guide.matter.questions or ()
    yield from _sections(guide, questions)
    whole = [question for question in questions if question is not None]
    if len(whole) < len(questions):
        return  # A question that is not whole has its finding; nothing can be decided by it.
    for slug, versions in project.by_slug.items():
        page = project.original(slug)
        if page is not None and project.is_card(next(iter(versions.values()))) and not page.front.broken:
            yield from _card(page, guide, whole)


def _sections(guide: Page, questions: Sequence[Question | None]) -> Iterator[Fault]:
    headings = [h.id for h in guide.document.headings]
    for index, question in enumerate(questions):
        if question is not None and question.id not in headings:
            near = guess(question.id, headings)
            position = guide.front.position("questions", index)
            yield guide.fault(QuestionSectionMissing(id=question.id, guess=near), position)


def _card(page: Page, guide: Page, questions: Sequence[Question]) -> Iterator[Fault]:
    facts, known = page.matter.facts or (), [question.id for question in questions]
    unknown = [(i, fact) for i, fact in enumerate(facts) if fact not in known]
    for index, fact in unknown:
        near = guess(fact, known)
        yield page.fault(CardFactUnknown(id=fact, guess=near), page.front.position("facts", index))
    decision = page.matter.decision
    given = decide(questions, guide.matter.otherwise, facts)
    # A decision that does not exist has its own finding.
    if decision not in language(None).texts["decisions"]:
        return
    if not unknown and decision != given and page.matter.facts is not None:
        yield page.fault(
            CardDecision(decision=decision, given=given, guide=guide.file), page.front.position("decision")
        )
