"""All that a check recalls of earlier ones of the same project, besides what it said."""

from __future__ import annotations

from pathlib import Path

from ..base.store import Store
from ..prose import inflexion, kept_passages
from ..reading import data_files, site_markdown

_ALL = (
    data_files.RECOLLECTION,
    site_markdown.RECOLLECTION,
    inflexion.RECOLLECTION,
    kept_passages.RECOLLECTION,
)


def begin(store: Store, root: Path) -> None:
    """Recall what is kept of a project."""
    for one in _ALL:
        one.begin(store, root)


def end(store: Store, root: Path, *, keep: bool) -> None:
    """Keep what this run has used, and forget it."""
    for one in _ALL:
        one.end(store, root, keep=keep)
