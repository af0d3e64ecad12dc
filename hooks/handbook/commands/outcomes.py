"""What a check has come to, kept until anything changes that it was made of.

That is the text it shows, not what it found: whoever can write into the folder could hide a finding. It is
the writer's own folder and nobody else's; where proposals are judged, in CI, nothing is kept.
"""

from __future__ import annotations

import argparse
import datetime
import os
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from ..base.digest import digest
from ..base.store import Store
from ..prose.known_words import dictionaries
from ..reading.inputs import CONFIGS, Inputs, inputs

# The other forms name files by their place in a repository, which git knows.
_FORMATS = ("text", "json")
# So much later than it was written must a file be read for its time to tell that it was not changed since.
_MOMENT = 50_000_000


@dataclass(frozen=True)
class MadeOf:
    """The files and folders that a check read besides the configuration, and the dictionaries it asked."""

    parts: tuple[str, ...]
    asked: tuple[str, ...]


@dataclass(frozen=True)
class Outcome:
    """What a check says on each of its channels, and its exit status.

    `keeps` says whether anything may be written into the project's folder; `made_of` is None where the next
    one may say something else although nothing has changed.
    """

    out: str
    err: str
    status: int
    keeps: bool = False
    made_of: MadeOf | None = None


class Outcomes:
    """The outcomes of one way to check a project."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.store = Store()
        self._begun = time.time_ns()
        self._day = _today()
        self._root: Path = options.project
        self._prose: bool = options.prose
        self._configurations = (options.config_file,) if options.config_file else CONFIGS
        given = (options.format, options.config_file, options.prose, os.environ.get("CI"))
        self._name = f"check {given!r}"
        others = options.fix or options.changed_since or options.base
        self._is_on = self.store.is_on and options.format in _FORMATS and not others
        self._tools = self.store.tools if self._is_on else ""

    def kept(self) -> Outcome | None:
        """The outcome of the last check; None where anything may have changed since."""
        if not self._is_on:
            return None
        known: Any = self.store.get(self._root, f"{self._name}, made of", "")
        try:
            made_of = MadeOf(*(tuple(map(str, known[name])) for name in ("parts", "asked")))
            key = self._key(made_of, self._inputs(made_of))
            kept: Any = self.store.get(self._root, self._name, key) if key else None
            return Outcome(str(kept["out"]), str(kept["err"]), int(kept["status"]))
        except (TypeError, KeyError, ValueError):
            return None  # There is none, or none that was kept by us.

    def keep(self, outcome: Outcome) -> None:
        """Keep an outcome for the next check, if what it was made of is what there is now."""
        if not self._is_on or (made_of := outcome.made_of) is None:
            return
        found = self._inputs(made_of)
        if found is None or found.written > self._begun - _MOMENT or self._day != _today():
            return  # Who saves a page while it is checked must not be told of the one before.
        if key := self._key(made_of, found):
            said = {"out": outcome.out, "err": outcome.err, "status": outcome.status}
            self.store.put(self._root, f"{self._name}, made of", "", asdict(made_of))
            self.store.put(self._root, self._name, key, said)

    def _inputs(self, made_of: MadeOf) -> Inputs | None:
        return inputs(self._root, self._configurations, made_of.parts)

    def _key(self, made_of: MadeOf, found: Inputs | None) -> str | None:
        """What an outcome depends on; None where that cannot be told."""
        words = [dictionaries(name) for name in made_of.asked] if self._prose else []
        if found is None or None in words:
            return None
        place = os.path.realpath(self._root)
        return digest(self._tools, place, self._day, found.digest, repr((made_of, words)))


def _today() -> str:
    return datetime.date.today().isoformat()
