"""The commands that make files of the handbook for others: schema, export, archive and host.

What they need takes long to import, and no other command needs it.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from ..base.writing import append, write_files
from ..languages import language
from ..model.project import Project
from ..reading.reader import Reader
from .exit_status import CLEAN, COULD_NOT_RUN
from .git import changed_since
from .words import words


def schema(options: argparse.Namespace) -> int:
    """Write the JSON Schemas of front matter."""
    from ..exports import json_schema

    print("\n".join(json_schema.write(options.project)))
    return CLEAN


def export(options: argparse.Namespace) -> int:
    """Write each language in a form that another tool reads."""
    if options.format == "pdf":
        return _books(options)
    if options.only:
        print("export: --only is for pdf; the other formats hold the whole of a language", file=sys.stderr)
        return COULD_NOT_RUN
    from ..exports.takeaway import takeaway
    from ..exports.takeaway_forms import WRITERS, json_schema

    options.target.mkdir(parents=True, exist_ok=True)
    if options.format == "schema":
        files = {"handbook.schema.json": json_schema()}
    else:
        project = Reader(options.project).read()
        ending, write = WRITERS[options.format]
        codes = project.settings.languages
        taken = {f"handbook-{code}.{ending}": takeaway(project, code) for code in codes}
        files = {name: write(one) for name, one in taken.items()}
        told = words(options.lang)
        for name, one in taken.items():
            if left := ", ".join(page.slug for page in one.untranslated):
                print(f"export: {told.say('left-out', file=name, pages=left)}", file=sys.stderr)
    write_files(options.target, {name: text.encode("utf8") for name, text in files.items()})
    print("\n".join(f"export: {options.target / name}" for name in files))
    return CLEAN


def archive(options: argparse.Namespace) -> int:
    """Pack each language of a built site."""
    from ..exports.archive import CannotArchive, write_archives

    return _told("archive", write_archives(options.site, options.target), (CannotArchive,))


def _books(options: argparse.Namespace) -> int:
    """Print each language of a built site as a book."""
    from ..exports.book.chapters import NoPart
    from ..exports.book.printing import (  # Only who prints has what it needs (the group "pdf").
        NoBook,
        write_books,
    )

    project = Reader(options.project).read()
    written = write_books(project, options.site, options.target, options.only)
    return _told("pdf", written, (NoBook, NoPart))


def proposal(options: argparse.Namespace) -> int:
    """Pack a built site for who looks at a proposal, beginning with what it changes."""
    from ..exports.archive import CannotArchive
    from ..exports.proposal import changed_pages, proposal

    project = replace_addresses(Reader(options.project).read())
    pages = changed_pages(project, changed_since(options.project, options.base))
    try:
        files = proposal(project, options.site, pages)
    except CannotArchive as error:
        print(f"proposal: {error}", file=sys.stderr)
        return COULD_NOT_RUN
    options.target.mkdir(parents=True, exist_ok=True)
    write_files(options.target, files)
    print("\n".join(f"proposal: {page.file}" for page in pages))
    if path := os.environ.get("GITHUB_STEP_SUMMARY"):
        codes = dict.fromkeys(page.language for page in pages)
        append(Path(path), "".join(f"{language(code).word('proposal', 'how')}\n\n" for code in codes))
    return CLEAN


def replace_addresses(project: Project) -> Project:
    """The project as it is built for reading from a disk, with pages as files."""
    return replace(project, settings=replace(project.settings, use_directory_urls=False))


def host(options: argparse.Namespace) -> int:
    """Make a release of a built site for a web server, or go back to the one before."""
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


def _told(command: str, written: Iterator[str], failures: tuple[type[Exception], ...]) -> int:
    """Print each file as it is written."""
    try:
        for line in written:
            print(f"{command}: {line}", flush=True)
    except failures as error:
        print(f"{command}: {error}", file=sys.stderr)
        return COULD_NOT_RUN
    return CLEAN
