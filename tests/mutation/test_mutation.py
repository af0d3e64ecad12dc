"""Seeded random defects in the real handbook: each has exactly one finding, where it belongs."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

from tests.mutation.operators import OPERATORS
from tools.mutate import outcomes

# One of each kind; `make mutate` makes thousands.
DEFECTS = len(OPERATORS)
# Always the same here, so that no change fails by chance; `make mutate` takes another one each time.
SEED = 504
WANTED = 0.99


def test_there_are_many_kinds_of_defects() -> None:
    assert len(OPERATORS) >= 25


def test_random_defects_are_each_reported_once_where_they_are(tmp_path: Path) -> None:
    seed = int(os.environ.get("MUTATION_SEED", SEED))
    results = list(outcomes(tmp_path / "handbook", DEFECTS, seed))
    missed = [result for result in results if not result.caught]
    assert Counter(result.operator for result in results) == dict.fromkeys(OPERATORS, 1)
    assert len(results) - len(missed) >= WANTED * len(results), f"seed {seed}\n" + "\n".join(map(str, missed))
