"""Polish, Croatian and English: plurals, dates, quotation marks and folding."""

from __future__ import annotations

import datetime

import pytest

from handbook.languages import CODES, LANGUAGES, language
from handbook.languages.sorting import fold

# CLDR's plural rules for whole numbers, by the numbers on which languages differ.
_PLURALS = {
    "pl": {"one": (1,), "few": (2, 3, 4, 22, 34, 102, 124), "many": (0, 5, 11, 12, 13, 14, 21, 31, 111, 112)},
    "hr": {
        "one": (1, 21, 31, 101, 121),
        "few": (2, 4, 22, 33, 104),
        "many": (0, 5, 11, 12, 14, 25, 111, 113),
    },
    "en": {"one": (1,), "few": (), "many": (0, 2, 3, 11, 21, 22, 101)},
}


@pytest.mark.parametrize(
    ("code", "count", "category"),
    [
        pytest.param(code, count, category, id=f"{code}: {count} is {category}")
        for code, categories in _PLURALS.items()
        for category, counts in categories.items()
        for count in counts
    ],
)
def test_a_number_takes_its_plural(code: str, count: int, category: str) -> None:
    assert LANGUAGES[code].plural(count) == category


@pytest.mark.parametrize(
    ("code", "count", "text"),
    [
        pytest.param("pl", 1, "1 karta", id="pl: one card"),
        pytest.param("pl", 3, "3 karty", id="pl: three cards"),
        pytest.param("pl", 12, "12 kart", id="pl: twelve cards"),
        pytest.param("hr", 1, "1 kartica", id="hr: one card"),
        pytest.param("hr", 3, "3 kartice", id="hr: three cards"),
        pytest.param("hr", 12, "12 kartica", id="hr: twelve cards"),
        pytest.param("hr", 21, "21 kartica", id="hr: twenty-one cards"),
        pytest.param("en", 1, "1 card", id="en: one card"),
        pytest.param("en", 0, "0 cards", id="en: no cards"),
    ],
)
def test_cards_are_counted_in_words(code: str, count: int, text: str) -> None:
    assert language(code).count("count-cards", count) == text


@pytest.mark.parametrize(
    ("code", "text"),
    [
        pytest.param("pl", "22 listopada 2026", id="pl: the month in the genitive"),
        pytest.param("hr", "22. studenoga 2026.", id="hr: full stops after the numbers"),
        pytest.param("en", "22 November 2026", id="en: the month with a capital"),
    ],
)
def test_a_date_is_written_in_words(code: str, text: str) -> None:
    assert language(code).date(datetime.date(2026, 11, 22)) == text


@pytest.mark.parametrize("code", CODES)
def test_every_month_has_a_name_of_its_own(code: str) -> None:
    days = [datetime.date(2026, month, 1) for month in range(1, 13)]
    assert len({language(code).date(day) for day in days}) == 12


@pytest.mark.parametrize(
    ("code", "text"),
    [
        pytest.param("pl", "„Słucham”.", id="pl: the full stop comes after the marks"),
        pytest.param("hr", "„Słucham.”", id="hr: the full stop stays inside"),
        pytest.param("en", "“Słucham.”", id="en: the full stop stays inside"),
    ],
)
def test_a_sentence_is_quoted_as_the_language_does(code: str, text: str) -> None:
    assert language(code).quote("Słucham.") == text


def test_a_question_mark_stays_inside_the_marks_in_polish() -> None:
    assert language("pl").quote("Co się stało?") == "„Co się stało?”"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        pytest.param("Zażółć gęślą jaźń", "zazolc gesla jazn", id="all Polish letters"),
        pytest.param("Čćžšđ ČĆŽŠĐ", "cczsd cczsd", id="all Croatian letters"),
        pytest.param("ŁÓDŹ", "lodz", id="capitals"),
        pytest.param("cafe\u0301", "cafe", id="a combining accent"),
        pytest.param("plain", "plain", id="plain letters"),
    ],
)
def test_folding_leaves_plain_letters(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize("code", [None, "de", ""])
def test_another_language_gets_english(code: str | None) -> None:
    assert language(code).code == "en"


def test_a_word_that_is_not_there_is_told() -> None:
    with pytest.raises(KeyError, match="nothing"):
        language("pl").word("page", "nothing")
