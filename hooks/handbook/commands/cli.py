"""The command `handbook`.

handbook check      exit status 0 clean, 1 findings, 2 could not run
handbook new        begin a card or a guide in one language
handbook translate  begin a translation, with the original beside it
handbook move       rename a page or a heading, with every link to it
handbook addresses  add today's addresses to the list of all that was ever published
handbook explain    explain a rule, with an example put right
handbook accept     record translations as up to date
handbook status     what waits for translation or review
handbook search     what readers find for a query, and why
handbook host       make a release of a built site for deploy/nginx, or go back to the one before
handbook schema     write the JSON Schema of front matter for editors' tools
handbook export     phrases, replies, cards and terms for other tools: JSON, Anki, helpdesks …; the books
handbook archive    pack each language of a built site, for reading without a server
handbook proposal   pack a built site to look at what a proposal changes, without a server

Here the arguments are read; what a command needs is imported when it is run.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NoReturn

from .words import Words, asked, words

# The names of report.REPORTERS, which is not imported for them.
FORMS = ("json", "schema", "csv", "espanso", "zendesk", "freshdesk", "chatwoot", "epub", "anki", "pdf")
FORMATS = ("text", "json", "sarif", "github")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit status."""
    given = sys.argv[1:] if arguments is None else arguments
    told = words(asked(given))
    parser = _parser(told)
    options = parser.parse_args(arguments)
    if options.command == "accept" and not options.pages and not options.all_of:
        parser.error(f"accept: {told.option('pages')}, --all-of: {told.option('all-of')}")
    from .run import run

    return run(options)


def command() -> NoReturn:
    """The command line as a process of its own, which ends with it.

    All that a large handbook is made of is left to the system, which frees it at once; Python would look at
    each part of it again.
    """
    gc.disable()
    status = main()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


class _Version(argparse.Action):
    """Prints the version; what knows it is imported only then."""

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> None:
        from importlib.metadata import version

        print(f"handbook {version('handbook')}")
        parser.exit()


class _Help(argparse.RawDescriptionHelpFormatter):
    """Help whose own words are those of a language, too."""

    words: Words

    def add_usage(
        self, usage: str | None, actions: Iterable[argparse.Action], groups: Any, prefix: str | None = None
    ) -> None:
        super().add_usage(usage, actions, groups, self.words.say("usage") if prefix is None else prefix)


def _parser(told: Words) -> argparse.ArgumentParser:
    class Help(_Help):
        words = told

    parser = argparse.ArgumentParser(
        prog="handbook", description=told.say("about"), formatter_class=Help, add_help=False
    )
    commands = parser.add_subparsers(required=True, metavar="command", dest="command")
    commands.required = True

    def command(name: str) -> argparse.ArgumentParser:
        about = told.about(name)
        return commands.add_parser(
            name,
            help=about,
            description=about,
            epilog=told.examples(name),
            formatter_class=Help,
            add_help=False,
        )

    for add in (_checking, _writing, _looking, _publishing):
        add(command, told)
    for one in (parser, *commands.choices.values()):
        one._positionals.title, one._optionals.title = told.say("arguments"), told.say("opts")
        one.add_argument("-h", "--help", action="help", help=told.say("help"))
    parser.add_argument("--version", action=_Version, nargs=0, help=told.say("version"))
    for name, one in commands.choices.items():
        one.add_argument("--project", type=Path, default=Path(), help=told.option("project"))
        if name != "search":
            one.add_argument("--lang", metavar="CODE", help=told.option("lang"))
    return parser


def _checking(command: Any, told: Words) -> None:
    check = command("check")
    check.add_argument("--format", choices=FORMATS, default="text", help=told.option("format"))
    check.add_argument("--fix", action="store_true", help=told.option("fix"))
    check.add_argument("--changed-since", metavar="REF", help=told.option("changed-since"))
    check.add_argument("--base", metavar="REF", help=told.option("base"))
    check.add_argument("--config-file", metavar="FILE", help=told.option("config-file"))
    check.add_argument("--no-prose", dest="prose", action="store_false", help=told.option("no-prose"))
    explaining = command("explain")
    explaining.add_argument("rule", metavar="RULE", help=told.option("rule"))
    showing = command("status")
    showing.add_argument("--of", metavar="CODE", help=told.option("of"))
    showing.add_argument(
        "--format", choices=("text", "markdown"), default="text", help=told.option("status-format")
    )
    showing.add_argument("--older-than", type=int, metavar="DAYS", help=told.option("older-than"))


def _writing(command: Any, told: Words) -> None:
    making = command("new")
    making.add_argument("kind", choices=("card", "guide"), help=told.option("kind"))
    making.add_argument("slug", metavar="SLUG", help=told.option("slug"))
    making.add_argument("--in", dest="language", metavar="CODE", help=told.option("in"))
    making.add_argument("--title", help=told.option("title"))
    making.add_argument("--family", help=told.option("family"))
    making.add_argument("--decision", default="hold", help=told.option("decision"))
    translating = command("translate")
    translating.add_argument("page", metavar="PAGE", help=told.option("page"))
    translating.add_argument("--to", nargs="+", required=True, metavar="CODE", help=told.option("to"))
    moving = command("move")
    moving.add_argument("old", metavar="OLD", help=told.option("old"))
    moving.add_argument("new", metavar="NEW", help=told.option("new"))
    command("addresses")
    accepting = command("accept")
    accepting.add_argument("pages", nargs="*", metavar="PAGE", help=told.option("pages"))
    accepting.add_argument("--all-of", metavar="CODE", help=told.option("all-of"))


def _looking(command: Any, told: Words) -> None:
    searching = command("search")
    searching.add_argument("query", nargs="+", metavar="WORD", help=told.option("query"))
    searching.add_argument("--lang", metavar="CODE", help=told.option("search-lang"))
    searching.add_argument("--from", dest="asker", default="", help=told.option("from"))
    searching.add_argument("--site", type=Path, default=Path("site"), help=told.option("site"))


def _publishing(command: Any, told: Words) -> None:
    hosting = command("host")
    hosting.add_argument("root", type=Path, metavar="FOLDER", help=told.option("root"))
    what = hosting.add_mutually_exclusive_group()
    what.add_argument("--site", type=Path, default=Path("site"), help=told.option("site"))
    what.add_argument("--back", action="store_true", help=told.option("back"))
    command("schema")
    taking = command("export")
    taking.add_argument("format", choices=FORMS, help=told.option("form"))
    taking.add_argument("--target", type=Path, default=Path("dist"), help=told.option("dist"))
    taking.add_argument("--site", type=Path, default=Path("site"), help=told.option("book-site"))
    taking.add_argument("--only", nargs="+", default=(), metavar="PART", help=told.option("only"))
    packing = command("archive")
    packing.add_argument("site", type=Path, metavar="SITE", help=told.option("built"))
    packing.add_argument("target", type=Path, metavar="TARGET", help=told.option("target"))
    proposing = command("proposal")
    proposing.add_argument("site", type=Path, metavar="SITE", help=told.option("built"))
    proposing.add_argument("target", type=Path, metavar="TARGET", help=told.option("target"))
    proposing.add_argument("--base", required=True, metavar="REF", help=told.option("proposal-base"))
