"""The builds of one process: of which project, and for whom."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Unpack

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File
from mkdocs.utils import get_build_datetime

from handbook.base import store as store_of_checks
from handbook.findings import recollections
from handbook.model.project import Project
from handbook.reading.commit_time import commit_time
from handbook.reading.history import history
from handbook.reading.page_history import news
from handbook.reading.reader import reader
from handbook.site.feed import news_page
from handbook.site.policy import with_policy

from .last_good import shown
from .passes import Pass, Passes
from .static_i18n import static_i18n
from .store import Store, digest, root_of

# MkDocs and all that asks it for a date heed this.
_DAY = "SOURCE_DATE_EPOCH"


class Superseded(Exception):
    """Something has changed since the build began."""


class Builds:
    """What all parts of a build ask for."""

    def __init__(self, store: Store | None = None) -> None:
        self._store = store  # A check alone has none, and asks nothing of the history.
        self._recalled = store_of_checks.Store()  # The command's own check has the same.
        # A preview changes all the time, so it has no offline copy.
        self.previewed = False
        self.passes: Passes | None = None  # Of the build that was begun last.
        self.folder: Path | None = None  # Where the next one is to be written, if elsewhere.
        self.superseded: Callable[[], bool] = lambda: False
        self.dropped = False
        self._read: Project | None = None
        self._judged: Project | None = None
        self._shown: Project | None = None

    def begin(self, config: MkDocsConfig) -> None:
        """Take note of a build that begins, before anything of its configuration is used."""
        if static_i18n(config).building:
            return
        self.passes = Passes(config)
        if self.folder is not None:
            config.site_dir = str(self.folder)

    def keep(self, code: str, **part: Unpack[Pass]) -> None:
        """Keep what a language's pages are made of, for a preview to make one of them anew."""
        if self.previewed and self.passes is not None:
            self.passes.keep(code, **part)

    def published(self, html: str) -> str:
        """A whole page with its policy; a preview has none, as it puts a script of its own into each page."""
        return html if self.previewed else with_policy(html)

    @property
    def framers(self) -> tuple[str, ...] | None:
        """The sites that may show pages in a frame; None: any, as editors' programs do with a preview."""
        return None if self.previewed else self.project.settings.frame_ancestors

    def go_on(self) -> None:
        """Called again and again during a build; raises Superseded where it is of no use any more."""
        if self.superseded():
            self.dropped = True
            raise Superseded

    def read(self, config: MkDocsConfig) -> Project:
        """Read the project anew, as far as it has changed.

        Returns:
            What is to be shown of it.

        Raises:
            SettingsError: mkdocs.yml cannot be used.
        """
        root = root_of(config)
        if self._read is None and self._store is not None:
            recollections.begin(self._recalled, root)
        read = reader(root).read()
        if read is not self._read:
            self._read = read
            self._judged = self._with_past(read, root)
            self._shown = shown(read, self._shown) if self.previewed else self._judged
        return self.project

    def checked(self, config: MkDocsConfig) -> None:
        """Keep what reading and checking came to; a preview has all of it in memory from now on."""
        recollections.end(self._recalled, root_of(config), keep=True)

    def _with_past(self, project: Project, root: Path) -> Project:
        """A project with what its history tells; in a preview nobody asks, as it is read again and again."""
        if self.previewed:
            return project
        past = history(root, project.settings.docs_dir)
        return replace(with_news(project, root, self._store) if self._store else project, past=past)

    @property
    def judged(self) -> Project:
        """The project as it was read last."""
        assert self._judged is not None, "on_config reads it"
        return self._judged

    @property
    def project(self) -> Project:
        """What is shown of it: all of it, but for what a preview keeps from before."""
        assert self._shown is not None, "on_config reads it"
        return self._shown


def with_news(project: Project, root: Path, store: Store) -> Project:
    """The project with what its history tells, if a page asks for it."""
    if not any(news_page(project, code) for code in project.settings.languages):
        return project

    def keep(key: str, make: Callable[[], str]) -> str:
        if not store.is_on:
            return make()
        key = digest(store.tools, key)
        kept = store.get(root, "news", key)
        if not isinstance(kept, str):
            kept = make()
            store.put(root, "news", key, kept)
        return kept

    return replace(project, news=news(project, root, keep))


def today() -> date:
    """The day of the build, which SOURCE_DATE_EPOCH may set."""
    return get_build_datetime().date()


def date_by_commit(config: MkDocsConfig) -> None:
    """Let the day of this build be that of its commit, so that two builds of one commit are the same.

    Browsers look again at what has become due since.
    """
    if _DAY in os.environ:
        return
    log = get_plugin_logger("handbook")
    time = commit_time(root_of(config))
    if time is None:
        log.info("no commit is known, so dates are held against the present day")
        time = int(datetime.now(UTC).timestamp())
    else:
        log.info("dates are held against the day of the commit, %s", datetime.fromtimestamp(time, UTC).date())
    os.environ[_DAY] = str(time)


def built_file(path: str, config: MkDocsConfig) -> File:
    """A file of docs as this configuration builds it, whether or not it is among those of this pass."""
    return File(path, config.docs_dir, config.site_dir, config.use_directory_urls)
