"""The command on the handbook itself, as an editor waits for it: on the clock."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from pathlib import Path

from tools.bench.tables import head, row

_RUNS = 9
_KINDS = {"without the prose": ["--no-prose"], "all of it": []}
# What handbook.commands.cli does, with a look at the clock when Python has imported everything.
_SCRIPT = """
import sys, time
start = time.perf_counter()
from handbook.commands import cli
from handbook.prose import hunspell
if "--no-prose" not in sys.argv:
    hunspell.read_ahead()
import handbook.commands.run, handbook.commands.checking
imported = time.perf_counter()
status = cli.main(sys.argv[1:])
print([imported - start, time.perf_counter() - imported])
sys.exit(status)
"""


def measure(root: Path) -> None:
    """Print what `handbook check` takes in a project: Python's imports, and the check after them.

    The commands take turns, so that a busy moment of the machine meets each of them.
    """
    seconds: dict[str, list[list[float]]] = {name: [] for name in _KINDS}
    for _ in range(_RUNS):
        for name, options in _KINDS.items():
            command = [sys.executable, "-c", _SCRIPT, "check", *options]
            done = subprocess.run(command, cwd=root, check=True, capture_output=True, text=True)
            seconds[name].append(json.loads(done.stdout))
    head("`handbook check` of the handbook", "imports, s", "after, s", "of imports")
    for name, found in seconds.items():
        imports, after = (statistics.median(times) for times in zip(*found, strict=True))
        row(name, f"{imports:.2f}", f"{after:.2f}", f"{after / imports:.2f}")
