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
        is_there = step in values if isinstance(values, Mapping) else False
        if isinstance(values, list) and isinstance(step, int):
            is_there = step < len(values)
        if not is_there:
            break
        values = values[step]
        found.append(step)
    return tuple(found)
