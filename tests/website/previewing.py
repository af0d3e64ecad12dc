"""A running preview, as `make serve` starts it, for the tests to ask."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

from tests.website.building import free_port

# Seconds until a preview must have built a handbook on a machine with much to do beside.
PATIENCE = 240.0
# As a terminal starts it: what a shell starts in the background does not hear that it is to end.
_MKDOCS = """import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
from mkdocs.__main__ import cli
cli()"""


@dataclass
class Served:
    """A running preview."""

    address: str
    process: subprocess.Popen[bytes]
    log: Path

    def get(self, path: str) -> tuple[int, str]:
        """The status and the text of a page or another file of the site."""
        try:
            with urlopen(self.address + path, timeout=30) as answer:
                return answer.status, answer.read().decode("utf8", "replace")
        except HTTPError as error:
            return error.code, error.read().decode("utf8", "replace")

    def wait_for(self, path: str, holds: Callable[[str], object], seconds: float = PATIENCE) -> str:
        """Wait until a page is as it should be, and return it.

        Raises:
            AssertionError: it never is.
        """
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            assert self.process.poll() is None, self.log.read_text("utf8")
            _, text = self.get(path)
            if holds(text):
                return text
            time.sleep(0.05)
        raise AssertionError(f"{path} never came: {self.log.read_text('utf8')[-2000:]}")

    @property
    def memory(self) -> int:
        """What the process holds in memory, in kB."""
        status = Path(f"/proc/{self.process.pid}/status").read_text("utf8")
        return int(re.findall(r"VmRSS:\s+(\d+)", status)[0])


@contextmanager
def preview(project: Path) -> Iterator[Served]:
    """`mkdocs serve` in a project, as `make serve` runs it; yields when it answers."""
    address = f"http://127.0.0.1:{free_port()}/"
    log = project / "serve.log"
    with log.open("wb") as said:
        process = subprocess.Popen(
            [sys.executable, "-c", _MKDOCS, "serve", "--livereload", "--dev-addr", address.split("/")[2]],
            cwd=project,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": address},
            stdout=said,
            stderr=subprocess.STDOUT,
        )
    served = Served(address, process, log)
    try:
        until = time.monotonic() + PATIENCE
        while True:
            try:
                assert served.get("en/")[0] == HTTPStatus.OK
                break
            except URLError:
                assert process.poll() is None, log.read_text("utf8")
                assert time.monotonic() < until, log.read_text("utf8")
                time.sleep(0.2)
        yield served
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
