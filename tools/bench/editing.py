"""What an editor waits for under `mkdocs serve`: from saving a page to what the server answers.

The browser asks again as soon as it is told to; what it then shows was served in the moment measured here.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.website.building import free_port
from tools.bench.tables import head, row

_PAGE = "scenarios/why-not"
_GLANCE, _LONGEST = 0.02, 600.0


def measure(projects: Mapping[int, Path]) -> None:
    """Print how long a changed page takes.

    Args:
        projects: number of pages -> folder, the smallest first.
    """
    found = {pages: _waits(root) for pages, root in projects.items()}
    head("Save to served page, seconds", *(f"{pages:,} pages" for pages in projects))
    for kind in next(iter(found.values())):
        row(kind, *(f"{waits[kind]:.2f}" for waits in found.values()))


def _waits(root: Path) -> dict[str, float]:
    page = root / f"docs/en/{_PAGE}.md"
    before = page.read_text("utf8")
    waits: dict[str, float] = {}
    with _served(root) as (address, log):
        for kind, make in _CHANGES.items():
            word = f"Mark{time.time_ns()}"
            built = _built(log)
            begun = time.monotonic()
            page.write_text(make(before, word), "utf8")
            _until(lambda word=word: word in _get(f"{address}en/{_PAGE}/"))  # type: ignore[misc]
            waits[kind] = time.monotonic() - begun
            _until(lambda built=built: _built(log) > built)  # type: ignore[misc]
            waits[f"{kind}, lists and search"] = time.monotonic() - begun
    page.write_text(before, "utf8")
    return waits


def _body(text: str, word: str) -> str:
    return f"{text}\n{word}\n"


def _title(text: str, word: str) -> str:
    return re.sub(r"^title: .*$", f"title: {word}", text, count=1, flags=re.MULTILINE)


_CHANGES: dict[str, Callable[[str, str], str]] = {"a body": _body, "a title": _title}


@contextmanager
def _served(root: Path) -> Iterator[tuple[str, Path]]:
    """The address of a preview, and the file with what it says."""
    port = free_port()
    address = f"http://127.0.0.1:{port}/"
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", f"127.0.0.1:{port}"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": address}
    with tempfile.NamedTemporaryFile() as log:
        process = subprocess.Popen(command, cwd=root, env=environment, stdout=log, stderr=subprocess.STDOUT)
        try:
            _until(lambda: process.poll() is not None or _get(address) != "")
            yield address, Path(log.name)
        finally:
            process.terminate()
            process.wait()


def _get(address: str) -> str:
    """What is answered; nothing while nobody does."""
    try:
        with urllib.request.urlopen(address, timeout=60) as answer:
            return str(answer.read().decode())
    except OSError:
        return ""


def _built(log: Path) -> int:
    """How often the whole site was built again."""
    return log.read_text("utf8", "replace").count("Rebuilt in")


def _until(holds: Callable[[], bool]) -> None:
    until = time.monotonic() + _LONGEST
    while not holds():
        if time.monotonic() > until:
            sys.exit("the preview has not shown what was changed")
        time.sleep(_GLANCE)
