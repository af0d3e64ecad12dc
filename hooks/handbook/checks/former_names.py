"""Pages renamed in every language by hand: what still goes by the former name, told once for each page."""

from __future__ import annotations

from collections.abc import Iterator

from ..base.positions import Position
from ..links.moves import CannotMove, Move
from ..links.renames import finished, left, renames, was_published
from ..model.project import Fault, Project
from ..model.rules.translations import PageMoved

# So many places are named; the count says how many there are.
_SHOWN = 40


def check(project: Project) -> Iterator[Fault]:
    for move in renames(project):
        places = _places(project, move)
        if not places and not was_published(project, move.old):
            continue  # Nobody can know it by the former name.
        versions = project.by_slug[move.new]
        page = next(versions[code] for code in project.settings.languages if code in versions)
        shown = [*places[:_SHOWN], *(["…"] if len(places) > _SHOWN else [])]
        count, beside = (len(places), "\n".join(shown)) if places else (None, "")
        moved = PageMoved(old=move.old, new=move.new, count=count, beside=beside)
        yield page.fault(moved, Position(1))


def _places(project: Project, move: Move) -> list[str]:
    """Where the former name stands; none where the move cannot be finished without somebody's eye."""
    try:
        return list(left(project, move, finished(project, move)))
    except CannotMove:
        return []
