"""What piles up, against the clock: each pattern in a page or a data file of a small copy of the handbook.

python -m tools.bounds [--size N] [--only PART] [--sample N] [--quick]

For `handbook check` and `mkdocs build`, each in a process of its own: the seconds of computing more than
without the pattern, the peak of memory, and the rule that refuses it. Exit status 1: a pattern is neither
refused by name nor within two seconds more (refused within one, where no file may be so long).
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from handbook import findings
from handbook.model.rules.files import DataBroken, FileLong, FrontMatterBroken, FrontMatterUnclosed
from handbook.model.rules.safety import MarkupRun
from handbook.reading.reader import Reader
from tests.safety.piles import PAGE, Pile, piles
from tests.support.project import HANDBOOK, build
from tools.processes import COMMANDS, Command, Run, check, measured, site

SIZE = 100_000
# A file of this size is longer than any may be, so it is refused, and sooner.
TOO_LONG = 1_000_000
MORE, SOONER = 2.0, 1.0
_REFUSALS = {
    rule.rule_id for rule in (MarkupRun, FileLong, FrontMatterBroken, FrontMatterUnclosed, DataBroken)
}


def small_copy(target: Path) -> Path:
    """The small handbook with the real one's settings, hooks and templates: both commands run on it."""
    build(target)
    for part in ("hooks", "overrides", "docs/assets"):
        shutil.copytree(
            HANDBOOK / part, target / part, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__")
        )
    for file in ("mkdocs.yml", "docs/sw.js"):
        shutil.copy(HANDBOOK / file, target / file)
    return target


@dataclass(frozen=True)
class Outcome:
    """A pattern and what each command made of it, beside what it took without."""

    pile: Pile
    runs: dict[str, Run]
    without: dict[str, Run]
    size: int

    def more(self, command: str) -> float:
        return self.runs[command].seconds - self.without[command].seconds

    def figures(self, command: str) -> str:
        """Two cells of the table: seconds more, and megabytes at the peak."""
        run = self.runs.get(command)
        return f"{self.more(command):.2f} | {run.megabytes:.0f}" if run else "– | –"

    @property
    def refused(self) -> list[str]:
        return sorted(self.runs["check"].rules & _REFUSALS)

    @property
    def faults(self) -> list[str]:
        """What is wrong, in words; [] where the pattern is within bounds."""
        found = []
        for name, run in self.runs.items():
            if run.ended:
                found.append(f"{name} ended by {signal.Signals(run.ended).name}")
            elif run.crashed:
                found.append(f"{name} met what nobody foresaw")
            elif self.more(name) > (SOONER if self.size >= TOO_LONG else MORE):
                found.append(f"{name} takes {self.more(name):.1f} s more")
        if self.size >= TOO_LONG and not self.refused:
            found.append("not refused")
        return found


def outcomes(root: Path, chosen: Sequence[Pile], size: int, *, quick: bool = False) -> Iterator[Outcome]:
    """What the commands make of each pattern, one after the other.

    Args:
        root: the small copy.
        chosen: the patterns.
        size: how long they are.
        quick: whether those that the check refuses are not built.
    """
    without = {}
    # What every process would load first, dictionaries and detector, is there before any is measured.
    findings.of(Reader(root).read(), prose=True)
    for name, command in COMMANDS.items():
        tries = [_with(Pile(f"nothing {number}", PAGE, ""), root, command) for number in range(4)][1:]
        without[name] = sorted(tries, key=lambda run: run.seconds)[1]
    for pile in chosen:
        runs = {"check": _with(pile, root, check)}
        if not quick or not runs["check"].rules & _REFUSALS:
            runs["build"] = _with(pile, root, site)
        yield Outcome(pile, runs, without, size)


def _with(pile: Pile, root: Path, command: Command) -> Run:
    """Run a command with a pattern in its file; an empty one becomes a few words.

    What the last run left behind is a site without any pattern, or with another, so nothing is taken again
    that has to be made anew where somebody edits the page.
    """
    pile = pile if pile.text else pile._replace(text=f"{pile.name.capitalize()} piles up here.")
    before = pile.write(root)
    try:
        return measured(command, root)
    finally:
        (root / pile.file).write_bytes(before)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--size", type=int, default=SIZE)
    parser.add_argument("--only", default="", help="a part of the names")
    parser.add_argument("--quick", action="store_true", help="do not build what the check refuses")
    parser.add_argument("--sample", type=int, help="so many of them, by chance")
    options = parser.parse_args()
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    chosen = [pile for pile in piles(options.size) if options.only in pile.name]
    if options.sample:
        chosen = random.Random(options.size).sample(chosen, min(options.sample, len(chosen)))
    found = []
    print(
        "| pattern | check, s more | MB | build, s more | MB | refused by | |\n|---|--:|--:|--:|--:|---|---|"
    )
    with tempfile.TemporaryDirectory() as folder:
        for outcome in outcomes(small_copy(Path(folder)), chosen, options.size, quick=options.quick):
            found.append(outcome)
            figures = " | ".join(outcome.figures(name) for name in COMMANDS)
            name = outcome.pile.name.replace("|", "¦").encode("unicode_escape").decode()
            told = "; ".join(outcome.faults)
            print(f"| `{name}` | {figures} | {', '.join(outcome.refused)} | {told} |", flush=True)
    _sum_up(found)
    return 1 if any(outcome.faults for outcome in found) else 0


def _sum_up(found: Sequence[Outcome]) -> None:
    refused = sum(bool(outcome.refused) for outcome in found)
    failing = sum(bool(outcome.faults) for outcome in found)
    print(f"\n{len(found)} patterns, {refused} refused by name, {failing} beyond their bounds.")
    for name in COMMANDS:
        ran = [outcome for outcome in found if name in outcome.runs]
        if not ran:
            continue
        more = [outcome.more(name) for outcome in ran]
        peak = max(outcome.runs[name].megabytes for outcome in ran)
        print(
            f"{name}, {len(ran)} times: {statistics.median(more):.2f} s more in the middle, "
            f"{max(more):.2f} s at most, "
            f"{peak:.0f} MB at the peak ({found[0].without[name].megabytes:.0f} MB without)"
        )


if __name__ == "__main__":
    sys.exit(main())
