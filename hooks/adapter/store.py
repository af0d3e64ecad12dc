"""What a build keeps for the next one: that of the package, made by the code of this one, too."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from handbook.base import store
from handbook.base.digest import digest as digest  # Whoever keeps something needs it, too.


def root_of(config: MkDocsConfig) -> Path:
    """The folder of a project, which holds what is kept of it."""
    return Path(config.config_file_path).parent


class Store(store.Store):
    """A store whose values depend on the adapter's code as well."""

    def __init__(self) -> None:
        super().__init__(Path(__file__).parent)
