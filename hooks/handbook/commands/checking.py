"""A check of a project, from its files to what it says."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from .. import findings
from ..base.store import Store
from ..base.visible import say, visible
from ..base.writing import append
from ..findings import recollections
from ..findings.fixes import fix
from ..findings.help_site import HelpSite, help_site
from ..model.project import Base, Finding, Project, Settings
from ..model.rules import NOTICE, OFF
from ..model.rules.files import CheckFailed
from ..model.rules.prose import ProseUnavailable
from ..prose.project_texts import used_dictionaries
from ..reading.data_files import ALONE
from ..reading.reader import Reader
from ..reading.site_markdown import SNIPPETS
from ..report import REPORTERS, github
from .exit_status import CLEAN, COULD_NOT_RUN, FOUND
from .git import changed_since, prefix, removed_since, texts_before
from .outcomes import MadeOf, Outcome


def checked(options: argparse.Namespace, store: Store) -> Outcome:
    """Check a project, and mend it first where that is asked for.

    Args:
        options: those of the command.
        store: what the project's texts have come to in earlier runs.
    """
    recollections.begin(store, options.project)
    keep = False
    try:
        outcome = _checked(options)
        keep = outcome.keeps
        return outcome
    finally:
        recollections.end(store, options.project, keep=keep)


def _checked(options: argparse.Namespace) -> Outcome:
    reader = Reader(options.project, options.config_file)
    base = _base(options, reader)
    if options.fix:
        for file, count in sorted(fix(reader, prose=options.prose, base=base).items()):
            say(f"{file}: {count} mended", sys.stderr)
    project = replace(reader.read(), base=base)
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
    if options.format == "github":
        _write_summary(found, help)
    failing = [finding for finding in found if finding.severity != NOTICE]
    told = []
    if off := sorted(rule for rule, severity in project.settings.severities.items() if severity == OFF):
        told.append(visible(f"handbook: switched off in mkdocs.yml: {', '.join(off)}"))
    if options.format == "text":
        told.append(f"handbook: {len(project.pages)} pages, {len(failing)} findings")
    outcome = Outcome(
        text, "\n".join(told), exit_status(found), keeps=project.settings.handbook and not options.fix
    )
    return outcome if _may_differ(project, found) else replace(outcome, made_of=_made_of(project.settings))


def _base(options: argparse.Namespace, reader: Reader) -> Base | None:
    """What a proposal starts from, where the command names it. Raises NoHistory."""
    commit = options.base or options.changed_since
    if not commit:
        return None
    removed = removed_since(options.project, commit)
    return Base(commit, removed, texts_before(options.project, commit, reader.read().settings.docs_dir))


def exit_status(found: Sequence[Finding]) -> int:
    """What the command says to whoever called it: a notice holds nothing up."""
    if any(finding.rule == CheckFailed.rule_id for finding in found):
        return COULD_NOT_RUN
    return FOUND if any(finding.severity != NOTICE for finding in found) else CLEAN


def _may_differ(project: Project, found: Sequence[Finding]) -> bool:
    """Whether the next check of the same files may say something else.

    For the files of a site that is no handbook nobody has promised that git ignores what is kept.
    """
    settings, failed = project.settings, (CheckFailed.rule_id, ProseUnavailable.rule_id)
    return (
        not settings.handbook
        or SNIPPETS in settings.markdown  # It brings files from anywhere.
        or any(finding.rule in failed for finding in found)
    )


def _made_of(settings: Settings) -> MadeOf:
    folders = (settings.docs_dir, settings.custom_dir, settings.sources, settings.local_rules)
    parts = (*(folder for folder in folders if folder), *ALONE)
    return MadeOf(parts, tuple(used_dictionaries(settings).values()))


def _write_summary(found: Sequence[Finding], help: HelpSite | None) -> None:
    # GitHub shows what is written to this file on the page of the run.
    if path := os.environ.get("GITHUB_STEP_SUMMARY"):
        append(Path(path), github.summary(found, help))
