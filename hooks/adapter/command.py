"""The command that MkDocs runs, and what makes its builds."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .kept_site import KeptSite
from .store import Store

if TYPE_CHECKING:
    from .building import Building


class Command:
    """What is known before a build begins, whether or not one has to be made."""

    def __init__(self) -> None:
        self._store = Store()
        self.site = KeptSite(self._store)
        self.previewed = self.dirty = False

    @cached_property
    def building(self) -> Building:
        """What makes builds. To load what it needs takes longer than to take a site that is kept."""
        from .building import Building

        return Building(self._store, self.site, previewed=self.previewed, dirty=self.dirty)
