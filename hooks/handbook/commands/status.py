"""The command `handbook status`."""

from __future__ import annotations

import argparse
import datetime

from ..model.state import status
from ..reading.reader import Reader
from .exit_status import CLEAN
from .git import section_diff


def show_status(options: argparse.Namespace) -> int:
    project = Reader(options.project).read()
    now = status(project, datetime.date.today())
    print(f"cards {now.cards}, guides {now.guides}, terms {now.terms}")
    print(f"claims carried {now.claims_carried} of {now.claims}")
    print("pages " + ", ".join(f"{code} {count}" for code, count in now.pages.items()))
    for code, slug in now.missing:
        print(f"missing: {project.settings.docs_dir}/{code}/{slug}")
    for page in now.unrecorded:
        print(f"no record: {page.file}")
    for stale in now.stale:
        print(f"stale: {stale.page.file}: {', '.join(stale.sections)}")
        recorded = stale.page.front.values.get("translation")
        recorded = recorded if isinstance(recorded, dict) else {}
        changes = section_diff(options.project, stale.original, recorded, project.settings.syntax)
        for id, lines in changes.items():
            print(f"    {stale.original.file}, {id}:")
            print("\n".join(f"        {line}" for line in lines))
    for day, page in now.due:
        print(f"review due since {day}: {page.file}")
    return CLEAN
