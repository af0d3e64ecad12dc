"""What was made once and is made again only when what it was made from has changed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable
from typing import Generic, TypeVar

Made = TypeVar("Made")


class Kept(Generic[Made]):
    """Results by name, each with what it was made from."""

    def __init__(self) -> None:
        self._made: dict[Hashable, tuple[object, Made]] = {}

    def get(self, name: Hashable, origin: object, make: Callable[[], Made]) -> Made:
        """The result of this name.

        Args:
            name: what it is asked for by.
            origin: all that it depends on; where that is what it was, nothing is made.
            make: makes it.
        """
        known = self._made.get(name)
        if known is None or known[0] != origin:
            known = self._made[name] = (origin, make())
        return known[1]

    def forget_others(self, names: Collection[Hashable]) -> None:
        """Drop the results of all names but these."""
        self._made = {name: made for name, made in self._made.items() if name in names}
