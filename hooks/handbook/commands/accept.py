"""The command `handbook accept`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ..base.text_files import write
from ..base.visible import say
from ..model.project import Page, Project
from ..reading.reader import Reader
from .exit_status import CLEAN, COULD_NOT_RUN
from .record import NotATranslation, accepted


def accept(options: argparse.Namespace) -> int:
    project = Reader(options.project).read()
    result = CLEAN
    texts: dict[str, str] = {}
    told: list[str] = []
    for given in options.pages:
        page = _named(project, options.project, given)
        try:
            if page is None:
                raise NotATranslation(f"{given}: there is no such page")
            text = accepted(project, page)
            if text != page.document.text:
                texts[page.file] = text
            told.append(f"{page.file}: {'recorded' if page.file in texts else 'already up to date'}")
        except NotATranslation as error:
            say(f"handbook: {error}", sys.stderr)
            result = COULD_NOT_RUN
    write(options.project, texts)
    for line in told:
        say(line)
    return result


def _named(project: Project, root: Path, given: str) -> Page | None:
    """The page with this file name, given from the current folder or from the project's root."""
    wanted = {given, Path(given).resolve().as_posix()}
    for page in project.pages.values():
        if page.file in wanted or (root / page.file).resolve().as_posix() in wanted:
            return page
    return None
