"""The command `handbook status`."""

from __future__ import annotations

import argparse
import datetime

from ..base.visible import say
from ..model.state import status
from ..reading.reader import Reader
from .exit_status import CLEAN
from .git import section_diff


def show_status(options: argparse.Namespace) -> int:
    project = Reader(options.project).read()
    now = status(project, datetime.date.today())
    say(f"cards {now.cards}, guides {now.guides}, terms {now.terms}")
    say(f"claims carried {now.claims_carried} of {now.claims}")
    say("pages " + ", ".join(f"{code} {count}" for code, count in now.pages.items()))
    for code, slug in now.missing:
        say(f"missing: {project.settings.docs_dir}/{code}/{slug}")
    for page in now.unrecorded:
        say(f"no record: {page.file}")
    for stale in now.stale:
        say(f"stale: {stale.page.file}: {', '.join(stale.sections)}")
        recorded = stale.page.front.values.get("translation")
        recorded = recorded if isinstance(recorded, dict) else {}
        changes = section_diff(options.project, stale.original, recorded, project.settings.syntax)
        for id, lines in changes.items():
            say(f"    {stale.original.file}, {id}:")
            say("\n".join(f"        {line}" for line in lines))
    for day, page in now.due:
        say(f"review due since {day}: {page.file}")
    return CLEAN
