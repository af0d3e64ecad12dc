"""Figures side by side, a row each."""

from __future__ import annotations

_NAME, _VALUE = 44, 12


def head(title: str, *columns: str) -> None:
    """Begin a table: its title and what stands above each column of figures."""
    print()
    row(title, *columns)


def row(name: str, *values: str) -> None:
    """Print a row at once, so that whoever waits sees how far it is."""
    print(f"{name:{_NAME}}" + "".join(f"{value:>{_VALUE}}" for value in values), flush=True)
