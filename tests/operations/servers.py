"""The web server of deploy/nginx, started on a release as an ordinary machine would.

`python -m tests.operations.servers` makes sure that there is an nginx, and says which; it installs what else
the tests beside it use.
"""

from __future__ import annotations

import gzip
import http.client
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import brotli

from tests.website.building import free_port
from tools.install.debian import install_packages

CONFIGURATION = Path(__file__).parents[2] / "deploy" / "nginx"
PACKAGES = ("nginx-light", "libnginx-mod-http-brotli-static")
# What the other tests of this folder use, by the program that each brings.
OTHERS = {"faketime": "faketime", "wrk": "wrk"}

AS_ROOT = "user root;\n" if os.geteuid() == 0 else ""


class NoNginx(Exception):
    """There is no nginx here; the message says what to install."""


def _program() -> str | None:
    return shutil.which("nginx") or shutil.which("/usr/sbin/nginx")


@contextmanager
def nginx(root: Path, scratch: Path) -> Iterator[int]:
    """Serve root/current with deploy's own configuration; yields the port.

    Only what two servers on one machine cannot share is changed: the port and the scratch folders.

    Raises:
        NoNginx: nginx is not installed.
    """
    port = free_port()
    for file in (root / "current").resolve().glob("*.conf"):
        text = file.read_text("utf8").replace("/tmp/", f"{scratch}/")
        text = text.replace("listen 8080", f"listen 127.0.0.1:{port}").replace("listen [::]:8080", "#")
        # The folders of a test are its user's own; nginx would give up a root's rights.
        as_root = AS_ROOT if file.name == "nginx.conf" else ""
        file.write_text(as_root + text, "utf8")
    with serving(Path(f"{root}/current/"), "nginx.conf", port):
        yield port


@contextmanager
def serving(folder: Path, configuration: str, port: int) -> Iterator[None]:
    """Run nginx with a folder as its prefix, until the block ends.

    Raises:
        NoNginx: nginx is not installed.
    """
    program = _program()
    if program is None:
        raise NoNginx(f"nginx is missing: apt-get install {' '.join(PACKAGES)}")
    command = [program, "-p", f"{folder}/", "-c", configuration]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as running:
        try:
            _wait(port, running)
            yield
        finally:
            running.terminate()
            running.wait(10)


def _wait(port: int, running: subprocess.Popen[str]) -> None:
    end = time.monotonic() + 20
    while time.monotonic() < end:
        if running.poll() is not None:
            raise AssertionError(f"nginx ended: {running.stderr.read() if running.stderr else ''}")
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError("nginx does not answer")


def ask(port: int, path: str, **headers: str) -> tuple[int, Mapping[str, str], bytes]:
    """GET a path; returns status, headers (names in small letters) and the body, unpacked."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request(
        "GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()}
    )
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    found = {name.lower(): value for name, value in answer.getheaders()}
    unpack = {"gzip": gzip.decompress, "br": brotli.decompress}.get(found.get("content-encoding", ""), bytes)
    return answer.status, found, unpack(body)


def main() -> int:
    if _program() is None:
        print("nginx: none found; installing Debian's", flush=True)
        if problem := install_packages(*PACKAGES):
            print(f"nginx: {problem}. Install {' '.join(PACKAGES)}.", file=sys.stderr)
            return 1
    print(f"nginx: {_program()}")
    missing = [package for program, package in OTHERS.items() if not shutil.which(program)]
    if missing and (problem := install_packages(*missing)):
        print(f"{problem}. Install {' '.join(missing)}.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
