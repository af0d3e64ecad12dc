"""What each page's own text shows: unreadable files, broken front matter, no title, markers."""

from __future__ import annotations

from collections.abc import Iterator

from ..base.guessing import guess
from ..base.positions import Position
from ..links.plugins import References
from ..model.project import Fault, Project
from ..model.rules.files import FileEmpty, MarkerUnknown, PageUntitled
from ..site.markers import MARKERS


def check(project: Project) -> Iterator[Fault]:
    yield from project.faults
    references = References(project.settings)
    for page in project.pages.values():
        if page.unreadable:
            continue
        for problem in page.document.problems:
            if not references.settles(page, problem):
                yield page.fault(problem.broken, problem.position, problem.fix)
        if project.is_card(page) and not page.front.broken and not page.document.body.strip():
            yield page.fault(FileEmpty(), Position(page.front.end or 1))
        # Where the front matter is broken the title may well be in it: one finding a fault.
        if not page.title and not page.front.broken:
            yield page.fault(PageUntitled(), Position(1))
        for name, position in page.document.markers:
            if name not in MARKERS:
                known = ", ".join(MARKERS)
                yield page.fault(MarkerUnknown(name=name, guess=guess(name, MARKERS), known=known), position)
