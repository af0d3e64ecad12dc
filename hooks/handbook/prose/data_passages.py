"""The passages of data files, and where in a file the characters of a YAML value stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from ..base.kept import kept
from ..base.positions import KeyPath, Position
from ..languages import CODES
from ..model.document import FrontMatter
from ..model.project import DataFile
from .passage import Kind, Passage, Places

_DEEPEST = 8


@kept
def passages(file: DataFile, codes: tuple[str, ...]) -> tuple[Passage, ...]:
    """What a data file says: every text that stands under a language's code.

    Args:
        file: the file; where it is all in one language, every text in it counts.
        codes: those of the site's languages; of these, the ones that are known are looked for.
    """
    return tuple(_passages(file, [code for code in codes if code in CODES]))


def _passages(file: DataFile, languages: Sequence[str]) -> Iterator[Passage]:
    lines = file.text.split("\n")
    for path, value in _texts(file.value, ()):
        language = file.language or next((str(step) for step in reversed(path) if step in languages), None)
        if language is None or not value.strip():
            continue
        names = [str(step) for step in path if isinstance(step, str) and step not in languages]
        places = later(lines, file.keys, path, value)
        yield Passage(file.file, language, value, places, Kind.DATA, names[-1] if names else "")


def later(
    lines: Sequence[str], keys: Mapping[KeyPath, Position], path: KeyPath, value: str
) -> Callable[[], Places]:
    """What gives the places of a YAML value when they are wanted; see `aligned`.

    Args:
        lines: the lines of the file.
        keys: where its keys and entries stand.
        path: those that lead to the value.
        value: what was read there.
    """

    def places() -> Places:
        key = path[-1] if isinstance(path[-1], str) else ""
        return aligned(lines, FrontMatter(keys=keys).position(*path), value, key)

    return places


def _texts(value: Any, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    if len(path) > _DEEPEST:
        return  # An alias that holds itself has no end.
    if isinstance(value, str):
        if path:
            yield path, value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _texts(inner, (*path, str(key)))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _texts(inner, (*path, index))


def aligned(lines: Sequence[str], position: Position, value: str, key: str = "") -> Places:
    """The places of a YAML value: plain, quoted or folded.

    Args:
        lines: the lines of the file.
        position: where the entry stands.
        value: what was read there.
        key: the key in front of it, if the entry is one of a mapping.
    """
    row, at = position.line - 1, position.column - 1
    if key:
        at = lines[row].find(":", at + len(key)) + 1
    found = lines[row].find(value, at)
    if found >= 0:
        return ((0, position.line, found + 1),)
    places: list[tuple[int, int, int]] = []
    expected = (-1, -1)
    for offset, sign in enumerate(value):
        if sign.isspace():
            expected = (-1, -1)  # A line end may stand there.
            continue
        step = _next(lines, row, at, sign)
        if step is None:
            return tuple(places) or ((0, position.line, position.column),)
        if step != expected:
            places.append((offset, step[0] + 1, step[1] + 1))
        row, at = step[0], step[1] + 1
        expected = (row, at)
    if places and places[0][0] > 0:
        places.insert(0, (0, *places[0][1:]))
    return tuple(places) or ((0, position.line, position.column),)


def _next(lines: Sequence[str], row: int, at: int, sign: str) -> tuple[int, int] | None:
    while row < len(lines):
        found = lines[row].find(sign, at)
        if found >= 0:
            return row, found
        row, at = row + 1, 0
    return None
