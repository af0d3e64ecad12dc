"""The command `handbook status`."""

from __future__ import annotations

import argparse
import datetime
import sys
from dataclasses import replace

from ..model.state import status
from ..reading.history import history
from ..reading.reader import Reader
from .exit_status import CLEAN, FOUND
from .waiting import entries, table
from .words import words


def show_status(options: argparse.Namespace) -> int:
    told = words(options.lang)
    project = Reader(options.project).read()
    project = replace(project, past=history(options.project, project.settings.docs_dir))
    today = datetime.date.today()
    now = status(project, today)
    found = entries(project, now, told)
    if options.of:
        found = [entry for entry in found if entry.language == options.of]
    counts = {"cards": now.cards, "guides": now.guides, "terms": now.terms}
    print(told.say("counts", **counts, carried=now.claims_carried, claims=now.claims), file=sys.stderr)
    print(table(found, told, markdown=options.format == "markdown") if found else told.say("nothing-waits"))
    if options.older_than is None:
        return CLEAN
    old = [e for e in found if e.since and (today - e.since).days > options.older_than]
    if old:
        print(told.say("too-old", count=len(old), days=options.older_than), file=sys.stderr)
    return FOUND if old else CLEAN
