"""The words of the tools: every rule in every language, with the same blanks to fill in."""

from __future__ import annotations

import string
from collections.abc import Iterator
from typing import Any, get_args

import pytest

from handbook.base.positions import Position
from handbook.findings.messages import worded
from handbook.languages import CODES, language
from handbook.languages.language import file_of
from handbook.languages.rule_texts import RuleText, rule_texts
from handbook.model.fields import (
    CardOriginal,
    CardTranslation,
    Decision,
    Family,
    PageOriginal,
    PageTranslation,
)
from handbook.model.project import Fault
from handbook.model.rules import ERROR, OFF, RULES, SEVERITIES, Rule
from handbook.model.rules.files import FileEmpty
from handbook.model.rules.links import LinkEmpty, LinkPageMissing

EVERY = [pytest.param(code, rule, id=f"{code}: {rule}") for code in CODES for rule in RULES]


def _rule(code: str, rule: str) -> RuleText:
    return rule_texts(code)[rule]


def _blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def _leaves(texts: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    if isinstance(texts, dict):
        for key, value in texts.items():
            yield from _leaves(value, (*path, key))
    elif isinstance(texts, list):
        for index, value in enumerate(texts):
            yield from _leaves(value, (*path, str(index)))
    else:
        yield path, str(texts)


@pytest.mark.parametrize("code", CODES)
def test_a_language_speaks_of_the_rules_there_are_and_of_no_others(code: str) -> None:
    given = list(file_of(f"rules/{code}"))
    missing, unknown = (
        [rule for rule in RULES if rule not in given],
        [rule for rule in given if rule not in RULES],
    )
    assert not missing, f"languages/texts/rules/{code}.yml: add {', '.join(missing)}"
    assert not unknown, f"model/rules: there is no class for {', '.join(unknown)}"
    assert given == list(RULES)


@pytest.mark.parametrize(("code", "rule"), EVERY)
def test_a_rule_has_a_message_and_cures(code: str, rule: str) -> None:
    text = _rule(code, rule)
    assert text.message.strip()
    assert text.cures
    assert all(cure.strip() for cure in text.cures)


@pytest.mark.parametrize(("code", "rule"), EVERY)
def test_a_rule_has_the_same_blanks_as_in_english(code: str, rule: str) -> None:
    ours, english = _rule(code, rule), _rule("en", rule)
    assert _blanks(ours.message) == _blanks(english.message)
    assert [_blanks(cure) for cure in ours.cures] == [_blanks(cure) for cure in english.cures]


@pytest.mark.parametrize(("code", "rule"), EVERY)
def test_a_rule_can_be_put_into_words(code: str, rule: str) -> None:
    text = _rule(code, rule)
    fault = Fault(_broken(rule), "docs/x.md", Position(2, 3), code)
    (finding,) = worded([fault])
    assert (finding.rule, finding.severity) == (rule, RULES[rule].severity)
    assert all(f"<{name}>" in finding.message for name in _blanks(text.message))
    assert str(finding).startswith("docs/x.md:2:3: ")
    assert str(finding).endswith(f"[{rule}]")


@pytest.mark.parametrize(("code", "rule"), EVERY)
def test_the_blanks_of_a_rule_are_the_fields_of_its_class(code: str, rule: str) -> None:
    text = _rule(code, rule)
    wanted = set().union(*map(_blanks, (text.message, *text.cures)))
    assert wanted <= set(RULES[rule].blanks()), f"model/rules/{RULES[rule].group}.py lacks a blank of {rule}"


def _broken(rule: str) -> Rule:
    """A fault by a rule, with something recognisable in each blank."""
    return RULES[rule](**{name: f"<{name}>" for name in RULES[rule].blanks()})


@pytest.mark.parametrize("code", CODES)
def test_a_language_has_every_text_that_english_has(code: str) -> None:
    ours = {path: _blanks(text) for path, text in _leaves(language(code).texts)}
    english = {path: _blanks(text) for path, text in _leaves(language("en").texts)}
    assert ours == english


@pytest.mark.parametrize("code", CODES)
def test_every_decision_and_family_has_a_name(code: str) -> None:
    texts = language(code).texts
    assert list(texts["decisions"]) == list(get_args(Decision))
    assert list(texts["families"]) == list(get_args(Family))


@pytest.mark.parametrize("code", CODES)
def test_every_key_of_the_schema_says_what_it_expects(code: str) -> None:
    models = (CardOriginal, CardTranslation, PageOriginal, PageTranslation)
    fields = {name for model in models for name in model.model_fields}
    assert fields <= set(language(code).texts["fields"])


def test_findings_come_in_the_order_of_their_places() -> None:
    given = [
        Fault(LinkEmpty(), "docs/b.md", Position(1)),
        Fault(LinkEmpty(), "docs/a.md", Position(10)),
        Fault(LinkEmpty(), "docs/a.md", Position(9, 7)),
        Fault(FileEmpty(), "docs/a.md", Position(9, 7)),
    ]
    places = [(f.file, f.line, f.column, f.rule) for f in worded(given)]
    assert places == [
        ("docs/a.md", 9, 7, "file-empty"),
        ("docs/a.md", 9, 7, "link-empty"),
        ("docs/a.md", 10, 1, "link-empty"),
        ("docs/b.md", 1, 1, "link-empty"),
    ]


@pytest.mark.parametrize("code", CODES)
def test_of_very_many_in_one_file_the_first_are_told_and_the_last_of_these_counts_the_rest(code: str) -> None:
    given = [Fault(LinkEmpty(), "docs/a.md", Position(line), code) for line in range(1, 1001)]
    others = [Fault(FileEmpty(), "docs/a.md", Position(1000), code), Fault(LinkEmpty(), "docs/b.md")]
    found = worded([*reversed(given), *others])
    told = [f for f in found if (f.file, f.rule) == ("docs/a.md", "link-empty")]
    assert [f.line for f in told] == list(range(1, 201))
    assert [f for f in found if f not in told] == worded(others)
    assert len({f.message for f in told[:-1]}) == 1
    assert told[-1].message.startswith(told[0].message + " ")
    assert "800" in told[-1].message


def test_a_project_may_choose_other_severities() -> None:
    given = [Fault(LinkEmpty(), "docs/a.md"), Fault(FileEmpty(), "docs/b.md")]
    found = list(worded(given, {"link-empty": OFF, "file-empty": "notice"}))
    assert [(f.rule, f.severity) for f in found] == [("file-empty", "notice")]


def test_every_severity_is_one_of_ours() -> None:
    assert {rule.severity for rule in RULES.values()} <= set(SEVERITIES) - {OFF}
    assert RULES["link-page-missing"].severity == ERROR


def test_braces_in_a_text_of_the_author_are_left_alone() -> None:
    fault = Fault(LinkPageMissing(target="{0}{x}.md", guess="{y}.md", only=None), "docs/a.md")
    (finding,) = worded([fault])
    assert "{0}{x}.md" in finding.message
    assert "{y}.md" in finding.suggestion


def test_a_cure_is_chosen_by_what_is_known() -> None:
    (without,) = worded([Fault(LinkPageMissing(target="x.md", guess=None, only=None), "docs/a.md")])
    (with_guess,) = worded([Fault(LinkPageMissing(target="x.md", guess="y.md", only=None), "docs/a.md")])
    assert "y.md" in with_guess.suggestion
    assert without.suggestion == _rule("en", "link-page-missing").cures[-1]


class Wordless(Rule):
    """A rule that nobody has given words."""

    found: str


def test_a_rule_without_words_is_told_all_the_same() -> None:
    (finding,) = worded([Fault(Wordless(found="{x}"), "docs/a.md", language="hr")])
    assert finding.message == "A rule that nobody has given words. {x}"
    assert str(finding).endswith("[wordless]")
