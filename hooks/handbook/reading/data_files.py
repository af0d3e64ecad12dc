"""The data files: each read once for as long as it stays as it is, with the entries that fit its shape."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from ..base.digest import digest
from ..base.kept import Kept
from ..base.positions import Position, flat, keyed
from ..base.recollection import Recollection, is_plain
from ..base.text_files import decode
from ..base.visible import shorten
from ..base.yaml_values import texts_within
from ..languages import CODES
from ..model.document import Problem
from ..model.project import DataFile, Fault, Settings
from ..model.published import FILE as PUBLISHED
from ..model.redirects import FILE as REDIRECTS
from ..model.rules.files import (
    DataBroken,
    FileLinked,
    FileNotUtf8,
    FrontMatterBroken,
    FrontMatterKeyTwice,
)
from ..model.rules.rule import Rule
from ..model.rules.safety import MarkupRun
from ..model.sources import fitting
from .faulty_files import too_long, undecodable
from .folders import Stamp, leads_away, stamp_of, walk
from .markdown.runs import unbearable
from .unwritten import Unwritten
from .yaml.front_matter import YamlText, read_yaml
from .yaml.word_lists import word_lists

# What is read beside the folders.
ALONE = (REDIRECTS, PUBLISHED)
# A longer file is not read at all: every tool would wait for it.
LONGEST = 800_000
# In a shorter text nothing can pile up.
_BEARABLE = 100
_LONG_ENTRY = re.compile(rf"\n [^\n]{{{_BEARABLE},}}")

# What was read of texts in earlier runs.
RECOLLECTION = Recollection("data")
# What stands under a name is an anchor on a page, or belongs to a page of that name.
_NAME = re.compile(r"\w[\w/.-]*", re.ASCII)
# What a file holds: under which key ("" for the whole file), and the model of one entry there.
Shape = Sequence[tuple[str, type[BaseModel]]]


@dataclass(frozen=True)
class Entries:
    """A data file, the entries that fit by the key they stand under, and what is wrong with the file."""

    file: DataFile
    parts: Mapping[str, Any]
    faults: tuple[Fault, ...]


class DataFiles:
    """Reads the data files of a project, again and again, each anew only when it has changed."""

    def __init__(self, root: Path, unwritten: Unwritten) -> None:
        self._root = root
        self._disk = unwritten
        self._kept: Kept[Entries] = Kept()

    def read(
        self,
        name: str,
        shape: Shape,
        languages: tuple[str, ...],
        *,
        language: str | None = None,
        prose: bool = True,
    ) -> Entries:
        """A file with its entries; an empty one where there is none.

        Args:
            name: the file, relative to the project's root.
            shape: what it should hold.
            languages: those of the site.
            language: the one that all of it is written in, if it is one.
            prose: whether its texts are sentences of the handbook's.
        """
        path = self._root / name
        nothing = DataFile(name, "", None, {}, language, prose)
        if (target := leads_away(Path(os.path.realpath(self._root)), path)) is not None:
            linked = Fault(FileLinked(target=target), name, Position(1), language)
            return Entries(nothing, _fitted(nothing, shape, languages, []), (linked,))
        if not self._disk.has(name):
            return Entries(nothing, _fitted(nothing, shape, languages, []), ())
        stamp = self._disk.stamp(name, stamp_of(path.stat()) if path.is_file() else (0, 0))
        origin = (stamp, tuple(shape), languages, language, prose)
        return self._kept.get(name, origin, lambda: self._read(nothing, stamp[1], shape, languages))

    def text(self, name: str, faults: list[Fault]) -> str:
        """A file that is a list of lines, "" where there is none or it cannot be read."""
        path = self._root / name
        if (target := leads_away(Path(os.path.realpath(self._root)), path)) is not None:
            faults.append(Fault(FileLinked(target=target), name))
        elif path.is_file() and path.stat().st_size > LONGEST:
            faults.append(too_long(name, "data-long", path.stat().st_size, LONGEST, None))
        elif path.is_file():
            try:
                return decode(self._disk.read(name))[0]
            except UnicodeDecodeError as error:
                faults.append(Fault(FileNotUtf8(), name, undecodable(error)))
        return ""

    def has(self, name: str) -> bool:
        """Whether there is such a file."""
        return self._disk.has(name)

    def _read(self, nothing: DataFile, size: int, shape: Shape, languages: tuple[str, ...]) -> Entries:
        file, faults = _parsed(self._disk, nothing, size)
        return Entries(file, _fitted(file, shape, languages, faults), tuple(faults))


def _parsed(disk: Unwritten, nothing: DataFile, size: int) -> tuple[DataFile, list[Fault]]:
    name, language = nothing.file, nothing.language
    if size > LONGEST:
        return nothing, [too_long(name, "data-long", size, LONGEST, language)]
    try:
        text, _ = decode(disk.read(name))
    except UnicodeDecodeError as error:
        return nothing, [Fault(FileNotUtf8(), name, undecodable(error), language)]
    found = _words(text) or _known(text) or _read_anew(text)
    faults = [Fault(_data_broken(p.broken), name, p.position, language) for p in found.problems]
    return DataFile(name, text, found.value, found.keys, language, nothing.prose), faults


def _words(text: str) -> YamlText | None:
    """Lists of words, which are read sooner than recalled; None where a text is anything else."""
    lists = word_lists(text, 1)
    return YamlText(*lists) if lists and not _LONG_ENTRY.search(text) else None


def _read_anew(text: str) -> YamlText:
    found = read_yaml(text)
    if (piled := next(_piled(found), None)) is not None:
        return YamlText(None, {}, (piled,))
    if RECOLLECTION.is_on and not found.problems and is_plain(found.value):
        RECOLLECTION.put(digest(text), [found.value, flat(found.keys)])
    return found


def _piled(found: YamlText) -> Iterator[Problem]:
    """The texts that no page could hold. A file with one is left out, as such a page is."""
    for path, text in texts_within(found.value):
        if len(text) > _BEARABLE and (run := unbearable(text)) is not None:
            yield Problem(MarkupRun(sign=run[1]), found.keys.get(path) or Position(1))


def _known(text: str) -> YamlText | None:
    """The same as it was read in a run before."""
    return RECOLLECTION.get(digest(text), _made_again) if RECOLLECTION.is_on else None


def _made_again(kept: Any) -> YamlText:
    value, keys = kept
    return YamlText(value, keyed(keys))


def _data_broken(broken: Rule) -> Rule:
    if isinstance(broken, FrontMatterBroken):
        return DataBroken(reason=broken.reason, detail=broken.detail)
    return DataBroken(reason=broken.key) if isinstance(broken, FrontMatterKeyTwice) else broken


def _fitted(
    file: DataFile, shape: Shape, languages: tuple[str, ...], faults: list[Fault]
) -> Mapping[str, Any]:
    """The entries that fit; the others become faults at their place."""
    found = {}
    for key, model in shape:
        held = file.value
        if key:
            held = held.get(key) if isinstance(held, Mapping) else None
        for name in held if isinstance(held, Mapping) else ():
            if not _NAME.fullmatch(str(name)):
                at = file.position((*((key,) if key else ()), str(name)))
                faults.append(Fault(DataBroken(reason=shorten(str(name), 60)), file.file, at, file.language))
        found[key], wrong = fitting(held, model, (key,) if key else (), languages, CODES)
        for path, reason in wrong:
            faults.append(Fault(DataBroken(reason=reason), file.file, file.position(path), file.language))
    return found


def stamps(root: Path, settings: Settings) -> Iterator[tuple[str, Stamp]]:
    """The data files that there are, with time and size."""
    for name in ALONE:
        if (root / name).is_file():
            yield name, stamp_of(os.stat(root / name))
    for folder in (settings.sources, settings.local_rules):
        if folder and (root / folder).is_dir():
            for path, stamp in walk(root / folder):
                yield f"{folder}/{path}", stamp
