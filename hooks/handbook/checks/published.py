"""What was ever published: each address leads to a page or a heading, or redirects.yml says where it is."""

from __future__ import annotations

from collections.abc import Iterator

from ..base.guessing import guess
from ..base.positions import Position
from ..model.project import Fault, Project
from ..model.published import FILE, dead
from ..model.rules.navigation import AddressDead


def check(project: Project) -> Iterator[Fault]:
    for lost in dead(project):
        slug, mark, id = lost.address.partition("#")
        ids = {id for page in project.by_slug.get(lost.now, {}).values() for id in page.document.ids}
        near = guess(id, sorted(ids)) if mark else guess(slug, sorted(project.by_slug))
        better = f"{lost.now}#{near}" if mark and near else near
        yield Fault(AddressDead(address=lost.address, guess=better), FILE, Position(lost.line), lost.code)
