"""Numbers as the builder writes them and the browser reads them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from handbook.search.steps import packed
from tests.support.project import HANDBOOK
from tests.support.scripts import loaded

STEPS = Path(HANDBOOK / "docs/assets/search/steps.js")


@pytest.mark.parametrize(
    "numbers",
    [
        pytest.param([], id="none"),
        pytest.param([0, 0, 0], id="the same number again"),
        pytest.param([69, 138, 209], id="around the last step of one letter"),
        pytest.param(sorted({n * n * 7 % 200_003 for n in range(700)}), id="large steps"),
        pytest.param([*range(0, 4000, 3)], id="many"),
        pytest.param([70 * 21 + 69, 2 * (70 * 21 + 70), 10**9], id="steps of more letters"),
    ],
)
def test_the_browser_reads_what_the_builder_wrote(numbers: list[int]) -> None:
    racer = loaded(STEPS)
    text = packed(numbers)
    assert json.loads(str(racer.eval(f"JSON.stringify(unpack({json.dumps(text)}))"))) == numbers
    assert json.dumps(text) == f'"{text}"'
