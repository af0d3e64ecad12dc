"""Builds of copies of the handbook in processes that begin where all that a build loads is loaded already.

Python and its libraries take as long to start as a small site to be built. What a build does is the same; its
code is that of the project, and where this is not that of the handbook, another server has it loaded.
"""

from __future__ import annotations

import atexit
import filecmp
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from tests.website.building import ROOT

# One request a line: a folder, the arguments of mkdocs, the environment, the file for what is printed; the
# answer is the exit status. The command is the last thing that a child does, as of a process of its own.
_SERVER = """
import gc, json, os, sys
import events, adapter.building, adapter.closing
import material.extensions.emoji, mkdocs.__main__, mkdocs.commands.build, mkdocs_static_i18n.plugin

# Thousands of files are looked for.
material.extensions.emoji.twemoji({}, None)

# What is collected in a child would be copied to it before.
gc.collect()
gc.freeze()
for line in sys.stdin:
    folder, arguments, environment, printed = json.loads(line)
    child = os.fork()
    if not child:
        out = os.open(printed, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        os.dup2(out, 1)
        os.dup2(out, 2)
        os.chdir(folder)
        os.environ.clear()
        os.environ.update(environment)
        sys.argv[1:] = arguments
        mkdocs.__main__.cli()
    _, status = os.waitpid(child, 0)
    print(os.waitstatus_to_exitcode(status), flush=True)
"""


class ForkServer:
    """A process that forks one for each build."""

    def __init__(self, hooks: Path) -> None:
        """Start it with the code in a folder of hooks."""
        self._process = subprocess.Popen(
            [sys.executable, "-c", _SERVER],
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(hooks)},
            text=True,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    def mkdocs(self, project: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run mkdocs in a project and return what it printed, errors included."""
        assert self._process.stdin
        assert self._process.stdout
        variables = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment}
        with tempfile.NamedTemporaryFile() as printed:
            request = json.dumps([str(project), arguments, variables, printed.name])
            print(request, file=self._process.stdin, flush=True)
            status = int(self._process.stdout.readline())
            return subprocess.CompletedProcess(arguments, status, printed.read().decode("utf8"))

    def close(self) -> None:
        self._process.communicate()


@cache
def _handbooks() -> ForkServer:
    """The server with the handbook's own code, one for a run of the tests."""
    server = ForkServer(ROOT / "hooks")
    atexit.register(server.close)
    return server


@contextmanager
def fork_server(project: Path) -> Iterator[ForkServer]:
    """The server with a project's own code."""
    if _is_same(filecmp.dircmp(ROOT / "hooks", project / "hooks", ignore=["__pycache__"])):
        yield _handbooks()
        return
    server = ForkServer(project / "hooks")
    try:
        yield server
    finally:
        server.close()


def _is_same(compared: filecmp.dircmp[str]) -> bool:
    differing = (compared.left_only, compared.right_only, compared.diff_files, compared.funny_files)
    return not any(differing) and all(map(_is_same, compared.subdirs.values()))


def forked_mkdocs(project: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """As `mkdocs` of `building`, in a fraction of the time."""
    with fork_server(project) as server:
        return server.mkdocs(project, *arguments, **environment)
