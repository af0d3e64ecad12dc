"""Faults by file, rule and section, for those that follow from others."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.project import Fault, Project
from ..model.rules import RULES, Rule
from ..model.rules.files import FileForeign, FileNotUtf8
from ..model.rules.safety import MarkupOpen, MarkupRun

_LINK_FAULTS = tuple(rule for id, rule in RULES.items() if id.startswith(("link-", "reference-")))


# The rules of what is not read at all, a page or a data file.
UNREAD = (FileNotUtf8, FileForeign, MarkupRun)


class FaultIndex:
    """All faults of a project."""

    def __init__(self, project: Project, faults: list[Fault]) -> None:
        self.pages = {page.file: page for page in project.pages.values()}
        self.by_slug = project.by_slug
        self.rules = {type(fault.broken) for fault in faults}
        self.orphans = project.orphans
        self.unread_data = any(isinstance(f.broken, UNREAD) and f.file not in self.pages for f in faults)
        self.by_file: dict[str, list[Fault]] = {}
        # A file may have very many faults, and each asks for others: those of a rule are found at once.
        self._by_rule: dict[tuple[str, type[Rule]], list[Fault]] = {}
        self._on_line: set[tuple[str, int, type[Rule]]] = set()
        for fault in faults:
            rule = type(fault.broken)
            self.by_file.setdefault(fault.file, []).append(fault)
            self._by_rule.setdefault((fault.file, rule), []).append(fault)
            self._on_line.add((fault.file, fault.position.line, rule))

    def of(self, file: str, *rules: type[Rule]) -> Iterator[Fault]:
        """The faults of a file that are of one of these rules."""
        for rule in rules:
            yield from self._by_rule.get((file, rule), ())

    def on_line(self, fault: Fault, *rules: type[Rule]) -> bool:
        """Whether one of these rules is broken on the same line."""
        return any((fault.file, fault.position.line, rule) in self._on_line for rule in rules)

    def has(self, fault: Fault, *rules: type[Rule], id: str | None = None) -> bool:
        """Whether the same file has a fault of one of these rules, about this id if one is given."""
        return any(
            id is None or getattr(other.broken, "id", None) == id
            for other in self.of(fault.file, *rules)
            if other is not fault
        )

    def versions_have(self, fault: Fault, *rules: type[Rule]) -> bool:
        """Whether any version of the fault's page has a fault of one of these rules."""
        versions = self.by_slug.get(self.pages[fault.file].slug, {}).values()
        return any(True for version in versions for _ in self.of(version.file, *rules))

    def section(self, fault: Fault) -> str | None:
        page = self.pages.get(fault.file)
        if page is None:
            return None
        found = ""
        for section in page.document.sections:
            if section.position.line <= fault.position.line:
                found = section.id
        return found

    def in_section(self, fault: Fault, *rules: type[Rule]) -> bool:
        """Whether one of these rules is broken in the same section of the same file."""
        section = self.section(fault)
        return any(self.section(other) == section for other in self.of(fault.file, *rules))

    def is_orphan(self, fault: Fault) -> bool:
        """Whether the page translates one that is not there, whose place another version takes."""
        page = self.pages.get(fault.file)
        return page is not None and page.slug in self.orphans

    def link_fault_in(self, fault: Fault) -> bool:
        """Whether a link in the same section of any version of the page is faulty, or has lost a bracket."""
        page = self.pages[fault.file]
        section = self.section(fault)
        return any(
            self.section(other) == section
            for version in self.by_slug.get(page.slug, {}).values()
            for other in self.of(version.file, *_LINK_FAULTS, MarkupOpen)
        )
