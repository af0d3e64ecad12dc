"""Files to a `Project`. Only the modules of this room read the project's files.

What was read is kept for as long as its file stays as it is, so a preview can read the project at every
rebuild, and each adapter can ask for it.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import Any

from ..base.collector import uncollected
from ..base.kept import Kept
from ..base.positions import Places, Position
from ..base.text_files import decode
from ..base.visible import described
from ..model.picture import Picture
from ..model.placement import PAGE_ENDINGS, place
from ..model.project import Fault, Page, Project, Settings
from ..model.published import FILE as PUBLISHED
from ..model.rules.files import CheckFailed, FileEmpty, FileForeign, FileLinked, FileNotUtf8
from ..model.rules.safety import MarkupRun
from .data_files import DataFiles, stamps
from .faulty_files import too_long, undecodable
from .folders import Stamp, excluded, takes_hidden, theme_files, walk
from .foreign_files import is_in_two_bytes, kind_of
from .kept_documents import document
from .markdown.parse import parse
from .markdown.runs import Unbearable
from .pictures import ENDINGS, read_picture
from .settings import read_settings
from .source_files import read_redirects, read_sources
from .unwritten import Unwritten

# A longer page is not read at all: nobody writes so much on one, and every tool would wait for it.
LONGEST = 200_000
_NOTHING = parse("---\n- unreadable\n---\n")


@cache
def reader(root: Path) -> Reader:
    """The reader of a project; one for each root, so that what was parsed is shared."""
    return Reader(root)


class Reader:
    """Reads a project, again and again, parsing only what has changed."""

    def __init__(self, root: Path, config_file: str | None = None) -> None:
        """Read the project of a folder.

        Args:
            root: the folder.
            config_file: its configuration, where that is not mkdocs.yml.
        """
        self._root = root
        self._config_file = config_file
        self._pages: Kept[tuple[Page, Fault | None]] = Kept()
        self._pictures: Kept[tuple[Picture | None, Fault | None]] = Kept()
        self.unwritten = Unwritten(root)
        self._data = DataFiles(root, self.unwritten)
        self._latest: tuple[Any, Project] | None = None

    @property
    def latest(self) -> Project:
        """What was read last; reads first where nothing was. Raises SettingsError."""
        return self._latest[1] if self._latest else self.read()

    def read(self) -> Project:
        """Read the whole project.

        Raises:
            SettingsError: mkdocs.yml cannot be used.
        """
        with uncollected():
            settings = read_settings(self._root, self._config_file)
            if self._latest and self._latest[1].settings == settings:
                settings = self._latest[1].settings  # One object is compared with itself at once.
            return self._read(settings)

    def _read(self, settings: Settings) -> Project:
        docs = self._root / settings.docs_dir
        links: dict[str, str] = {}
        stamp, folder = self.unwritten.stamp, settings.docs_dir
        walked = walk(docs, links, hidden=takes_hidden(settings))
        files = {path: stamp(f"{folder}/{path}", on_disk) for path, on_disk in walked}
        data = {name: stamp(name, on_disk) for name, on_disk in stamps(self._root, settings)}
        theme = theme_files(self._root, settings)
        state = (settings, files, links, data, theme)
        if self._latest and self._latest[0] == state:
            return self._latest[1]
        left_out, displaced = excluded(files, settings)
        faults: list[Fault] = []
        for path, target in sorted(links.items()):
            faults.append(Fault(FileLinked(target=target), f"{settings.docs_dir}/{path}"))
        present = {path: stamp for path, stamp in files.items() if path not in left_out}
        pages = self._all_pages(present, settings, faults)
        pictures = self._all_pictures(docs, present, settings, faults)
        sources = read_sources(self._data, settings, faults)
        redirects, their_file = read_redirects(self._data, settings, faults)
        sources = replace(sources, files={**sources.files, **their_file})
        published = self._data.text(PUBLISHED, faults)
        project = Project(
            settings,
            pages,
            frozenset(present),
            sources,
            tuple(faults),
            left_out,
            redirects,
            published=published,
            theme_files=theme,
            displaced=displaced,
            pictures=pictures,
        )
        self._latest = (state, project)
        return project

    def _all_pages(
        self, files: Mapping[str, Stamp], settings: Settings, faults: list[Fault]
    ) -> dict[str, Page]:
        pages: dict[str, Page] = {}
        for path in sorted(path for path in files if path.endswith(PAGE_ENDINGS)):
            make = partial(_page, self.unwritten, path, files[path][1], settings)
            pages[path], fault = self._pages.get(path, (files[path], settings), make)
            if fault is not None:
                faults.append(fault)
        self._pages.forget_others(pages)
        return pages

    def _all_pictures(
        self, docs: Path, files: Mapping[str, Stamp], settings: Settings, faults: list[Fault]
    ) -> dict[str, Picture]:
        pictures: dict[str, Picture] = {}
        paths = sorted(path for path in files if posixpath.splitext(path)[1].lower() in ENDINGS)
        for path in paths:
            make = partial(read_picture, docs, path, files[path][1], settings.docs_dir)
            picture, fault = self._pictures.get(path, (files[path], settings.docs_dir), make)
            if picture is not None:
                pictures[path] = picture
            if fault is not None:
                faults.append(fault)
        self._pictures.forget_others(paths)
        return pictures


def _page(disk: Unwritten, path: str, size: int, settings: Settings) -> tuple[Page, Fault | None]:
    locale, slug = place(path, settings)
    language = locale if locale in settings.languages else None
    file = f"{settings.docs_dir}/{path}"
    unreadable = Page(path, file, language, slug, _NOTHING, unreadable=True)
    if size > LONGEST:
        return unreadable, too_long(file, "page-long", size, LONGEST, language)
    data = disk.read(file)
    if settings.handbook and (kind := kind_of(data)) is not None:
        return unreadable, Fault(FileForeign(kind=kind), file, Position(1), language)
    if is_in_two_bytes(data):
        return unreadable, Fault(FileNotUtf8(), file, Position(1), language)
    try:
        text, _ = decode(data)
    except UnicodeDecodeError as error:
        return unreadable, Fault(FileNotUtf8(), file, undecodable(error), language)
    if not text.strip():
        return unreadable, Fault(FileEmpty(), file, Position(1), language)
    try:
        return Page(path, file, language, slug, document(text, settings.syntax)), None
    except Unbearable as run:
        return unreadable, Fault(MarkupRun(sign=run.sign), file, Places(text).at(run.at), language)
    except Exception as error:  # Nobody foresaw it; the other pages are read all the same.
        broken = CheckFailed(fault=described(error))
        return unreadable, Fault(broken, file, Position(1), language)
