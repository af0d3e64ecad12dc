"""What a rule's class gives: an id, a group, blanks that must all be filled."""

from __future__ import annotations

from typing import Any

import pytest

from handbook.model.rules.links import LinkCase, LinkEmpty
from handbook.model.rules.prose import SpaceWrong


def test_the_id_comes_from_the_name_and_the_group_from_the_module() -> None:
    assert (LinkCase.rule_id, LinkCase.group, LinkCase.severity) == ("link-case", "links", "error")
    assert LinkCase.blanks() == ("target", "guess")


def test_two_are_equal_where_they_say_the_same() -> None:
    one = LinkCase(target="A.md", guess=None)
    assert one == LinkCase(target="A.md", guess=None)
    assert one != LinkCase(target="B.md", guess=None)
    assert len({one, LinkCase(target="A.md", guess=None), LinkEmpty()}) == 2
    assert repr(one) == "LinkCase(target='A.md', guess=None)"


def test_a_blank_may_have_a_value_that_it_has_by_itself() -> None:
    assert SpaceWrong(found="a  b", better="a b").values == {"found": "a  b", "better": "a b", "plain": None}


@pytest.mark.parametrize(
    "values",
    [
        pytest.param({"target": "A.md"}, id="one is missing"),
        pytest.param({"target": "A.md", "guess": None, "gues": None}, id="one is not among them"),
    ],
)
def test_blanks_are_all_filled_and_no_others(values: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match="LinkCase has the blanks"):
        LinkCase(**values)


def test_what_was_said_is_not_changed() -> None:
    with pytest.raises(AttributeError):
        LinkEmpty().rule_id = "link-full"  # type: ignore[misc]
