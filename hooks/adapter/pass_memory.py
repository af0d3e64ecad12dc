"""What each page's content has come to, kept for the next build: its part of the search, that it is in order.

One language's pass begins with what the last one knew, and leaves what it has used.
"""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig

from handbook.base.recollection import Recollection

from .store import Store, root_of


class PassMemory:
    """The recollections of the present pass; outside of one they know nothing."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.documents, self.compared = Recollection("none"), Recollection("none")

    def begin(self, code: str, config: MkDocsConfig) -> None:
        """Recall what is kept of a language's pages."""
        self.documents = Recollection(f"documents {code}", of_pages=True)
        self.compared = Recollection(f"compared {code}")
        for one in (self.documents, self.compared):
            one.begin(self._store, root_of(config))

    def end(self, config: MkDocsConfig, *, is_whole: bool) -> None:
        """Keep what was used, and forget it.

        Args:
            config: whose pass it was.
            is_whole: whether all pages were compared; else what was not used will be wanted again.
        """
        self.documents.end(self._store, root_of(config), keep=True)
        self.compared.end(self._store, root_of(config), keep=is_whole)
