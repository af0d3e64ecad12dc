"""The commands that make files of the handbook for others: schema, export, archive and host.

What they need takes long to import, and no other command needs it.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from ..base.writing import append, write_files
from ..languages import language
from ..model.project import Project
from ..reading.commit_time import commit_time
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
    from ..exports.takeaway_forms import json_schema
    from ..site.lists.download_list import SCHEMA, file_name

    options.target.mkdir(parents=True, exist_ok=True)
    files = {SCHEMA: json_schema().encode()}
    if options.format != "schema":
        project = Reader(options.project).read()
        try:
            ending, write = _writer(options.format, project, options.project)
        except ImportError as error:
            print(f"handbook: {error}; `uv sync --group anki` brings it", file=sys.stderr)
            return COULD_NOT_RUN
        files = {file_name(code, ending): write(code) for code in project.settings.languages}
        _tell_left_out(project, ending, options)
    write_files(options.target, dict(files))
    print("\n".join(f"export: {options.target / name}" for name in files))
    return CLEAN


def _tell_left_out(project: Project, ending: str, options: argparse.Namespace) -> None:
    """Name the cards and guides that a language lacks, so that nobody takes its file for the whole."""
    from ..exports.takeaway import takeaway
    from ..site.lists.download_list import file_name

    told = words(options.lang)
    for code in project.settings.languages:
        if left := ", ".join(page.slug for page in takeaway(project, code).untranslated):
            print(
                f"export: {told.say('left-out', file=file_name(code, ending), pages=left)}", file=sys.stderr
            )


def _writer(form: str, project: Project, root: Path) -> tuple[str, Callable[[str], bytes]]:
    """The ending of a form's files, and what makes one of a language.

    Raises:
        ImportError: the library that the form needs is not installed.
    """
    from ..exports.takeaway import takeaway
    from ..exports.takeaway_forms import WRITERS

    if form == "epub":
        from ..exports.epub import epub

        return "epub", lambda code: epub(project, code, changed(project, root))
    if form == "anki":
        from ..exports.anki import deck  # Only who makes decks has what it needs (the group "anki").

        def made(code: str) -> bytes:
            title = project.pages[f"{code}/index.md"].title
            return deck(takeaway(project, code), title, changed(project, root))

        return "apkg", made
    ending, write = WRITERS[form]
    return ending, lambda code: write(takeaway(project, code)).encode()


def changed(project: Project, root: Path) -> int:
    """When a handbook was changed last: by its commit, else by the last day on which a page was checked."""
    checked = (page.front.values.get("verified") for page in project.pages.values())
    last = max((day for day in checked if type(day) is date), default=date(1980, 1, 1))
    return commit_time(root) or int(datetime(last.year, last.month, last.day, tzinfo=UTC).timestamp())


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
