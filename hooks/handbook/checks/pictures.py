"""Pictures and other files of which the ending says what they hold: that they do, and nothing that runs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from ..base.kept import kept
from ..base.positions import Position
from ..model.picture import Picture
from ..model.project import Fault, Project
from ..model.rules.safety import CharacterHidden, PictureActive, PictureKind
from ..safety.characters import hidden
from ..safety.drawings import NoDrawing, flaws
from ..safety.file_kinds import kind_named, kind_of


def check(project: Project) -> Iterator[Fault]:
    for picture in project.pictures.values():
        yield from _of(picture)


@kept
def _of(picture: Picture) -> tuple[Fault, ...]:
    if picture.ending == ".svg":
        return tuple(_drawing(picture))
    named, found = kind_named(picture.ending), kind_of(picture.head)
    if named is None or named == found:
        return ()
    return (_other(picture, named, found, Position(1)),)


def _drawing(picture: Picture) -> Iterator[Fault]:
    data = picture.text.encode()
    try:
        found = flaws(data)
    except NoDrawing as error:
        kind = kind_of(picture.head)
        yield _other(picture, "SVG", kind if kind != "SVG" else None, _place(data, error.at))
        return
    for flaw in found:
        yield Fault(PictureActive(found=flaw.found), picture.file, _place(data, flaw.at))
    for at, name in islice(hidden(picture.text), 1):
        yield Fault(CharacterHidden(found=name), picture.file, _place(data, len(picture.text[:at].encode())))


def _other(picture: Picture, named: str, found: str | None, place: Position) -> Fault:
    name = picture.file.rpartition("/")[2]
    return Fault(PictureKind(name=name, kind=named, found=found), picture.file, place)


def _place(data: bytes, at: int) -> Position:
    start = data.rfind(b"\n", 0, at) + 1
    return Position(data.count(b"\n", 0, at) + 1, len(data[start:at].decode(errors="replace")) + 1)
