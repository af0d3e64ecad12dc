"""The command `handbook addresses`."""

from __future__ import annotations

import argparse

from ..base.writing import write_files
from ..model.published import FILE, read_addresses, with_pages
from ..reading.reader import Reader
from .exit_status import CLEAN
from .words import words


def addresses(options: argparse.Namespace) -> int:
    """Add the addresses of all pages to the list of what was ever published."""
    project = Reader(options.project).read()
    text = with_pages(project.published, project.pages.values())
    count = _count(text) - _count(project.published)
    if text != project.published:
        write_files(options.project, {FILE: text.encode("utf8")})
    print(words(options.lang).say("addresses-added", count=str(count), file=FILE))
    return CLEAN


def _count(text: str) -> int:
    return sum(1 + len(ids) for _, _, ids in read_addresses(text))
