"""One command measured: seconds on the clock and of computing, and memory, its own processes included."""

from __future__ import annotations

import os
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

# Seconds between two looks at the memory.
_GLANCE = 0.2
_PROPORTIONAL = re.compile(r"^Pss:\s+(\d+) kB$", re.MULTILINE)


@dataclass(frozen=True)
class Cost:
    """What a run took: seconds on the clock and of computing, and the most megabytes it held at one time."""

    wall: float
    computing: float
    megabytes: float


def median(costs: Sequence[Cost]) -> Cost:
    """The median of each figure."""
    wall, computing, megabytes = zip(*((c.wall, c.computing, c.megabytes) for c in costs), strict=True)
    return Cost(statistics.median(wall), statistics.median(computing), statistics.median(megabytes))


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Cost:
    """Run a command in a folder, and end this process with what it says where it fails."""
    log = folder / "bench.log"
    with log.open("wb") as said:
        begun = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env={**os.environ, **environment}, stdout=said, stderr=subprocess.STDOUT
        )
        most = 0.0
        while True:
            done, status, usage = os.wait4(process.pid, os.WNOHANG)
            if done:
                break
            most = max(most, _held(process.pid))
            time.sleep(_GLANCE)
        wall = time.perf_counter() - begun
    if status:
        sys.exit(log.read_text("utf8", "replace"))
    return Cost(wall, usage.ru_utime + usage.ru_stime, most)


def _held(pid: int) -> float:
    """The megabytes that a process and those it started hold; what they share counts once."""
    try:
        shares = Path(f"/proc/{pid}/smaps_rollup").read_text()
        below = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:  # It has ended.
        return 0.0
    found = _PROPORTIONAL.search(shares)
    return (int(found[1]) / 1024 if found else 0.0) + sum(_held(int(child)) for child in below)
