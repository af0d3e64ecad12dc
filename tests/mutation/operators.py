"""All operators by name: importing the modules makes them known."""

from __future__ import annotations

from tests.mutation import (
    addresses,
    blocks,
    cards,
    data,
    files,
    front_matter,
    links,
    prose,
    references,
    sections,
    translations,
)
from tests.mutation.defect import OPERATORS

MODULES = (
    addresses,
    blocks,
    cards,
    data,
    files,
    front_matter,
    links,
    prose,
    references,
    sections,
    translations,
)

__all__ = ["MODULES", "OPERATORS"]
