"""The site that the journeys go through, on a server that can be switched off."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from tests.website.building import free_port, served

PREFIX = "/handbook/"


class Site:
    """A built site, served below a path."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._port = free_port()
        self._running = ExitStack()
        self.address = self._running.enter_context(served(folder, PREFIX, self._port))

    @contextmanager
    def unreachable(self) -> Iterator[None]:
        """While this lasts, nothing answers at the address."""
        self._running.close()
        try:
            yield
        finally:
            self._running.enter_context(served(self.folder, PREFIX, self._port))

    def close(self) -> None:
        """Stop the server."""
        self._running.close()
