"""The web server of a preview. It answers at once, whatever is being built, and tells browsers of changes."""

from __future__ import annotations

import sys
import time
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socket import AddressFamily
from urllib.parse import parse_qs, quote, unquote, urlsplit

from .preview_site import EVENTS, PreviewSite

# Seconds after which a browser that waits is sent a sign of life, and after which it has to ask again.
_SIGN_OF_LIFE, _LONGEST_WAIT = 10.0, 300.0


class PreviewServer(ThreadingHTTPServer):
    """Serves a preview's site."""

    daemon_threads = True

    def __init__(self, address: tuple[str, int], family: AddressFamily, site: PreviewSite) -> None:
        self.address_family = family
        super().__init__(address, partial(_Handler, site=site))

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that has gone on to another page before it had all of this one."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 60

    def __init__(self, *arguments: object, site: PreviewSite) -> None:
        self._site = site
        super().__init__(*arguments)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        path = unquote(address.path, errors="replace")
        if path == EVENTS:
            query = parse_qs(address.query)
            self._tell_of_change(unquote(query.get("page", ["/"])[0]), query.get("seen", [""])[0])
            return
        answer = self._site.answer(path)
        self.send_response(answer.status)
        if answer.location:
            self.send_header("Location", quote(answer.location))
        self.send_header("Content-Type", answer.kind)
        self.send_header("Content-Length", str(len(answer.body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.body)

    do_HEAD = do_GET  # noqa: N815 (the name is the library's)

    def _tell_of_change(self, page: str, seen: str) -> None:
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        until = time.monotonic() + _LONGEST_WAIT
        while time.monotonic() < until:
            if (now := self._site.wait_for_change(page, seen, _SIGN_OF_LIFE)) is not None:
                self.wfile.write(f"data: {now}\n\n".encode())
                return
            self.wfile.write(b": still the same\n\n")

    def log_message(self, format: str, *args: object) -> None:
        """Quiet: what matters is what the build says."""
