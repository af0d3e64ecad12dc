"""The command `handbook status`."""

from __future__ import annotations

import argparse
import datetime
import sys

from ..model.state import status
from ..reading.reader import Reader
from .exit_status import CLEAN, FOUND
from .git import history
from .waiting import table, waiting
from .words import words


def show_status(options: argparse.Namespace) -> int:
    told = words(options.lang)
    project = Reader(options.project).read()
    today = datetime.date.today()
    now = status(project, today)
    entries = waiting(project, now, history(options.project, project.settings.docs_dir), told)
    if options.of:
        entries = [entry for entry in entries if entry.language == options.of]
    counts = {"cards": now.cards, "guides": now.guides, "terms": now.terms}
    print(told.say("counts", **counts, carried=now.claims_carried, claims=now.claims), file=sys.stderr)
    print(
        table(entries, told, markdown=options.format == "markdown") if entries else told.say("nothing-waits")
    )
    if options.older_than is None:
        return CLEAN
    old = [e for e in entries if e.since and (today - e.since).days > options.older_than]
    if old:
        print(told.say("too-old", count=len(old), days=options.older_than), file=sys.stderr)
    return FOUND if old else CLEAN
