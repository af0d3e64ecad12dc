"""Building and serving a site for the tests, in a process of its own as readers get it."""

from __future__ import annotations

import gzip
import os
import re
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ROOT = Path(__file__).parents[2]
# A link to a page: its text, and the page.
_LINK = re.compile(r"\[([^\]\n]*)\]\(([^)#\s]+\.md)[^)\n]*\)")
PARTS = ("docs", "hooks", "overrides", "sources", "local-rules", "mkdocs.yml")


def mkdocs(project: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run mkdocs in a project and return what it printed, errors included."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *arguments],
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment},
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )


def copy_handbook(target: Path, project: Path = ROOT) -> Path:
    """A copy of the handbook, or of a project made like it, that a test may break."""
    for part in PARTS:
        source = project / part
        if source.is_dir():
            # What is compiled goes along, but for what another process is about to write.
            shutil.copytree(source, target / part, ignore=shutil.ignore_patterns("*.pyc.*"))
        else:
            target.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, target / part)
    return target


# A build takes over what was made before where nothing that goes into it has changed, and keeps the rest, on
# machines that keep nothing by themselves, too; tests/website/test_cache.py holds that nobody can tell.
KEPT = {"HANDBOOK_CACHE": "on"}


def copy_with_kept(target: Path) -> Path:
    """A copy as above, with what builds of the handbook have kept, so that it is built in half the time."""
    copy_handbook(target)
    if (ROOT / ".handbook-cache").is_dir():
        shutil.copytree(ROOT / ".handbook-cache", target / ".handbook-cache")
    return target


def few_pages(project: Path, kept: Callable[[str], bool]) -> Path:
    """Leave a copy those pages alone that are kept, by their paths below their language; returns its folder.

    A link to a page that is gone becomes its text: the build does not warn of such a page, and keeps it.
    """
    docs = project / "docs"
    for path in docs.glob("*/**/*.md"):
        if not kept(path.relative_to(docs).as_posix().partition("/")[2]):
            path.unlink()
    for path in docs.glob("*/**/*.md"):
        path.write_text(_LINK.sub(partial(_alive, path.parent), path.read_text("utf8")), "utf8")
    return project


def _alive(folder: Path, link: re.Match[str]) -> str:
    return link[0] if (folder / link[2]).is_file() else link[1]


class _Handler(SimpleHTTPRequestHandler):
    """Serves a folder below a path, with the site's own 404 page."""

    def __init__(self, *arguments: object, site: str, prefix: str) -> None:
        self._prefix = prefix
        super().__init__(*arguments, directory=site)  # type: ignore[arg-type]

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix(self._prefix.rstrip("/")))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        body = Path(self.directory, "404.html").read_bytes()
        self.send_response(HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Quiet."""


class _CompressingHandler(_Handler):
    """Compresses texts and keeps connections open, as the hosts of static sites do."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() and self.path.partition("?")[0].endswith("/") else path
        if path.suffix not in (".html", ".css", ".js", ".json", ".svg", ".xml", ".txt") or not path.is_file():
            super().do_GET()
            return
        body = gzip.compress(path.read_bytes())
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class _Server(ThreadingHTTPServer):
    """Says nothing of a browser that has gone on to the next page before it had all of this one."""

    def handle_error(self, request: object, client_address: object) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def served(site: Path, prefix: str = "/", port: int = 0, *, compress: bool = False) -> Iterator[str]:
    """Serve a built site.

    Args:
        site: its folder.
        prefix: the path it is served below.
        port: 0 takes a free one.
        compress: whether texts are compressed on their way.

    Yields:
        The site's address, which ends with a slash.
    """
    kind = _CompressingHandler if compress else _Handler
    handler = partial(kind, site=str(site), prefix=prefix)
    server = _Server(("127.0.0.1", port), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{prefix}"
    finally:
        server.shutdown()
        server.server_close()
