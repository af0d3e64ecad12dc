"""A card in a copy of the handbook whose translations wait."""

from __future__ import annotations

import re
from pathlib import Path

from handbook.commands.record import accepted
from handbook.model.changes import moved
from handbook.model.project import Page as HandbookPage
from handbook.reading.reader import Reader
from tests.support.project import write

CARD = "waited-too-long"
PL, HR, EN = (f"docs/{code}/scenarios/{CARD}.md" for code in ("pl", "hr", "en"))
OLD, NEW = "Przeproś raz", "Przeproś jeden raz"  # In the original's answer.


class Translated:
    """A card in a copy of the handbook whose Polish original has moved on: its answer, and a step more."""

    def __init__(self, root: Path) -> None:
        self._root, self._reader = root, Reader(root)
        text = (root / PL).read_text("utf8")
        steps = re.findall(r"^\d+\. .+\n", text, re.MULTILINE)
        text = text.replace(OLD, NEW).replace(
            steps[-1], f"{steps[-1]}{len(steps) + 1}. Zapisz, co ustaliliście.\n"
        )
        assert NEW in text
        self.put(PL, text)
        self._given = self.files

    @property
    def files(self) -> dict[str, str]:
        return {path: (self._root / path).read_text("utf8") for path in (PL, HR, EN)}

    def put(self, path: str, text: str) -> None:
        write(self._root, path, text)

    def restore(self) -> None:
        for path, text in self._given.items():
            self.put(path, text)

    @property
    def accepted(self) -> str:
        """The Croatian card as it is where all of it is said to be level."""
        return accepted(self._reader.read(), self.page)

    @property
    def page(self) -> HandbookPage:
        return self._reader.read().by_slug[f"scenarios/{CARD}.md"]["hr"]

    def waits(self, text: str) -> tuple[str, ...]:
        """The parts of the Croatian card that wait, after its file has this text."""
        self.put(HR, text)
        original = self._reader.read().original(self.page.slug)
        assert original
        return moved(self.page, original)
