"""Golden cases: a change to the small handbook and exactly what the checks then find.

Each file in tests/golden is a list of cases:

    - name: A sentence that says what is to be seen
      files:                    # whole files: a text, or null to delete the file
        docs/pl/new.md: ...
      replace:                  # old stands in the file exactly once
        - {file: docs/pl/index.md, old: Tu, new: Tam}
      repeat:                   # a file of one text again and again, after another one
        - {file: docs/notes.md, before: "# Notes\\n\\n", text: "[", count: 200}
      removed: [docs/pl/new.md] # what a proposal deletes, as far as git knows
      before:                   # what stood in files that it changes, as far as git knows
        docs/pl/index.md: ...   # null for what stands there without the case
      prose: true               # whether the prose is checked, too
      expect:                   # nothing more and nothing less
        - file: docs/pl/index.md
          line: 7
          column: 1
          rule: link-empty
          message: {pl: a part of it}       # optional, by language
          suggestion: {pl: a part of it}    # optional, by language; {pl: ""} where there is none
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from handbook.findings import messages
from handbook.model.project import Fault, Finding
from tests.support import project

# LibYAML's where it is there: each process of a run reads all cases before it knows which tests are its own.
_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
FOLDER = Path(__file__).parents[1] / "golden"

# What no text of a file can show: see tests/checks/test_failures.py and tests/reading/test_links_on_disk.py.
UNFORESEEN = {"check-failed", "file-linked"}

Place = tuple[str, int, int, str]


@dataclass(frozen=True)
class Expected:
    """A finding that has to come; `message` and `suggestion` map a language to a part of the text."""

    file: str
    line: int
    column: int
    rule: str
    message: Mapping[str, str] = field(default_factory=dict)
    suggestion: Mapping[str, str] = field(default_factory=dict)

    @property
    def place(self) -> Place:
        return self.file, self.line, self.column, self.rule


@dataclass(frozen=True)
class Case:
    """One golden case; `group` is the name of its file."""

    group: str
    name: str
    expect: tuple[Expected, ...]
    files: Mapping[str, str | bytes | None] = field(default_factory=dict)
    replace: tuple[Mapping[str, str], ...] = ()
    repeat: tuple[Mapping[str, Any], ...] = ()
    prose: bool = False
    removed: tuple[str, ...] = ()
    before: Mapping[str, str | None] = field(default_factory=dict)

    @property
    def texts_before(self) -> Mapping[str, str]:
        """What stood in the files that a proposal changes."""
        return {file: text or (project.BASE / file).read_text("utf8") for file, text in self.before.items()}

    def build(self, target: Path) -> Path:
        """The small handbook with this case's changes."""
        return self.change(project.build(target))

    def change(self, root: Path) -> Path:
        """Make this case's changes in a copy of the small handbook; returns its root."""
        for name, text in self.files.items():
            project.write(root, name, text)
        for change in self.replace:
            project.replace(root, change["file"], change["old"], change["new"])
        for new in self.repeat:
            project.write(
                root, new["file"], f"{new['before']}{new['text'] * new['count']}{new.get('after', '')}"
            )
        return root


@cache
def cases() -> tuple[Case, ...]:
    """All golden cases, by file and in their order."""
    return tuple(
        _case(path.stem, entry)
        for path in sorted(FOLDER.glob("*.yml"))
        for entry in yaml.load(path.read_text("utf8"), _LOADER)
    )


def _case(group: str, entry: dict[str, Any]) -> Case:
    expected = tuple(Expected(**finding) for finding in entry.pop("expect"))
    for key in ("replace", "repeat", "removed"):
        entry[key] = tuple(entry.get(key, ()))
    return Case(group, expect=expected, **entry)


def place(fault: Fault) -> Place:
    """Where a fault is, and of which rule."""
    return fault.file, fault.position.line, fault.position.column, fault.rule


def worded(fault: Fault, code: str) -> Finding:
    """A fault as a finding in a language of our choice."""
    return messages.worded([replace(fault, language=code)])[0]
