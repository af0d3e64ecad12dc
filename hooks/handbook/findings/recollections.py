"""All that a check, or a build, recalls of earlier ones of the same project, besides what it said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from ..base.processes import Copy, Lost, jobs
from ..base.recollection import Used
from ..base.store import Store
from ..checks import cards, rendered, repetition, safety, slips, translation_contents
from ..languages.language import RECOLLECTION as TEXTS
from ..prose import inflexion, judged_prose
from ..reading import data_files, kept_documents, site_markdown

# So many values take longer to be written than a process to be copied.
_MUCH = 5000
_ALL = (
    TEXTS,
    kept_documents.RECOLLECTION,
    safety.RECOLLECTION,
    rendered.RECOLLECTION,
    slips.RECOLLECTION,
    cards.RECOLLECTION,
    repetition.RECOLLECTION,
    translation_contents.RECOLLECTION,
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
    used: dict[str, dict[str, Any]] = {}
    for one in _ALL:
        used |= one.finish()
    if keep:
        _put(store, root, used)


def _put(store: Store, root: Path, used: Mapping[str, Mapping[str, Any]]) -> None:
    """Keep what was used; where that is much, half of it is written by a copy of this process."""
    names, key = list(used), store.tools
    share = names[1::2] if sum(map(len, used.values())) > _MUCH and jobs() > 1 else []

    def put(those: Iterable[str]) -> None:
        for name in those:
            store.put(root, name, key, used[name])

    copy = Copy(lambda: put(share)) if share else None
    put(name for name in names if name not in share)
    if copy is not None:
        try:
            copy.result()
        except Lost:
            put(share)
        for name in share:
            store.remember(root, name, key, used[name])


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
