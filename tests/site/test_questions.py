"""The questions to learn by: what is right stands on the card as right, what is wrong as wrong or nowhere."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from handbook.languages import CODES, language
from handbook.model.project import Page, Project
from handbook.site.learning import learning
from handbook.site.questions import AVOID, CHOOSE, DECIDE, KINDS, RECALL, Question, questions
from tests.support.project import HANDBOOK, read, replace


def items(card: Page, section: str) -> str:
    """What stands in a section of a card's file, read anew: without markup, line ends as spaces."""
    text = (HANDBOOK / "docs" / card.path).read_text("utf8")
    found = re.search(rf"^## .*\{{#{section}\}}$(?P<text>.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    return _bare(found["text"]) if found else ""


def _bare(text: str) -> str:
    linked = re.sub(r"\[([^\]]+)\]\([^)]+\)", r"\1", text)
    return re.sub(r"\s+", " ", linked.replace("**", "").replace("*", "").replace("\\", ""))


def asked(handbook: Project, code: str) -> list[tuple[Page, Question]]:
    return [(card, question) for card in handbook.cards(code) for question in questions(handbook, card)]


@pytest.mark.parametrize("code", CODES)
def test_every_card_asks_each_kind_of_question(handbook: Project, code: str) -> None:
    found = asked(handbook, code)
    cards = list(handbook.cards(code))
    assert len(cards) >= 65
    assert [(card.slug, question.kind) for card, question in found] == [
        (card.slug, kind) for card in cards for kind in KINDS
    ]


@pytest.mark.parametrize("code", CODES)
def test_what_is_right_stands_on_the_card_as_right(handbook: Project, code: str) -> None:
    decisions = language(code).texts["decisions"]
    places = {CHOOSE: "say", RECALL: "say", AVOID: "dont-say"}
    for card, question in asked(handbook, code):
        about = f"{card.path} {question.kind}"
        assert question.right, about
        if question.kind == DECIDE:
            for right in question.right:
                assert right.text in decisions.values(), about
                assert right.case, about
                assert right.text.casefold() in right.reason.casefold(), about
                assert right.reason.startswith(f"{right.case}: "), about
                assert right.reason in items(card, "decide"), about
            continue
        for right in question.right:
            assert right.text in items(card, places[question.kind]), about
            assert right.reason in items(card, places[question.kind]), about
        if question.kind == AVOID:
            assert all(right.reason for right in question.right), f"{about}: without a reason"


@pytest.mark.parametrize("code", CODES)
def test_what_is_wrong_is_wrong_on_the_card(handbook: Project, code: str) -> None:
    decisions = language(code).texts["decisions"]
    for card, question in asked(handbook, code):
        about = f"{card.path} {question.kind}"
        neutral = handbook.neutral(card)
        if question.kind == DECIDE:
            near = {decisions[id] for id in (neutral.decision, *neutral.may_become)}
            near |= {right.text for right in question.right}
            bold = re.search(
                r"\{#decide\}$(.*?)^## ",
                (HANDBOOK / "docs" / card.path).read_text("utf8"),
                re.MULTILINE | re.DOTALL,
            )
            named = {text.casefold() for text in re.findall(r"\*\*([^*]+)\*\*", bold[1] if bold else "")}
            assert len(question.wrong) >= 3, about
            for wrong in question.wrong:
                assert wrong.text in decisions.values(), about
                assert wrong.text not in near, about
                assert wrong.text.casefold() not in named, about
        for wrong in question.wrong:
            if question.kind == CHOOSE:
                assert wrong.text in items(card, "dont-say"), about
                assert wrong.text not in items(card, "say"), about
                assert wrong.reason in items(card, "dont-say"), about
            if question.kind == AVOID:
                assert wrong.text in items(card, "say"), about
                assert wrong.text not in items(card, "dont-say"), about


@pytest.mark.parametrize("code", CODES)
def test_no_answer_is_offered_twice_or_as_both(handbook: Project, code: str) -> None:
    for card, question in asked(handbook, code):
        answers = (*question.right, *question.wrong)
        texts = [f"{choice.text.casefold().strip(' .!?')}{choice.case}" for choice in answers]
        assert len(texts) == len(set(texts)), f"{card.path} {question.kind}"
        assert all(choice.text for choice in answers)


@pytest.mark.parametrize("code", CODES)
def test_the_page_gets_all_of_them_under_names_that_every_language_shares(
    handbook: Project, code: str
) -> None:
    found = json.loads(learning(handbook, code, lambda path: path))
    assert set(found["words"]) >= {*KINDS, "start", "again", "hard", "good", "easy"}
    named = [name for family in found["families"] for name in family["cards"]]
    assert (
        sorted(named)
        == sorted(found["cards"])
        == sorted(card.slug.removesuffix(".md") for card in handbook.cards("pl"))
    )
    for card in found["cards"].values():
        assert card["title"]
        assert card["customer"]
        assert card["signs"]
        assert set(card["questions"]) == set(KINDS)


def test_a_card_without_quoted_sentences_to_avoid_asks_less(root: Path) -> None:
    before = read(root)
    [card] = [card for card in before.cards("en") if card.slug.endswith("late-return.md")]
    assert {question.kind for question in questions(before, card)} >= {DECIDE, RECALL}
    text = (root / "docs/en/scenarios/late-return.md").read_text("utf8")
    section = text[text.index("{#dont-say}") : text.index("{#do}")]
    quoted = re.search(r"“[^”]+”", section)
    assert quoted
    replace(root, "docs/en/scenarios/late-return.md", section, section.replace("“", "").replace("”", ""))
    after = read(root)
    [card] = [card for card in after.cards("en") if card.slug.endswith("late-return.md")]
    assert {question.kind for question in questions(after, card)} == {DECIDE, RECALL}


# A case of one or two of these words cannot be understood without the others.
UNSURE = {
    "pl": "nie wiesz masz pewności",
    "hr": "niste sigurni ne smijete znate",
    "en": "not sure you’re danger",
}


@pytest.mark.parametrize("code", CODES)
def test_each_case_tells_what_it_is_about(handbook: Project, code: str) -> None:
    for card, question in asked(handbook, code):
        for right in question.right if question.kind == DECIDE else ():
            words = set(right.case.casefold().split())
            assert words - set(UNSURE[code].split()), f"{card.path}: {right.case}"


@pytest.mark.parametrize("rest", [", and then silence.", " and nothing more.", " – and silence."])
def test_what_is_only_bad_by_what_follows_is_not_offered(root: Path, rest: str) -> None:
    before = next(card for card in read(root).cards("en") if card.slug.endswith("late-return.md"))
    [avoid] = [question for question in questions(read(root), before) if question.kind == AVOID]
    assert "Those are the rules." in [choice.text for choice in avoid.right]
    replace(
        root,
        f"docs/{before.path}",
        "“Those are the rules.” It isn’t a reason.",
        f"“Those are the rules”{rest}",
    )
    after = next(card for card in read(root).cards("en") if card.slug.endswith("late-return.md"))
    [avoid] = [question for question in questions(read(root), after) if question.kind == AVOID]
    assert [choice.text for choice in avoid.right] == ["You should have come sooner."]


def test_a_decision_that_the_card_leads_on_to_is_no_wrong_answer(handbook: Project) -> None:
    swearing = next(card for card in handbook.cards("en") if card.slug == "scenarios/swearing.md")
    question = next(question for question in questions(handbook, swearing) if question.kind == DECIDE)
    assert [right.text for right in question.right] == ["Listen first", "Set a limit"]
    assert "Set a limit" not in {wrong.text for wrong in question.wrong}
    assert "Hold the rule" in {wrong.text for wrong in question.wrong}
