"""The command `handbook accept`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from ..base.text_files import write
from ..model.changes import moved, recorded
from ..model.project import Page, Project
from ..reading.reader import Reader
from .exit_status import CLEAN, COULD_NOT_RUN
from .git import section_diff
from .record import NotATranslation, accepted
from .words import Words, words


def accept(options: argparse.Namespace) -> int:
    told_in = words(options.lang)
    project = Reader(options.project).read()
    result = CLEAN
    texts: dict[str, str] = {}
    told: list[str] = []
    for given, page in _meant(options, project):
        try:
            if page is None:
                raise NotATranslation(f"{given}: there is no such page")
            text = accepted(project, page)
            if text != page.document.text:
                told += _differences(options.project, project, page, told_in)
                texts[page.file] = text
            told.append(told_in.say("recorded" if page.file in texts else "up-to-date", file=page.file))
        except NotATranslation as error:
            print(f"handbook: {error}", file=sys.stderr)
            result = COULD_NOT_RUN
    write(options.project, texts)
    nothing = [told_in.say("nothing-waits")] if result == CLEAN else []
    for line in told or nothing:
        print(line)
    return result


def _meant(options: argparse.Namespace, project: Project) -> Iterator[tuple[str, Page | None]]:
    """The pages that are named, then all of a language whose original has moved on."""
    for given in options.pages:
        yield given, _named(project, options.project, given)
    if not options.all_of:
        return
    for versions in project.by_slug.values():
        page = versions.get(options.all_of)
        original = project.original(page.slug) if page else None
        if page and original and original is not page and page.is_translation and moved(page, original):
            yield page.file, page


def _differences(root: Path, project: Project, page: Page, told: Words) -> Iterator[str]:
    """What is accepted: how the original has changed since the record, as far as git knows."""
    original = project.original(page.slug)
    then = recorded(page)
    if original is None or not then:
        return
    found = section_diff(root, original, then, project.settings.syntax)
    yield told.say("accepting", file=page.file, original=original.file)
    for section in moved(page, original):
        if section in found:
            yield f"  {section}"
            yield from (f"    {line}" for line in found[section])
        else:
            yield told.say("diff-unknown", section=section)


def _named(project: Project, root: Path, given: str) -> Page | None:
    """The page with this file name, given from the current folder or from the project's root."""
    wanted = {given, Path(given).resolve().as_posix()}
    for page in project.pages.values():
        if page.file in wanted or (root / page.file).resolve().as_posix() in wanted:
            return page
    return None
