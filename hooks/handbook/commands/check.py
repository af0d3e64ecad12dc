"""The command `handbook check`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from .. import findings
from ..base.visible import say
from ..base.writing import append
from ..findings.fixes import fix
from ..findings.help_site import HelpSite, help_site
from ..model.project import Base, Finding
from ..model.rules import NOTICE, OFF
from ..model.rules.files import CheckFailed
from ..reading.reader import Reader
from ..report import REPORTERS, github
from .exit_status import CLEAN, COULD_NOT_RUN, FOUND
from .git import changed_since, prefix, removed_since


def check(options: argparse.Namespace) -> int:
    reader = Reader(options.project, options.config_file)
    if options.fix:
        for file, count in sorted(fix(reader, prose=options.prose).items()):
            say(f"{file}: {count} mended", sys.stderr)
    project = reader.read()
    if base := options.base or options.changed_since:
        project = replace(project, base=Base(base, removed_since(options.project, base)))
    found = findings.of(project, prose=options.prose, in_ci=bool(os.environ.get("CI")))
    if options.changed_since:
        changed = changed_since(options.project, options.changed_since)
        found = [finding for finding in found if finding.file in changed]
    help = help_site(project, found)
    if options.format in ("github", "sarif"):
        # Those who read it know the files by their place in the repository.
        folder = prefix(options.project)
        found = [replace(finding, file=f"{folder}{finding.file}") for finding in found]
    text = REPORTERS[options.format](found, help)
    if text:
        print(text)
    if options.format == "github":
        _write_summary(found, help)
    failing = [finding for finding in found if finding.severity != NOTICE]
    if off := sorted(rule for rule, severity in project.settings.severities.items() if severity == OFF):
        say(f"handbook: switched off in mkdocs.yml: {', '.join(off)}", sys.stderr)
    if options.format == "text":
        print(f"handbook: {len(project.pages)} pages, {len(failing)} findings", file=sys.stderr)
    if any(finding.rule == CheckFailed.rule_id for finding in found):
        return COULD_NOT_RUN
    return FOUND if failing else CLEAN


def _write_summary(found: Sequence[Finding], help: HelpSite | None) -> None:
    # GitHub shows what is written to this file on the page of the run.
    if path := os.environ.get("GITHUB_STEP_SUMMARY"):
        append(Path(path), github.summary(found, help))
