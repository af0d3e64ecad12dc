"""Values of YAML: the same that PyYAML's own constructors make, in less time."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from handbook.base.yaml_values import LOADER, BadValue, NodeTree, load
from handbook.languages import CODES
from tests.support.project import HANDBOOK

SCALARS = (
    st.text(max_size=8)
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.booleans()
    | st.none()
    | st.dates()
    | st.datetimes()
)
VALUES: st.SearchStrategy[Any] = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=12,
)
FILES = [
    *sorted((HANDBOOK / "sources").glob("*.yml")),
    *(HANDBOOK / f"hooks/handbook/languages/texts/{code}.yml" for code in CODES),
]


@settings(max_examples=500, database=None)
@given(value=VALUES)
def test_any_value_is_read_back(value: Any) -> None:
    text = yaml.safe_dump(value, allow_unicode=True)
    assert load(text) == yaml.safe_load(text)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_the_files_of_the_handbook_are_read_as_yaml_reads_them(file: Any) -> None:
    text = file.read_text("utf8")
    assert load(text) == yaml.load(text, LOADER)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("", None, id="nothing"),
        pytest.param("a: &x [1, 2]\nb: *x\n", {"a": [1, 2], "b": [1, 2]}, id="an alias"),
        pytest.param(
            "x: &x {a: 1}\ny: {<<: *x, b: 2}\n", {"x": {"a": 1}, "y": {"a": 1, "b": 2}}, id="a merge"
        ),
        pytest.param("a: {1: x}\n", {"a": {"1": "x"}}, id="a key that is a number"),
        pytest.param("no: x\n", {"no": "x"}, id="a key at the top that is written as no"),
        pytest.param("a: !!set {x, y}\n", {"a": {"x", "y"}}, id="a set"),
        pytest.param("a: x\na: y\n", {"a": "y"}, id="a key that stands twice"),
    ],
)
def test_what_is_more_than_lists_and_mappings(text: str, value: Any) -> None:
    assert load(text) == value


def test_a_list_may_hold_itself() -> None:
    value = load("a: &a [*a]\n")["a"]
    assert value[0] is value


@pytest.mark.parametrize("text", ["a: 2026-02-30\n", "a: [x, {b: 2026-13-01}]\n"])
def test_a_day_that_does_not_exist_is_told_with_its_node(text: str) -> None:
    reading = LOADER(text)
    with pytest.raises(BadValue) as caught:
        NodeTree(reading, reading.get_single_node())
    assert caught.value.node.start_mark.column == text.index("2026")


DEEP = {
    "lists": "x: " + "[" * 60_000,
    "closed lists": "x: " + "[" * 60_000 + "]" * 60_000,
    "mappings": "x: " + "{a: " * 30_000,
    "dashes": "- " * 60_000 + "x",
    "questions": "? " * 60_000 + "x",
    "indented keys": "".join(f"{' ' * depth}a:\n" for depth in range(2000)),
}


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in DEEP.items()])
def test_what_is_nested_too_deeply_is_an_error_of_yaml(text: str) -> None:
    with pytest.raises(yaml.YAMLError, match="nested too deeply"):
        load(text)


def test_merges_do_not_multiply() -> None:
    lines = [f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 10)}]}}" for n in range(1, 10)]
    with pytest.raises(yaml.YAMLError, match="merged too often"):
        load("a0: &a0 {x: 1}\n" + "\n".join(lines))


@pytest.mark.parametrize("text", ["a: 0x" + "f" * 5000, "a: " + "9" * 5000, "a: .inf", "a: [-.INF, .nan]"])
def test_a_number_that_cannot_be_written_out_is_told_with_its_node(text: str) -> None:
    with pytest.raises(BadValue):
        load(text)


def test_an_unknown_tag_is_an_error_of_yaml() -> None:
    with pytest.raises(yaml.YAMLError):
        load("a: !unknown x\n")
