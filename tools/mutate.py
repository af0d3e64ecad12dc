"""Putting seeded random defects into a copy of the handbook, one at a time, and checking each.

python -m tools.mutate [--count N] [--seed S]     a longer run than the tests'
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from handbook import findings
from handbook.model.project import Base, Finding
from handbook.model.rules import NOTICE
from handbook.reading.reader import Reader
from tests.mutation.defect import Defect
from tests.mutation.operators import OPERATORS
from tests.support.project import copy_of_the_handbook


@dataclass(frozen=True)
class Outcome:
    """One defect: what was expected and what was new among the findings."""

    operator: str
    file: str
    defect: Defect
    found: tuple[Finding, ...]

    @property
    def caught(self) -> bool:
        """Exactly one new finding, in the right file, on the right line, by a fitting rule.

        A change of an original is told once to each of its translations, and to nobody else.
        """
        if self.defect.stale:
            told = sorted(f.file for f in self.found)
            return told == sorted(self.defect.stale) and all(f.rule in self.defect.rules for f in self.found)
        if len(self.found) != 1:
            return False
        finding = self.found[0]
        at = finding.file == self.defect.file and finding.line in self.defect.lines
        return at and finding.rule in self.defect.rules

    def __str__(self) -> str:
        wanted = f"{self.defect.file}:{sorted(self.defect.lines)} {sorted(self.defect.rules)}"
        found = "; ".join(f"{f.file}:{f.line} [{f.rule}]" for f in self.found) or "nothing"
        return f"{self.operator} in {self.file}: wanted {wanted}, found {found}"


def outcomes(folder: Path, count: int, seed: int) -> Iterator[Outcome]:
    """Try `count` defects in a copy of the handbook below `folder`; the same seed, the same defects."""
    reader = Reader(copy_of_the_handbook(folder))
    project = reader.read()
    before = {prose: Counter(findings.of(project, prose=prose)) for prose in (False, True)}
    assert not any(f.severity != NOTICE for f in before[True]), "the handbook itself has findings"
    chance = random.Random(seed)
    names = sorted(OPERATORS)
    pages = sorted(project.pages)
    done = 0
    while done < count:
        name = names[done % len(names)]
        page = project.pages[chance.choice(pages)]
        defect = OPERATORS[name](project, page, chance)
        if defect is None:
            continue
        done += 1
        path = folder / (defect.spoilt or page.file)
        original = path.read_bytes()
        _write(path, defect.text)
        spoilt = reader.read()
        if defect.text is None:
            spoilt = replace(spoilt, base=Base("main", frozenset({page.file})))
        after = Counter(findings.of(spoilt, prose=defect.prose))
        path.write_bytes(original)
        new = (after - before[defect.prose]).elements()
        # A changed original makes its translations stale, which is as it should be and fails nothing.
        told = tuple(f for f in new if f.severity != NOTICE or f.rule in defect.rules)
        yield Outcome(name, page.file, defect, told)


def _write(path: Path, text: str | bytes | None) -> None:
    if text is None:
        path.unlink()
    elif isinstance(text, bytes):
        path.write_bytes(text)
    else:
        path.write_text(text, "utf8", newline="\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    options = parser.parse_args()
    print(f"seed {options.seed}")
    missed = 0
    with tempfile.TemporaryDirectory() as folder:
        for outcome in outcomes(Path(folder), options.count, options.seed):
            if not outcome.caught:
                missed += 1
                print(outcome)
    print(f"{options.count - missed} of {options.count} caught")


if __name__ == "__main__":
    main()
