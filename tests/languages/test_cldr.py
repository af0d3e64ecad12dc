"""The languages' own rules beside the Unicode consortium's (CLDR), as Babel carries them along."""

from __future__ import annotations

import datetime

import pytest
from babel import Locale
from babel.dates import format_date

from handbook.languages import CODES, language, language_name

# CLDR's name for the form that is neither for one nor for few; the texts name it alike in each language.
_LAST = {"other": "many"}


@pytest.mark.parametrize("code", CODES)
def test_a_whole_number_takes_the_form_that_cldr_gives_it(code: str) -> None:
    category, plural = Locale(code).plural_form, language(code).plural
    numbers = [*range(1000), *range(1_000_000, 1_000_200)]
    assert [n for n in numbers if plural(n) != _LAST.get(category(n), category(n))] == []


@pytest.mark.parametrize("code", CODES)
def test_languages_are_called_as_cldr_calls_them(code: str) -> None:
    names = {other: Locale(other).get_language_name(code) for other in CODES}
    assert {other: language_name(code, other).casefold() for other in CODES} == {
        other: name.casefold() for other, name in names.items() if name
    }


@pytest.mark.parametrize("code", CODES)
def test_a_date_is_written_as_cldr_writes_it(code: str) -> None:
    locale = "en_GB" if code == "en" else code
    for month in range(1, 13):
        day = datetime.date(2026, month, 7 + month)
        assert language(code).date(day).replace("\u00a0", " ") == format_date(day, "long", locale)
