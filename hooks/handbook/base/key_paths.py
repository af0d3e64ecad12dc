"""Following a path of keys and indexes into what YAML gave, as far as it goes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .positions import KeyPath


def existing(values: Any, path: KeyPath) -> KeyPath:
    """The part of a path that is there: it ends before the first key or index that is not.

    Pydantic adds the names of fields that are missing and of union members; those are no places.
    """
    found: list[str | int] = []
    for step in path:
        if isinstance(values, Mapping) and step in values:
            values = values[str(step)]
        elif isinstance(values, list) and isinstance(step, int) and step < len(values):
            values = values[step]
        else:
            break
        found.append(step)
    return tuple(found)
