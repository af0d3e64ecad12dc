"""The builds of one process: of which project, and for whom."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.utils import get_build_datetime

from handbook.model.project import Project
from handbook.reading.reader import reader


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


def built_file(path: str, config: MkDocsConfig) -> File:
    """A file of docs as this configuration builds it, whether or not it is among those of this pass."""
    return File(path, config.docs_dir, config.site_dir, config.use_directory_urls)
