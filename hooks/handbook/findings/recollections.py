"""All that a check, or a build, recalls of earlier ones of the same project, besides what it said."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ..base.recollection import Used
from ..base.store import Store
from ..checks import cards, rendered, safety, slips
from ..languages.language import RECOLLECTION as TEXTS
from ..prose import inflexion, judged_prose
from ..reading import data_files, kept_documents, site_markdown

_ALL = (
    TEXTS,
    kept_documents.RECOLLECTION,
    safety.RECOLLECTION,
    rendered.RECOLLECTION,
    slips.RECOLLECTION,
    cards.RECOLLECTION,
    data_files.RECOLLECTION,
    site_markdown.RECOLLECTION,
    inflexion.RECOLLECTION,
    judged_prose.RECOLLECTION,
)


def begin(store: Store, root: Path) -> None:
    """Recall what is kept of a project."""
    for one in _ALL:
        one.begin(store, root)


def end(store: Store, root: Path, *, keep: bool) -> None:
    """Keep what this run has used, and forget it."""
    for one in _ALL:
        one.end(store, root, keep=keep)


def set_apart() -> None:
    """Take note only of what is used from now on, in a copy of the process that has used the rest."""
    for one in _ALL:
        one.used.clear()


def used() -> list[Used]:
    """What was used, for the process that this one is a copy of."""
    return [one.used for one in _ALL]


def add(found: Iterable[Used]) -> None:
    """Take note of what a copy of this process has used."""
    for one, used_there in zip(_ALL, found, strict=True):
        one.add(used_there)
