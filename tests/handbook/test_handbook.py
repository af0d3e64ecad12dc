"""The real handbook: clean but for notices, its cards and its decision guide agree, no claim is lost."""

from __future__ import annotations

import pytest

from handbook import findings
from handbook.languages import CODES
from handbook.model.claims import carriers, usable
from handbook.model.decision_guide import decide
from handbook.model.project import Page, Project
from handbook.model.rules import NOTICE
from handbook.site.lists.card_lists import card_slug
from tests.support.project import real_handbook

REAL = real_handbook()
CARDS = [
    original
    for slug in REAL.by_slug
    if (original := REAL.original(slug)) is not None and REAL.is_card(original)
]


def test_the_handbook_is_clean_but_for_notices(handbook: Project) -> None:
    found = findings.of(handbook)
    assert [str(finding) for finding in found if finding.severity != NOTICE] == []


def test_every_page_stands_in_every_language(handbook: Project) -> None:
    incomplete = {slug for slug, versions in handbook.by_slug.items() if set(versions) != set(CODES)}
    assert incomplete == set()


@pytest.mark.parametrize("card", [pytest.param(card, id=card.slug) for card in CARDS])
def test_the_facts_of_a_card_lead_the_guide_to_its_decision(card: Page) -> None:
    guide = REAL.original("decide.md")
    assert guide
    questions, otherwise = guide.matter.questions or (), guide.matter.otherwise
    facts = card.matter.facts or ()
    assert set(facts) <= {question.id for question in questions if question}
    assert decide(questions, otherwise, facts) == card.matter.decision


def test_every_decision_of_the_guide_is_taken_by_some_card(handbook: Project) -> None:
    guide = handbook.original("decide.md")
    assert guide
    offered = {question.decision for question in guide.matter.questions or () if question}
    taken = {card.matter.decision for card in CARDS}
    assert taken == offered | {guide.matter.otherwise}


def test_every_usable_claim_is_carried(handbook: Project) -> None:
    assert sorted(set(usable(handbook)) - set(carriers(handbook))) == []


def test_nothing_carries_a_claim_that_is_not_there(handbook: Project) -> None:
    sources = handbook.sources
    assert sorted(set(carriers(handbook)) - set(sources.claims) - set(sources.practice)) == []


def test_every_card_has_a_part_for_whoever_plays_the_customer(handbook: Project) -> None:
    assert set(handbook.sources.briefs) == {card_slug(card) for card in CARDS}


def test_every_local_rule_of_a_card_is_written_in_every_language(handbook: Project) -> None:
    used = {rule for card in CARDS for rule in card.matter.local_rules}
    for code in CODES:
        assert used <= set(handbook.sources.local_rules[code])


def test_the_local_rules_have_the_same_ids_in_every_language(handbook: Project) -> None:
    ids = {code: set(rules) for code, rules in handbook.sources.local_rules.items()}
    assert ids["pl"] == ids["hr"] == ids["en"]


@pytest.mark.parametrize("code", CODES)
def test_every_claim_term_phrase_and_contradiction_speaks_every_language(
    handbook: Project, code: str
) -> None:
    sources = handbook.sources
    assert all(claim[code] for claim in sources.claims.values())
    assert all(source.subject[code] for source in sources.sources.values())
    assert all(term.term[code] and term.definition[code] for term in sources.terms)
    assert all(phrase.say[code] and phrase.instead_of[code] for phrase in sources.phrases)
    assert all(entry.title[code] and entry.reconcile[code] for entry in sources.contradictions)


def test_contradictions_and_phrases_rest_on_claims_that_are_there(handbook: Project) -> None:
    sources = handbook.sources
    named = [id for entry in sources.contradictions for side in entry.sides for id in side.claims]
    named += [id for phrase in sources.phrases for id in phrase.claims]
    assert sorted(set(named) - set(sources.claims) - set(sources.practice)) == []


def test_contradictions_name_cards_that_are_there(handbook: Project) -> None:
    ids = {card.matter.id for card in CARDS}
    named = {id for entry in handbook.sources.contradictions for id in entry.cards}
    assert sorted(named - ids) == []
