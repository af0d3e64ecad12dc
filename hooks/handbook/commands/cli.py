"""The command `handbook`.

handbook check    exit status 0 clean, 1 findings, 2 could not run
handbook accept   record translations as up to date
handbook search   what readers find for a query, and why
handbook status   what is translated, stale and due for review
handbook host     make a release of a built site for deploy/nginx, or go back to the one before
handbook schema   write the JSON Schema of front matter for editors' tools
handbook export   phrases, replies, cards and terms for other tools: JSON, CSV, espanso, helpdesks
handbook archive  pack each language of a built site, for reading without a server
handbook pdf      print each language of a built site

Here the arguments are read, and what takes long begins: the dictionaries are read by processes of
their own while Python still imports the commands.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from ..prose import hunspell

# The names of report.REPORTERS, which is not imported for them.
FORMS = ("json", "schema", "csv", "espanso", "zendesk", "freshdesk", "chatwoot")
FORMATS = ("text", "json", "sarif", "github")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit status."""
    options = _parser().parse_args(arguments)
    if options.command == "check" and options.prose:
        hunspell.read_ahead()
    from .run import run

    return run(options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="handbook", description="Checks for the handbook.")
    commands = parser.add_subparsers(required=True, metavar="command", dest="command")
    check = commands.add_parser("check", help="check links, translations, cards, sources and prose")
    check.add_argument("--format", choices=FORMATS, default="text")
    check.add_argument("--config-file", metavar="FILE", help="the configuration, where it is not mkdocs.yml")
    check.add_argument("--fix", action="store_true", help="mend what is beyond doubt, then check")
    check.add_argument(
        "--changed-since",
        "--base",
        metavar="REF",
        help="show only files that differ from a commit, and translations deleted since",
    )
    check.add_argument(
        "--no-prose", dest="prose", action="store_false", help="leave the prose unread, for speed"
    )
    accepting = commands.add_parser("accept", help="record a translation as up to date")
    accepting.add_argument("pages", nargs="+", metavar="PAGE", help="a page's file")
    searching = commands.add_parser("search", help="what readers find for a query on the built site, and why")
    searching.add_argument("query", nargs="+", metavar="WORD", help="what is typed")
    searching.add_argument("--lang", metavar="CODE", help="the language (default: the first of mkdocs.yml)")
    searching.add_argument("--from", dest="asker", default="", help="ask as from a page of this folder")
    searching.add_argument("--site", type=Path, default=Path("site"), help="the built site (default: site)")
    commands.add_parser("status", help="what is translated, stale and due for review")
    hosting = commands.add_parser(
        "host", help="make a release of a built site for the server of deploy/nginx"
    )
    hosting.add_argument("root", type=Path, metavar="FOLDER", help="where releases/ and current are kept")
    what = hosting.add_mutually_exclusive_group()
    what.add_argument("--site", type=Path, default=Path("site"), help="the built site (default: site)")
    what.add_argument("--back", action="store_true", help="serve the release before the present one")
    commands.add_parser("schema", help="write the JSON Schema of front matter for editors' tools")
    taking = commands.add_parser("export", help="write phrases, replies, cards and terms for other tools")
    taking.add_argument("format", choices=FORMS, help="for which tool; schema: what the JSON holds")
    taking.add_argument("--target", type=Path, default=Path("dist"), help="where to (default: dist)")
    packing = commands.add_parser("archive", help="pack a site that was built with pages as files")
    printing = commands.add_parser("pdf", help="print a built site, a book for each language")
    for exporting in (packing, printing):
        exporting.add_argument("site", type=Path, metavar="SITE", help="the folder of the built site")
        exporting.add_argument("target", type=Path, metavar="TARGET", help="the folder to write to")
    for command in commands.choices.values():
        command.add_argument("--project", type=Path, default=Path(), help="folder of mkdocs.yml")
    return parser
