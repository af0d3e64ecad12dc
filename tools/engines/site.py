"""The site that the journeys go through, on a server that can be switched off."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.website.building import KEPT, ROOT, free_port, mkdocs, served

PREFIX = "/handbook/"
_DESK = '<!doctype html><title>Desk</title><link rel="icon" href="data:,"><textarea></textarea>'


@dataclass(frozen=True)
class Framed:
    """Addresses of a helpdesk that may show the handbook, one that may not, a handbook that says so."""

    allowed: str
    other: str
    handbook: str


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

    @contextmanager
    def framed(self) -> Iterator[Framed]:
        """While this lasts, a helpdesk on another site may show the handbook, and one beside it may not.

        Raises:
            RuntimeError: the handbook that allows it cannot be built; the text is what the build printed.
        """
        with TemporaryDirectory() as name, ExitStack() as running:
            folder, site = Path(name, "desk"), Path(name, "site")
            folder.mkdir()
            (folder / "index.html").write_text(_DESK, "utf8")
            allowed, other = (
                running.enter_context(served(folder)).replace("127.0.0.1", "localhost") for _ in range(2)
            )
            done = mkdocs(ROOT, "build", "--site-dir", str(site), FRAME_ANCESTORS=allowed.rstrip("/"), **KEPT)
            if done.returncode:
                raise RuntimeError(done.stdout)
            yield Framed(allowed, other, running.enter_context(served(site)))

    def close(self) -> None:
        """Stop the server."""
        self._running.close()
