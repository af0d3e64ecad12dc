"""What the check tells after a change that it did not tell before, on a copy of the real handbook."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from pathlib import Path

from handbook import findings
from handbook.model.project import Base, Finding, Project
from handbook.reading.reader import Reader
from tests.support.project import Files, write

# A file, how grave what is told of it is, and the rule.
Told = tuple[str, str, str]


class Checked:
    """A handbook of which some files at a time are changed, and put back as they were."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._reader = Reader(root)
        self.project: Project = self._reader.read()
        self._before = frozenset(findings.of(self.project))

    def told(self, changed: Files, removed: Collection[str] = (), *, known: bool = False) -> list[Finding]:
        """What is told of a proposal, sorted by place.

        Args:
            changed: the new text of each file that it changes; None deletes it.
            removed: the files that git says are no longer there.
            known: whether git tells what stood in the changed files before.
        """
        before = {name: self._content(name) for name in changed}
        for name, text in changed.items():
            write(self.root, name, text)
        try:
            project = self._reader.read()
            if removed or known:
                texts = {name: content.decode() for name, content in before.items() if content and known}
                project = replace(project, base=Base("main", frozenset(removed), texts))
            return [finding for finding in findings.of(project) if finding not in self._before]
        finally:
            for name, content in before.items():
                write(self.root, name, content)

    def text(self, name: str) -> str:
        return (self.root / name).read_text("utf8")

    def _content(self, name: str) -> bytes | None:
        path = self.root / name
        return path.read_bytes() if path.exists() else None


def places(found: Iterable[Finding]) -> list[Told]:
    """Of each finding what a test names, sorted."""
    return sorted((finding.file, finding.severity, finding.rule) for finding in found)
