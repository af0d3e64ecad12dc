"""The rules, their texts, their help and their golden cases: all there, and the examples tell the truth."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from handbook.languages import CODES, language
from handbook.languages.rule_texts import RuleText, rule_texts
from handbook.model.project import Fault
from handbook.model.rules import GROUPS, PROSE, RULES
from handbook.prose import hunspell
from handbook.reading.yaml.front_matter import read_yaml
from tests.findings.example_places import ALONE, ELSEWHERE, PLACES
from tests.support import project
from tests.support.golden import UNFORESEEN, cases
from tests.support.help_examples import EXAMPLE, TODAY, Halves, Place, familiar, found, halves, put
from tests.support.reused import Reused

pytestmark = pytest.mark.usefixtures("words_asked")
PACKAGE = project.HANDBOOK / "hooks/handbook"

# The encoding a file was saved in that now shows its letters as question marks.
ENCODINGS = {"pl": "cp1250", "hr": "cp1250", "en": "cp1252"}

EVERY = [pytest.param(code, rule, id=f"{code}: {rule}") for code in CODES for rule in RULES]


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return familiar(tmp_path_factory.mktemp("familiar"))


@pytest.fixture(scope="module")
def reused(base: Path) -> Reused:
    """It, for one example after the other."""
    return Reused(base)


def test_the_small_handbook_is_clean_under_its_other_names(base: Path) -> None:
    assert found(base) == []


@pytest.mark.parametrize("file", ["languages/texts/{code}.yml", "languages/texts/rules/{code}.yml"])
@pytest.mark.parametrize("code", CODES)
def test_nothing_is_said_twice(code: str, file: str) -> None:
    text = (PACKAGE / file.format(code=code)).read_text("utf8")
    assert read_yaml(text).problems == ()


@pytest.mark.parametrize("code", CODES)
def test_the_help_is_for_the_rules_there_are_and_for_no_others(code: str) -> None:
    assert set(rule_texts(code)) == set(RULES)
    assert list(rule_texts(code)) == list(rule_texts("en"))


def test_every_rule_stands_in_exactly_one_group() -> None:
    assert sorted(rule for rules in GROUPS.values() for rule in rules) == sorted(RULES)


@pytest.mark.parametrize("code", CODES)
def test_every_group_has_a_name(code: str) -> None:
    assert list(language(code).texts["rule-groups"]) == list(GROUPS)


def test_no_group_is_called_like_a_rule() -> None:
    assert set(GROUPS).isdisjoint(RULES)


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule) for rule in RULES])
def test_a_rule_has_its_texts_its_help_and_a_golden_case(rule: str) -> None:
    assert rule in UNFORESEEN | {expected.rule for case in cases() for expected in case.expect}
    for code in CODES:
        help = rule_texts(code)[rule]
        assert help.message.strip()
        assert help.cures
        assert help.title.strip()
        assert help.why.strip()


@pytest.mark.parametrize(("code", "rule"), EVERY)
def test_help_is_short_and_plain(code: str, rule: str) -> None:
    help = rule_texts(code)[rule]
    assert not help.title.endswith((".", ":"))
    assert help.why.endswith((".", "?"))
    assert len(help.why.split()) <= 45
    assert help.wrong != help.right
    assert any(excerpt.text for excerpt in help.right)
    assert all(len(excerpt.text.split("\n")) <= 12 for excerpt in (*help.wrong, *help.right))


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule) for rule in RULES])
def test_help_has_the_same_form_in_every_language(rule: str) -> None:
    forms = {(len(help.wrong), len(help.right)) for help in every(rule).values()}
    assert len(forms) == 1


@pytest.mark.parametrize("code", CODES)
def test_no_two_faults_have_the_same_name(code: str) -> None:
    titles = [help.title for help in rule_texts(code).values()]
    assert len(titles) == len(set(titles))


def test_what_is_told_apart_is_among_the_rules() -> None:
    assert set(PLACES) | set(ELSEWHERE) <= set(RULES)


def every(rule: str) -> dict[str, RuleText]:
    return {code: rule_texts(code)[rule] for code in CODES}


def tried(rule: str) -> list[dict[str, RuleText]]:
    """An example in all languages at once, as versions of one page, or one language after the other."""
    place, given = PLACES.get(rule, Place()), every(rule)
    one_page = not place.original and not any(e.file or e.text.startswith("docs/") for e in given["en"].wrong)
    if one_page:
        return [given]
    # Lines of front matter are often the same in every language.
    different = {(help.wrong, help.right): {code: help} for code, help in given.items()}
    return list(different.values())


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule) for rule in RULES if rule not in ELSEWHERE])
def test_an_example_shows_its_fault_and_no_other(rule: str, reused: Reused) -> None:
    place = PLACES.get(rule, Place())
    for given in tried(rule):
        wrong, right = halves(given)
        faults = counted(reused, rule, given, wrong, right)
        assert rule in {fault.rule for fault in faults}, [f"{f.file}: {f.rule}" for f in faults]
        assert {fault.rule for fault in faults} <= {rule} | place.also | place.follows
        if len(given) > 1:
            assert {fault.language for fault in faults if fault.rule == rule} == set(given)


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule) for rule in RULES if rule not in ELSEWHERE])
def test_an_example_put_right_has_no_fault(rule: str, reused: Reused) -> None:
    place = PLACES.get(rule, Place())
    for given in tried(rule):
        wrong, right = halves(given)
        faults = counted(reused, rule, given, right, wrong)
        assert [f"{f.file}: {f.rule}" for f in faults if f.rule not in place.also] == []


def counted(
    reused: Reused, rule: str, given: dict[str, RuleText], shown: Halves, other: Halves
) -> list[Fault]:
    """What is found where one half of an example stands, and counts."""
    place = PLACES.get(rule, Place())
    with reused.changing() as root:
        put(root, place, shown, other)
        faults = found(root, rule in PROSE)
        return [fault for fault in faults if fault.file in judged(place, given, fault.file)]


def judged(place: Place, given: dict[str, RuleText], file: str) -> set[str]:
    """The files whose findings count: all, so this one, or the only one that does."""
    return {place.judged.format(code=code) for code in given} if place.judged else {file}


@pytest.mark.parametrize("code", CODES)
def test_letters_turn_into_the_question_marks_of_the_example(code: str, reused: Reused) -> None:
    help = rule_texts(code)["file-not-utf8"]
    saved = help.right[0].text.encode(ENCODINGS[code])
    assert saved.decode("utf8", "replace") == help.wrong[0].text
    with reused.changing() as root:
        put(root, Place(), *halves({code: rule_texts(code)["file-not-utf8"]}))
        file = EXAMPLE.format(code=code)
        text = (root / file).read_bytes().replace(help.wrong[0].text.encode(), saved)
        project.write(root, file, text)
        assert {fault.rule for fault in found(root) if fault.file == file} - ALONE == {"file-not-utf8"}
        project.write(root, file, text.decode(ENCODINGS[code]))
        assert {fault.rule for fault in found(root) if fault.file == file} <= ALONE


def test_without_a_dictionary_the_language_is_not_checked(
    base: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hunspell, "HUNSPELL", "no-such-program")
    monkeypatch.setattr(hunspell, "_known", {})
    monkeypatch.setattr(hunspell, "_ahead", {})
    assert "prose-unavailable" in {fault.rule for fault in found(base, prose=True)}
    assert "prose-unavailable" not in {fault.rule for fault in found(base)}


def test_the_day_of_the_examples_is_told() -> None:
    dates = [help.wrong[0].text for help in every("waiver-expired").values()]
    assert all(f"until {TODAY.year}-" in text for text in dates)


def test_a_rule_is_named_by_its_class_and_its_id_stands_in_no_module() -> None:
    """Misspelt, a class is an error of types; a string would be found by whoever makes the fault."""
    # "spelling" is a word as well, and what a page is judged by names what it finds as the rules do.
    named = [
        f"{path.relative_to(PACKAGE)}:{node.lineno}: {node.value}"
        for path in sorted(PACKAGE.rglob("*.py"))
        if path.relative_to(PACKAGE).as_posix() != "safety/judge.py"
        for node in ast.walk(ast.parse(path.read_text("utf8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and "-" in node.value
        if node.value in RULES
    ]
    assert named == []
