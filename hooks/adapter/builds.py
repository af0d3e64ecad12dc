"""The builds of one process: of which project, and for whom."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File
from mkdocs.utils import get_build_datetime

from handbook.model.project import Project
from handbook.reading.commit_time import commit_time
from handbook.reading.reader import reader

# MkDocs and all that asks it for a date heed this.
_DAY = "SOURCE_DATE_EPOCH"


class Builds:
    """What all parts of a build ask for."""

    def __init__(self) -> None:
        # A preview changes all the time and holds a script of MkDocs' own: no offline copy, no policy.
        self.previewed = False

    def project(self, config: MkDocsConfig) -> Project:
        """The project as it was read last; raises SettingsError where it has to be read and cannot be."""
        return reader(Path(config.config_file_path).parent).latest

    def read(self, config: MkDocsConfig) -> Project:
        """Read the project anew, as far as it has changed; raises SettingsError."""
        return reader(Path(config.config_file_path).parent).read()


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
    time = commit_time(Path(config.config_file_path).parent)
    if time is None:
        log.info("no commit is known, so dates are held against the present day")
        time = int(datetime.now(UTC).timestamp())
    else:
        log.info("dates are held against the day of the commit, %s", datetime.fromtimestamp(time, UTC).date())
    os.environ[_DAY] = str(time)


def built_file(path: str, config: MkDocsConfig) -> File:
    """A file of docs as this configuration builds it, whether or not it is among those of this pass."""
    return File(path, config.docs_dir, config.site_dir, config.use_directory_urls)
