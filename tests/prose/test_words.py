"""Words: those to avoid or not standard, and those that dictionaries know."""

from __future__ import annotations

import pytest

from handbook.base.positions import Position
from handbook.model.project import Project
from handbook.model.sources import Names, Nonstandard
from handbook.prose import hunspell
from handbook.prose.data_passages import aligned
from handbook.prose.inflexion import Phrases, phrase
from handbook.prose.nonstandard import Patterns
from handbook.prose.page_passages import passages
from handbook.prose.passage import Kind, Passage
from handbook.prose.project_texts import texts
from handbook.prose.word_list import Accepted
from tests.prose.judging import SYNTAX, page

pytestmark = pytest.mark.usefixtures("words_asked")


@pytest.mark.parametrize(
    ("code", "word", "form"),
    [
        ("pl", "petent", "petentami"),
        ("pl", "petent", "Petenci"),
        ("pl", "oddzwonienie", "oddzwonienia"),
        ("pl", "łamać zasady", "Łamiesz zasadę"),
        ("pl", "deeskalować", "deeskalacja"),
        ("hr", "klijent", "klijentima"),
        ("hr", "mušterija", "mušterije"),
        ("hr", "kršiti pravilo", "kršite pravila"),
        ("hr", "deeskalirati", "deeskalirajte"),
        ("en", "client", "clients"),
        ("en", "escalate", "escalating"),
        ("en", "break the rule", "broke the rules"),
        ("en", "de-escalate", "de-escalated"),
    ],
)
def test_a_word_to_avoid_is_known_in_all_its_forms(code: str, word: str, form: str) -> None:
    found = Phrases([phrase(word, code)]).found(form.lower().split())
    assert [at for at, _ in found] == [0]


@pytest.mark.parametrize(
    ("code", "word", "other"),
    [
        pytest.param("pl", "oddzwonienie", "oddzwonić", id="the verb of an action"),
        pytest.param("hr", "glumljenje", "glumiti", id="the verb of a Croatian action"),
        pytest.param("hr", "spor", "sporije", id="an adjective of the same letters"),
        pytest.param("en", "damages", "damage", id="a plural that is a word of its own"),
        pytest.param("en", "rep", "report", id="a longer word"),
    ],
)
def test_a_word_to_avoid_brings_no_other_word_along(code: str, word: str, other: str) -> None:
    assert list(Phrases([phrase(word, code)]).found([other])) == []


def test_nonstandard_words_match_by_pattern() -> None:
    entry = {"avoid": ["promen*", "bi|da ste"], "except": ["promenad*"], "use": "x"}
    patterns = Patterns([Nonstandard.model_validate(entry)])
    (passage,) = passages(page("Promenama, promenada, bi ste, da, ste, bismo.\n", "hr"), "hr", SYNTAX)
    assert [passage.text[start:end] for start, end, _ in patterns.found(passage, set(passage.tokens))] == [
        "Promenama",
        "bi ste",
    ]


@pytest.mark.parametrize(
    ("pattern", "word", "expected"),
    [
        ("šta", "šta", True),
        ("šta", "štap", False),
        ("bi|bih", "bih", True),
        ("obezb*", "obezbijediti", True),
        ("obezb*", "Obezb", True),
        ("obezb*", "obezb-foto", False),
        ("u*iti", "učiti", True),
        ("u*iti", "uti", False),
        ("*sa", "kolesa", True),
        ("a|s*", "stol", True),
    ],
)
def test_a_pattern_of_one_word(pattern: str, word: str, expected: bool) -> None:
    patterns = Patterns([Nonstandard(avoid=[pattern], use="x")])
    assert (word in patterns) is expected


def test_words_are_accepted_with_a_capital_and_by_their_beginning() -> None:
    names = Accepted({"all": Names(["chatbot", "Zagreb*", "web*"]), "hr": Names(["eura"])}, "hr")
    words = {"chatbot", "Chatbot", "Zagrebom", "zagrebom", "webom", "Webom", "eura", "Eura", "euro"}
    assert {word for word in words if word not in names} == {"zagrebom", "euro"}
    assert set(names.lacking(words)) == {"zagrebom", "euro"}


def test_a_dictionary_knows_words_of_another_language_that_are_its_own(handbook: Project) -> None:
    """A word that by its letters cannot be its own is not asked for, and not known."""
    given = [
        Passage("x.md", code, text, ((0, 1, 1),), Kind.PARAGRAPH)
        for code, text in (("pl", "Dom, krzesło, qzrk"), ("hr", "šetnja, mama"), ("en", "queue"))
    ]
    read_texts = texts(handbook, given)
    everything = {"Dom", "krzesło", "qzrk", "šetnja", "mama", "queue"}
    known = {code: everything - words for code, words in read_texts.answered.items()}
    assert known == {
        "pl": {"Dom", "krzesło", "mama"},
        "hr": {"Dom", "šetnja", "mama"},
        "en": {"Dom", "mama", "queue"},
    }


@pytest.mark.parametrize(
    ("dictionary", "wrong"),
    [
        pytest.param("en_GB", {"ve", "d'accord"}, id="has words with an apostrophe"),
        pytest.param("pl_PL", {"ve", "I've", "you've"}, id="takes words apart there"),
        pytest.param("hr_HR", {"ve", "I've", "you've"}, id="has none"),
    ],
)
def test_a_word_with_an_apostrophe_is_judged_whatever_the_others_are(
    monkeypatch: pytest.MonkeyPatch, dictionary: str, wrong: set[str]
) -> None:
    def wrong_among(*words: str) -> frozenset[str]:
        monkeypatch.setattr(hunspell, "_known", {})
        answer = hunspell.Dictionaries([dictionary]).unknown({dictionary: set(words)})[dictionary]
        assert isinstance(answer, frozenset)
        return answer

    words = ["ve", "I've", "you've", "d'accord"]
    alone = frozenset().union(*map(wrong_among, words))
    assert wrong_among(*words) == alone
    assert wrong <= alone


def test_dictionaries_that_were_read_ahead_are_used_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hunspell, "_known", {})
    monkeypatch.setattr(hunspell, "_ahead", {})
    hunspell.read_ahead()
    ahead = dict(hunspell._ahead)
    hunspell.read_ahead()
    assert hunspell._ahead == ahead
    dictionaries = hunspell.Dictionaries(["en_GB"])
    assert dictionaries.unknown({"en_GB": {"word", "wrod"}}) == {"en_GB": frozenset({"wrod"})}
    assert set(hunspell._ahead) == {"pl_PL", "hr_HR"}
    assert (process := ahead["en_GB"]) is not None
    assert process.returncode == 0
    for process in hunspell._ahead.values():
        assert process is not None
        process.communicate()


@pytest.mark.parametrize(
    "source",
    [
        "a: one two",
        "a: 'one two'",
        'a: "one two"',
        "a: >-\n  one\n  two",
        "a: |\n  one two",
        "a:\n  one\n    two",
    ],
)
def test_a_word_in_yaml_is_found_at_its_place(source: str) -> None:
    lines = source.split("\n")
    ((_, line, column), *_), (*_, last) = (aligned(lines, Position(1), "one two", "a"),) * 2
    assert lines[line - 1][column - 1 :].startswith("one")
    row, at = last[1], last[2] + len("one two") - last[0] - 3
    assert lines[row - 1][at - 1 :].startswith("two")
