"""A copy of the handbook in which mistakes are made, one at a time, and what is told of each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from handbook.model.project import Finding
from handbook.model.rules import NOTICE
from tests.support.told import Checked

Change = Callable[[str], str]
# How many lines from its own a mistake may be told: where the list or the section begins, or above it.
NEAR = 3
# What is told where it has its consequence.
CONSEQUENCES = {
    "the closing dashes of the front matter deleted": 1,
    "a dash too many below the front matter": 1,
    "an id with a letter that addresses lack": 4,  # The section that claims are given for is no longer there.
}


class Handbook(Checked):
    """A copy of the handbook in which one page at a time is spoilt and put right again."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        # Mistake -> language -> what is told of it.
        self.said: dict[str, dict[str, str]] = {}

    def the_one(self, name: str, file: str, change: Change) -> Finding:
        """The one finding of a mistake, near its line and with a cure."""
        text = self.text(file)
        spoilt = change(text)
        found = [finding for finding in self.told({file: spoilt}) if finding.severity != NOTICE]
        assert [finding.file for finding in found] == [file], [str(finding) for finding in found]
        differ = (
            at
            for at, (old, new) in enumerate(zip(text.split("\n"), spoilt.split("\n"), strict=False), 1)
            if old != new
        )
        place = next(differ, min(text.count("\n"), spoilt.count("\n")) + 1)
        assert found[0].line == CONSEQUENCES.get(name) or abs(found[0].line - place) <= NEAR, str(found[0])
        assert found[0].suggestion
        return found[0]
