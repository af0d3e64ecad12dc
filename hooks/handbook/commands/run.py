"""What the command line does: check, accept, status, schema."""

from __future__ import annotations

import argparse
import datetime
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from .. import findings
from ..base.collector import uncollected
from ..findings.fixes import fix
from ..findings.help_site import HelpSite, help_site
from ..model.project import Finding, Page, Project
from ..model.rules import NOTICE
from ..model.state import status
from ..reading.reader import Reader
from ..reading.settings import SettingsError
from ..report import REPORTERS, github
from .git import NoHistory, changed_since, section_diff
from .record import NotATranslation, accept

CLEAN, FOUND, COULD_NOT_RUN = 0, 1, 2


def run(options: argparse.Namespace) -> int:
    """Run the command that was given; returns the exit status."""
    try:
        with uncollected():
            result = COMMANDS[options.command](options)
        sys.stdout.flush()
    except BrokenPipeError:
        # Who reads the output has seen enough, as `head` has. Python writes out the rest at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FOUND
    except (SettingsError, NoHistory, OSError) as error:
        print(f"handbook: {error}", file=sys.stderr)
        return COULD_NOT_RUN
    return result


def _check(options: argparse.Namespace) -> int:
    reader = Reader(options.project)
    if options.fix:
        for file, count in sorted(fix(reader, options.project, prose=options.prose).items()):
            print(f"{file}: {count} mended", file=sys.stderr)
    project = reader.read()
    found = findings.of(project, prose=options.prose, in_ci=bool(os.environ.get("CI")))
    if options.changed_since:
        changed = changed_since(options.project, options.changed_since)
        found = [finding for finding in found if finding.file in changed]
    help = help_site(project, found)
    text = REPORTERS[options.format](found, help)
    if text:
        print(text)
    if options.format == "github":
        _write_summary(found, help)
    failing = [finding for finding in found if finding.severity != NOTICE]
    if options.format == "text":
        print(f"handbook: {len(project.pages)} pages, {len(failing)} findings", file=sys.stderr)
    return FOUND if failing else CLEAN


def _write_summary(found: Sequence[Finding], help: HelpSite | None) -> None:
    # GitHub shows what is written to this file on the page of the run.
    if path := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(path).open("a", encoding="utf8") as summary:
            summary.write(github.summary(found, help))


def _accept(options: argparse.Namespace) -> int:
    project = Reader(options.project).read()
    result = CLEAN
    for given in options.pages:
        page = _named(project, options.project, given)
        try:
            if page is None:
                raise NotATranslation(f"{given}: there is no such page")
            changed = accept(options.project, project, page)
            print(f"{page.file}: {'recorded' if changed else 'already up to date'}")
        except NotATranslation as error:
            print(f"handbook: {error}", file=sys.stderr)
            result = COULD_NOT_RUN
    return result


def _named(project: Project, root: Path, given: str) -> Page | None:
    """The page with this file name, given from the current folder or from the project's root."""
    wanted = {given, Path(given).resolve().as_posix()}
    for page in project.pages.values():
        if page.file in wanted or (root / page.file).resolve().as_posix() in wanted:
            return page
    return None


def _status(options: argparse.Namespace) -> int:
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


def _host(options: argparse.Namespace) -> int:
    from ..exports import hosting  # Only who runs a server has what it needs (the group "host").

    try:
        made = (
            hosting.roll_back(options.root)
            if options.back
            else hosting.release(options.site, options.root, options.project / "deploy" / "nginx")
        )
    except hosting.NotASite as error:
        print(f"handbook: {error}", file=sys.stderr)
        return COULD_NOT_RUN
    print(f"{options.root}/current is now {made.name}")
    return CLEAN


def _schema(options: argparse.Namespace) -> int:
    from ..exports import json_schema  # It takes long to import, and no other command needs it.

    print("\n".join(json_schema.write(options.project)))
    return CLEAN


COMMANDS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "check": _check,
    "accept": _accept,
    "status": _status,
    "host": _host,
    "schema": _schema,
}
