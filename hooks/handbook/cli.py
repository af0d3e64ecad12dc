"""The command `handbook`.

handbook check [--project DIR] [--format text|json]     0 clean, 1 findings, 2 could not run
handbook accept PAGE… [--project DIR]                   record translations as up to date
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from .accept import NotATranslation, accept
from .catalogue import findings
from .checks import run
from .model import Page, Project
from .reader import Reader
from .report import REPORTERS
from .rules import NOTICE
from .settings import SettingsError

CLEAN, FOUND, COULD_NOT_RUN = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit status."""
    options = _parser().parse_args(arguments)
    try:
        status: int = options.run(options)
    except SettingsError as error:
        print(f"handbook: {error}", file=sys.stderr)
        return COULD_NOT_RUN
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="handbook", description="Checks for the handbook.")
    commands = parser.add_subparsers(required=True, metavar="command")
    check = commands.add_parser("check", help="check links, translations, cards and sources")
    check.add_argument("--format", choices=sorted(REPORTERS), default="text")
    check.set_defaults(run=_check)
    accepting = commands.add_parser("accept", help="record a translation as up to date")
    accepting.add_argument("pages", nargs="+", metavar="PAGE", help="a page's file")
    accepting.set_defaults(run=_accept)
    for command in (check, accepting):
        command.add_argument("--project", type=Path, default=Path(), help="folder of mkdocs.yml")
    return parser


def _check(options: argparse.Namespace) -> int:
    project = Reader(options.project).read()
    found = list(findings(run(project), project.settings.severities))
    text = REPORTERS[options.format](found)
    if text:
        print(text)
    failing = [finding for finding in found if finding.severity != NOTICE]
    if options.format == "text":
        pages = len(project.pages)
        print(f"handbook: {pages} pages, {len(failing)} findings", file=sys.stderr)
    return FOUND if failing else CLEAN


def _accept(options: argparse.Namespace) -> int:
    project = Reader(options.project).read()
    status = CLEAN
    for given in options.pages:
        page = _named(project, options.project, given)
        try:
            if page is None:
                raise NotATranslation(f"{given}: there is no such page")
            changed = accept(options.project, project, page)
            print(f"{page.file}: {'recorded' if changed else 'already up to date'}")
        except NotATranslation as error:
            print(f"handbook: {error}", file=sys.stderr)
            status = COULD_NOT_RUN
    return status


def _named(project: Project, root: Path, given: str) -> Page | None:
    """The page with this file name, given from the current folder or from the project's root."""
    wanted = {given, Path(given).resolve().as_posix()}
    for page in project.pages.values():
        if page.file in wanted or (root / page.file).resolve().as_posix() in wanted:
            return page
    return None
