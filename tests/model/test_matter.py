"""What the front matter says, field by field: every field of the schemas is one, and nothing breaks it."""

from __future__ import annotations

import dataclasses
import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.model.fields import CardOriginal, CardTranslation, PageOriginal, PageTranslation
from handbook.model.matter import Matter, Question, matter

FIELDS = {field.name for field in dataclasses.fields(Matter)}
# Material reads these from the page itself.
MATERIALS = {"hide", "search"}
SCHEMAS = (CardOriginal, CardTranslation, PageOriginal, PageTranslation)

_SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.dates()
_VALUES = st.recursive(
    _SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_SCALARS, inner, max_size=3)
)


def test_every_field_of_the_schemas_can_be_asked_for() -> None:
    assert {name for schema in SCHEMAS for name in schema.model_fields} - MATERIALS == FIELDS


def test_a_field_that_is_missing_is_empty() -> None:
    assert matter({}) == Matter()


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param(
            {"title": "  A card "}, Matter(title="A card"), id="a text without the spaces around it"
        ),
        pytest.param({"title": 3, "id": ["x"]}, Matter(), id="what is no text"),
        pytest.param({"related": ["a", 1, None, "b"]}, Matter(related=("a", "b")), id="of a list the texts"),
        pytest.param({"related": "a"}, Matter(), id="a text for a list"),
        pytest.param({"facts": None}, Matter(facts=()), id="facts that are given as none"),
        pytest.param({"claims": ["S0-01"]}, Matter(claims={"": ("S0-01",)}), id="the claims of a card"),
        pytest.param(
            {"claims": {"say": ["S0-01"], 3: "x"}},
            Matter(claims={"say": ("S0-01",), "3": ()}),
            id="of sections",
        ),
        pytest.param({"translation": None}, Matter(translation={}), id="a translation without a record"),
        pytest.param(
            {"questions": [{"id": "a", "decision": "hold"}, {"id": "b"}, "c"]},
            Matter(questions=(Question("a", "hold"), None, None)),
            id="questions, those that are not whole in their place",
        ),
        pytest.param({"verified": "2026-11-29"}, Matter(), id="a text for a day"),
    ],
)
def test_what_belongs_there_stays(given: dict[str, Any], expected: Matter) -> None:
    assert matter(given) == expected


def test_both_days_or_none() -> None:
    day = datetime.date(2026, 11, 29)
    assert matter({"verified": day}).checked is None
    assert matter({"verified": day, "review_by": day}).checked == (day, day)


@given(st.dictionaries(st.sampled_from(sorted(FIELDS)), _VALUES))
def test_nothing_that_stands_in_front_matter_breaks_it(values: dict[str, Any]) -> None:
    found = matter(values)
    assert found.all_claims == tuple(id for ids in found.claims.values() for id in ids)
