"""Commands of the handbook in processes of their own: what each takes of computing and memory, and tells."""

from __future__ import annotations

import os
import re
import resource
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from mkdocs.__main__ import cli as mkdocs

from handbook.commands import cli as handbook
from handbook.commands import run as _commands  # noqa: F401  Imported once, as every process needs it.

# A process that computes for so many seconds is ended, and told of.
_LIMIT = 30
_UNFORESEEN = re.compile(r"Traceback|\[check-failed\]|a fault of the handbook's own tools")
_RULE = re.compile(r"\[([a-z]+(?:-[a-z]+)+)\]$", re.MULTILINE)

Command = Callable[[Path], int]


@dataclass(frozen=True)
class Run:
    """What one command took and told. `ended`: by which signal, if by one."""

    seconds: float
    megabytes: float
    rules: frozenset[str]
    printed: int
    crashed: bool
    ended: int


def check(root: Path) -> int:
    """`handbook check`."""
    return handbook.main(["check", "--project", str(root)])


def site(root: Path) -> int:
    """`mkdocs build`."""
    os.chdir(root)
    result = mkdocs(["build", "--site-dir", str(root / "site")], standalone_mode=False)
    return result if isinstance(result, int) else 0


COMMANDS: dict[str, Command] = {"check": check, "build": site}


def measured(command: Command, root: Path) -> Run:
    """Run a command in a process that begins where this one is, with all imported."""
    with tempfile.TemporaryFile() as told:
        sys.stdout.flush()
        if (child := os.fork()) == 0:
            _in_child(command, root, told.fileno())
        _, status, usage = os.wait4(child, 0)
        told.seek(0)
        text = told.read().decode("utf8", "replace")
    return Run(
        usage.ru_utime + usage.ru_stime,
        usage.ru_maxrss / 1000,
        frozenset(_RULE.findall(text)),
        len(text),
        bool(_UNFORESEEN.search(text)),
        os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0,
    )


def _in_child(command: Command, root: Path, told: int) -> None:
    """Never returns: whatever happens, this process ends here."""
    status = 70
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (_LIMIT, _LIMIT + 1))
        os.dup2(told, 1)
        os.dup2(told, 2)
        status = command(root)
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else 1
    except BaseException:
        import traceback

        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)
