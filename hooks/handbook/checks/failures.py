"""What nobody foresaw while checking: one finding that names the file, and all others are still told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from traceback import walk_tb

from ..base.visible import described
from ..model.project import Fault, Page, Project
from ..model.rules.files import CheckFailed

# So many pages may fail in one check before it is given up.
_MOST = 10


def contained(check: Callable[[Project], Iterator[Fault]], project: Project) -> Iterator[Fault]:
    """The faults that a check finds; where it fails at a page, it goes over the others once more.

    Args:
        check: a check; it may raise anything.
        project: what to check.
    """
    told: list[Fault] = []
    for again in range(_MOST):
        before, told = told, []
        try:
            for fault in check(project):
                told.append(fault)
                if not again or fault not in before:
                    yield fault
        except Exception as error:
            page = _page_at(error)
            file = page.file if page else project.settings.config
            yield failure(error, file, page.language if page else None)
            told += before
            if page is None or project.pages[page.path].unreadable:
                return
            project = replace(project, pages={**project.pages, page.path: replace(page, unreadable=True)})
        else:
            return


def failure(error: Exception, file: str, language: str | None) -> Fault:
    """The fault for an error that nobody foresaw."""
    return Fault(CheckFailed(fault=described(error)), file, language=language)


def _page_at(error: Exception) -> Page | None:
    """The page that was looked at when the error came: the innermost one in hand."""
    found = None
    for frame, _ in walk_tb(error.__traceback__):
        for value in frame.f_locals.values():
            if isinstance(value, Page):
                found = value
    return found
