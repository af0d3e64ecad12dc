"""What one text alone comes to, kept from one run of a command to the next.

A `Recollection` knows nothing unless a command has it recall what a project's store has, and keep what this
run has used. Its values are of JSON; what they are made of again, and how, is for each who has one to say.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from .store import Store

Made = TypeVar("Made")
Found = TypeVar("Found")
# Part -> digest -> what was recalled or kept.
Used = dict[str, dict[str, Any]]

_PLAIN = (str, int, float, bool, type(None))
# What is kept is in so many files, by the first sign of the digest: where one text changes, few are written.
_SIGNS = "0123456789abcdef"


def is_plain(value: Any) -> bool:
    """Whether a value is the same after it was JSON."""
    if isinstance(value, dict):
        return all(type(key) is str for key in value) and all(map(is_plain, value.values()))
    return all(map(is_plain, value)) if type(value) is list else type(value) in _PLAIN


def text_of(value: Any) -> str:
    """A value that is a text; raises TypeError where it is none."""
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _is_kept(value: Any) -> bool:
    return value is True


class Recollection:
    """Values by the digest of what they were made of."""

    def __init__(self, name: str, *, of_pages: bool = False) -> None:
        """Begin with nothing.

        Args:
            name: what stands for it in the store.
            of_pages: whether there is a value of each page, so that all are too many for one file.
        """
        self._parts = {sign: f"{name} {sign}" for sign in (_SIGNS if of_pages else ("",))}
        self._length = 1 if of_pages else 0
        self.is_on = False
        self._kept: dict[str, dict[str, Any]] = {}
        self.used: Used = {}

    def get(self, key: str, make: Callable[[Any], Made]) -> Made | None:
        """What was kept under a digest; None where there is nothing, or nothing that was kept by us.

        Args:
            key: the digest.
            make: makes it of the value of JSON; it raises TypeError or ValueError where it cannot.
        """
        part = key[: self._length]
        try:
            value = self._kept[part][key]
            found = make(value)
        except (KeyError, ValueError, TypeError, AttributeError):
            return None
        self.used.setdefault(part, {})[key] = value
        return found

    def put(self, key: str, value: Any) -> None:
        """Keep a value of JSON under a digest."""
        if self.is_on:
            self.used.setdefault(key[: self._length], {})[key] = value

    def add(self, used: Used) -> None:
        """Keep what was used elsewhere, too."""
        for part, values in used.items() if self.is_on else ():
            self.used.setdefault(part, {}).update(values)

    def found(self, made_of: Callable[[], str], judge: Callable[[], tuple[Found, ...]]) -> tuple[Found, ...]:
        """What a judge finds, which is nothing nearly always: that is what is kept.

        Args:
            made_of: a digest of all that the judge looks at; "" where that cannot be told.
            judge: finds it.
        """
        if not self.is_on or not (key := made_of()):
            return judge()
        if self.get(key, _is_kept):
            return ()
        found = judge()
        if not found and made_of() == key:
            self.put(key, True)
        return found

    def begin(self, store: Store, root: Path) -> None:
        """Recall what a project's store has, if anything is to be kept at all."""
        self.is_on = store.is_on
        for part, name in self._parts.items() if self.is_on else ():
            found = store.get(root, name, store.tools)
            self._kept[part] = found if isinstance(found, dict) else {}

    def end(self, store: Store, root: Path, *, keep: bool) -> None:
        """Keep what was used, in the place of what was not, and forget all of it."""
        used = self.finish()
        for name, values in used.items() if keep else ():
            store.put(root, name, store.tools, values)

    def finish(self) -> dict[str, dict[str, Any]]:
        """Forget all of it; returns what a store is to have of it and has not, by its names there."""
        kept, used, is_on = self._kept, self.used, self.is_on
        self.is_on, self._kept, self.used = False, {}, {}
        # Where nobody asked for any, as for prose that was not checked, all of it may be wanted again.
        return {
            name: used.get(part, {})
            for part, name in self._parts.items()
            if is_on and used and used.get(part, {}).keys() != kept[part].keys()
        }
