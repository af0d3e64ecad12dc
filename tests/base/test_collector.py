"""Where garbage is searched for no more, it is not when the process ends either."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.support.project import HANDBOOK

_SCRIPT = """
import gc
from handbook.base.collector import collect_nothing
class Cycle:
    def __init__(self): self.own = self
    def __del__(self): print("searched", flush=True)
gc.disable()
{}
Cycle()
print("made", flush=True)
"""


@pytest.mark.parametrize(
    ("said", "expected"),
    [("", "made\nsearched\n"), ("collect_nothing()", "made\n")],
    ids=["usual", "nothing"],
)
def test_the_end_of_a_process(said: str, expected: str) -> None:
    run = [sys.executable, "-c", _SCRIPT.format(said)]
    done = subprocess.run(run, cwd=HANDBOOK / "hooks", capture_output=True, text=True, check=True)
    assert done.stdout == expected
