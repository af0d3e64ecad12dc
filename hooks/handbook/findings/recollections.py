"""All that a check, or a build, recalls of earlier ones of the same project, besides what it said."""

from __future__ import annotations

from pathlib import Path

from ..base.store import Store
from ..checks import rendered, safety
from ..languages.language import RECOLLECTION as TEXTS
from ..prose import inflexion, kept_passages
from ..reading import data_files, kept_documents, site_markdown

_ALL = (
    TEXTS,
    kept_documents.RECOLLECTION,
    safety.RECOLLECTION,
    rendered.RECOLLECTION,
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
